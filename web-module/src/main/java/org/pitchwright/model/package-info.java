/** The model registry over REST. Responsible for the shape of versions on the wire; promotions enter, versions leave. */
@NullMarked
package org.pitchwright.model;

import org.jspecify.annotations.NullMarked;

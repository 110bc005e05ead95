/** Items over REST. Responsible for the shape of items on the wire; JSON enters and leaves. */
@NullMarked
package org.pitchwright.catalog;

import org.jspecify.annotations.NullMarked;

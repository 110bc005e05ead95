/** Recommendations over REST. Responsible for the shape of requests and ranked items on the wire; JSON enters and leaves. */
@NullMarked
package org.pitchwright.recommendation;

import org.jspecify.annotations.NullMarked;

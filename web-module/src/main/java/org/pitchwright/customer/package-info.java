/** Customers over REST. Responsible for the shape of profiles and consents on the wire; JSON enters and leaves. */
@NullMarked
package org.pitchwright.customer;

import org.jspecify.annotations.NullMarked;

/**
 * Customers and their statements of consent as they are stored. Responsible for identity and state
 * of a customer; rows of the tables {@code customer} and {@code consent} enter and leave.
 */
@NullMarked
package org.pitchwright.customer;

import org.jspecify.annotations.NullMarked;

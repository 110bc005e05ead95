/**
 * Pages about customers. Responsible for showing who a customer is, what they did and what is
 * recommended to them; a search enters, a list and a profile leave.
 */
@NullMarked
package org.pitchwright.customer;

import org.jspecify.annotations.NullMarked;

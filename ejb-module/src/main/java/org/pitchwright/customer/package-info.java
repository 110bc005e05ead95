/**
 * Customers, their consents and their erasure. Responsible for who is known and what each agreed
 * to; profiles enter, profiles and pages of customers leave.
 */
@NullMarked
package org.pitchwright.customer;

import org.jspecify.annotations.NullMarked;

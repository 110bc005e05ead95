/**
 * Repeated requests over REST. Responsible for running a POST with an Idempotency-Key once;
 * requests enter, first or kept replies leave.
 */
@NullMarked
package org.pitchwright.idempotency;

import org.jspecify.annotations.NullMarked;

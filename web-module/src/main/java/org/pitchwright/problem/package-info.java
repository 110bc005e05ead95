/**
 * Refusals as the API says them. Responsible for a problem document (RFC 9457) for whatever goes
 * wrong; exceptions enter, problems leave.
 */
@NullMarked
package org.pitchwright.problem;

import org.jspecify.annotations.NullMarked;

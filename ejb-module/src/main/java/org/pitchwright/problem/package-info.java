/**
 * The vocabulary in which every capability refuses a request. Responsible for saying where, what
 * and how to mend; violations enter, and leave as RFC 9457 problems, SOAP faults or messages on a
 * page.
 */
@NullMarked
package org.pitchwright.problem;

import org.jspecify.annotations.NullMarked;

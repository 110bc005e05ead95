/**
 * Guardrails, review and audit. Responsible for remembering who did what of consequence; acts
 * enter, and leave as audit records that nobody can change.
 */
@NullMarked
package org.pitchwright.governance;

import org.jspecify.annotations.NullMarked;

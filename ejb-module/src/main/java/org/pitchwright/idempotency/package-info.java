/**
 * Replies that a repeated request gets again. Responsible for running a request with an idempotency
 * key once; keys with the digest of their request enter, kept replies leave.
 */
@NullMarked
package org.pitchwright.idempotency;

import org.jspecify.annotations.NullMarked;

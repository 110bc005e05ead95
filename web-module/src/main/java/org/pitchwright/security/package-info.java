/**
 * Pages about people and systems. Responsible for signing in, accounts and API clients; credentials
 * and choices enter, a session leaves.
 */
@NullMarked
package org.pitchwright.security;

import org.jspecify.annotations.NullMarked;

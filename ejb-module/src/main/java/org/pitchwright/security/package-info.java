/**
 * Who calls, and what they may do. Responsible for people, API clients, their credentials, roles
 * and tokens; credentials enter, a {@link org.pitchwright.security.Caller} with its permissions
 * leaves.
 */
@NullMarked
package org.pitchwright.security;

import org.jspecify.annotations.NullMarked;

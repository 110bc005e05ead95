/**
 * How lists are mixed, for people and systems. Responsible for setting it without jargon and for
 * showing what it costs before it counts; settings enter, prices and lists before and after leave.
 */
@NullMarked
package org.pitchwright.recommendation.policy;

import org.jspecify.annotations.NullMarked;

/**
 * Business rules for people and systems. Responsible for writing them without syntax and for
 * showing what they do before they count; forms and bodies enter, rules and lists before and after
 * leave.
 */
@NullMarked
package org.pitchwright.recommendation.rules;

import org.jspecify.annotations.NullMarked;

/**
 * What marketing decides about the lists of the recommender. Responsible for which rules there are
 * and who changed them; drafts of rules enter, rules that can be applied leave, and every change is
 * in the audit.
 */
@NullMarked
package org.pitchwright.recommendation.rules;

import org.jspecify.annotations.NullMarked;

/**
 * How the lists of the recommender are mixed. Responsible for how much variety, balance and trial
 * each place of the shop has, and who changed it; settings enter, policies that can be applied
 * leave, and every change is in the audit.
 */
@NullMarked
package org.pitchwright.recommendation.policy;

import org.jspecify.annotations.NullMarked;

/**
 * Recommendations and what came of them. Responsible for the right items for a customer within
 * milliseconds, each with its reason; requests enter, ranked items leave, and every answer is kept.
 */
@NullMarked
package org.pitchwright.recommendation;

import org.jspecify.annotations.NullMarked;

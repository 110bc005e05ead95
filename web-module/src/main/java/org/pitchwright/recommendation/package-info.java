/**
 * Pages about recommendations. Responsible for showing what is recommended to whom and why; choices
 * of a person enter, titles and reasons leave.
 */
@NullMarked
package org.pitchwright.recommendation;

import org.jspecify.annotations.NullMarked;

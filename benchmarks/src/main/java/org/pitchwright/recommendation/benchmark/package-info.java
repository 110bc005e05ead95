/**
 * Responsible for how fast recommendations are served and scored. What enters is a running server
 * with the demo's model, what leaves are rates, times to an answer and CPU time, beside those of a
 * resource that does nothing and of the bare model.
 */
@NullMarked
package org.pitchwright.recommendation.benchmark;

import org.jspecify.annotations.NullMarked;

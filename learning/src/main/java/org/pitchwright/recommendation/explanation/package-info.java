/**
 * Says what a recommendation hangs on. A model, a history and a list enter; the few past items
 * without which each recommendation would not stand leave. A cause is only named because the model
 * was asked again without it.
 */
@NullMarked
package org.pitchwright.recommendation.explanation;

import org.jspecify.annotations.NullMarked;

/**
 * Trains the recommender, in a process of its own.
 *
 * <p>A data set folder enters; progress lines and a model artefact leave. The transformer is
 * trained by PyTorch through DJL, exported to ONNX and averaged with item-to-item transitions and
 * neighbours by text; the same seed gives the same model, and a checkpoint after each epoch lets a
 * stopped training go on.
 */
@NullMarked
package org.pitchwright.recommendation.training;

import org.jspecify.annotations.NullMarked;

/**
 * Serves the recommender: scores every item of the catalogue for a history of events.
 *
 * <p>A trained artefact (named byte blobs) and histories enter; scores and similar items leave.
 * Nothing here trains, so the server needs ONNX Runtime and Jackson only.
 */
@NullMarked
package org.pitchwright.recommendation;

import org.jspecify.annotations.NullMarked;

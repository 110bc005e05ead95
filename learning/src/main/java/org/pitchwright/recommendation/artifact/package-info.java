/**
 * The form in which a trained recommender is kept: a set of named byte blobs.
 *
 * <p>Matrices, item ids and the model's card enter and leave as bytes, from a folder on disk or
 * from a database. A blob that is missing or damaged is refused with its name.
 */
@NullMarked
package org.pitchwright.recommendation.artifact;

import org.jspecify.annotations.NullMarked;

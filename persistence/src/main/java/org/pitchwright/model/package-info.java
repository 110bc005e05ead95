/**
 * Trained models as they are stored. Responsible for the stages of a model version; rows of the
 * table {@code model_version} enter and leave.
 */
@NullMarked
package org.pitchwright.model;

import org.jspecify.annotations.NullMarked;

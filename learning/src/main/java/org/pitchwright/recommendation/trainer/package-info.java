/**
 * Starts the trainer as a process of its own and talks with it.
 *
 * <p>A data set folder and the trainer's place enter; progress and a model artefact folder leave,
 * or an exception with the reason. The trainer's standard input stays open as long as its parent
 * lives: when it closes, the trainer ends, so a killed server leaves no orphan.
 */
@NullMarked
package org.pitchwright.recommendation.trainer;

import org.jspecify.annotations.NullMarked;

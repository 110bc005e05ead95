package org.pitchwright.operations.client;

import org.jspecify.annotations.Nullable;

/**
 * How far a job is.
 *
 * @param done units finished
 * @param total units in all; 0 or below while that is not known
 * @param unit what is counted, such as {@code rows}
 * @param message what is being done, for a person
 */
public record Progress(long done, long total, @Nullable String unit, @Nullable String message) {}

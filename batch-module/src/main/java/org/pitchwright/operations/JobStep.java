package org.pitchwright.operations;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A step of an execution.
 *
 * @param finishedAt null while it runs
 * @param done units of the execution's progress that this step got through
 */
public record JobStep(
    String name,
    JobStatus status,
    OffsetDateTime startedAt,
    @Nullable OffsetDateTime finishedAt,
    long done) {}

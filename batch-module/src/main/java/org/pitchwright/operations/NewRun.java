package org.pitchwright.operations;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known about an execution when it begins. */
record NewRun(
    long executionId,
    long instanceId,
    String job,
    Map<String, String> parameters,
    String startedBy,
    @Nullable Long restartOf,
    String node) {}

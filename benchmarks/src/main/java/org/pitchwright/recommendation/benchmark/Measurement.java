package org.pitchwright.recommendation.benchmark;

import org.pitchwright.operations.benchmark.LoadGenerator.Load;

/** A round of one kind of request; CPU times in milliseconds for each request. */
record Measurement(Load load, double serverCpu, double databaseCpu, ServedLog.Check served) {
  /** Answered requests in a second. */
  double rate() {
    return load.rate();
  }

  /** The same with what the log was found to hold. */
  Measurement with(ServedLog.Check found) {
    return new Measurement(load, serverCpu, databaseCpu, found);
  }
}

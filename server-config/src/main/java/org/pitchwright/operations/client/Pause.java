package org.pitchwright.operations.client;

import java.time.Duration;
import org.pitchwright.operations.console.OperatorException;

/** Pauses between two questions to the server, each a little longer than the one before. */
final class Pause {

  private final long longestMillis;
  private long millis;

  Pause(Duration shortest, Duration longest) {
    this.millis = shortest.toMillis();
    this.longestMillis = longest.toMillis();
  }

  void take() {
    try {
      Thread.sleep(millis);
      millis = Math.min(longestMillis, millis + millis / 2);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperatorException("The command was interrupted.", e);
    }
  }
}

package org.pitchwright.recommendation.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.pitchwright.recommendation.trainer.TrainerProtocol;

/**
 * Listens to standard input: the parent writes there when the training shall stop, and when the
 * parent dies, however it dies, the operating system closes it.
 */
final class ParentWatch {

  private volatile boolean stopRequested;

  private ParentWatch() {}

  /** Starts listening; ends this process when the parent is gone. */
  static ParentWatch start() {
    ParentWatch watch = new ParentWatch();
    Thread thread = new Thread(watch::listen, "parent-watch");
    thread.setDaemon(true);
    thread.start();
    return watch;
  }

  boolean stopRequested() {
    return stopRequested;
  }

  private void listen() {
    try (BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = input.readLine(); line != null; line = input.readLine()) {
        stopRequested |= line.equals(TrainerProtocol.STOP);
      }
    } catch (IOException e) {
      System.err.println("The parent's pipe broke: " + e.getMessage());
    }
    Runtime.getRuntime().halt(TrainerProtocol.EXIT_FAILURE);
  }
}

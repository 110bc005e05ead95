package org.pitchwright.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Lets the jobs of this node come to a checkpoint before the server goes down. */
@ApplicationScoped
public class ServerShutdown {
  private static final Logger LOG = Logger.getLogger(ServerShutdown.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long PAUSE_MILLIS = 100;

  @Inject private RunningJobs running;
  @Inject private JobRuns runs;
  @Inject private BatchRuntimeGate runtime;

  /** Stops the executions of this node, to be continued by the next server that is up. */
  void stopAll() {
    try {
      for (long executionId : running.leases().keySet()) {
        if (runs.requestStop(executionId, true)) {
          runtime.stop(executionId);
        }
      }
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (!running.leases().isEmpty() && System.nanoTime() < deadline) {
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // Whatever is left is found by its lease and continued, as after a crash.
      LOG.log(Level.WARNING, "Not all jobs could be stopped before the server went down", e);
    }
  }
}

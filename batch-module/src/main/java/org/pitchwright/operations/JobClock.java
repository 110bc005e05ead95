package org.pitchwright.operations;

import jakarta.ejb.EJBException;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** The regular work of a node that runs jobs, from the start of the application to its end. */
@ApplicationScoped
public class JobClock {
  private static final Logger LOG = Logger.getLogger(JobClock.class.getName());
  private static final String EXECUTOR = "concurrent/__defaultManagedScheduledExecutorService";

  @Inject private SchemaMigration schema;
  @Inject private NodeRole role;
  @Inject private JobHeartbeat heartbeat;
  @Inject private JobRecovery recovery;
  @Inject private ScheduleTicker ticker;
  @Inject private ServerShutdown shutdown;

  private final AtomicBoolean begun = new AtomicBoolean();
  private final List<ScheduledFuture<?>> tasks = new ArrayList<>();

  /** Starts the regular work, unless this node runs no jobs. */
  void begin() {
    if (role.runsJobs() && begun.compareAndSet(false, true)) {
      ManagedScheduledExecutorService executor = executor();
      every(executor, 5_000, "job heartbeat", heartbeat::beat);
      every(executor, 1_000, "job requests", this::listen);
      every(executor, 5_000, "job recovery", recovery::recover);
      every(executor, 3_000, "job schedules", ticker::tick);
    }
  }

  private void listen() {
    heartbeat.obey();
    heartbeat.startForOthers();
  }

  @SuppressWarnings("BanJNDI") // A constant name of the server's own; no input is looked up.
  private static ManagedScheduledExecutorService executor() {
    try {
      return InitialContext.doLookup(EXECUTOR);
    } catch (NamingException e) {
      throw new IllegalStateException("The server has no executor " + EXECUTOR, e);
    }
  }

  private void every(
      ManagedScheduledExecutorService executor, long millis, String what, Runnable work) {
    tasks.add(
        executor.scheduleWithFixedDelay(
            () -> guarded(what, work), 1_000, millis, TimeUnit.MILLISECONDS));
  }

  /** A task that throws would never run again. */
  private void guarded(String what, Runnable work) {
    try {
      if (schemaReady()) {
        work.run();
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The " + what + " failed; it is tried again in a few seconds", e);
    }
  }

  /** The application may still be starting: then there is nothing to do yet. */
  private boolean schemaReady() {
    try {
      return schema.done();
    } catch (EJBException e) {
      LOG.log(Level.FINE, "The application is still starting", e);
      return false;
    }
  }

  /** Ends it, and stops the executions of this node. */
  void end() {
    if (begun.compareAndSet(true, false)) {
      tasks.forEach(task -> task.cancel(false));
      shutdown.stopAll();
    }
  }
}

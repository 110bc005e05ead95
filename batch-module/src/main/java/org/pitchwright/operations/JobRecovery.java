package org.pitchwright.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pitchwright.governance.Audit;
import org.pitchwright.problem.ProblemException;

/**
 * Continues what a server left behind when it died or went down: executions that say they run while
 * nobody holds their lease. Every node looks; the lease lets one of them win.
 */
@ApplicationScoped
public class JobRecovery {
  /** Who starts the executions that continue others. */
  public static final String ACTOR = "recovery";

  private static final Logger LOG = Logger.getLogger(JobRecovery.class.getName());

  /** How often an execution is continued without a person having looked at it. */
  static final long MAX_RESTARTS = 5;

  @Inject private RunningJobs running;
  @Inject private JobRuns runs;
  @Inject private JobLeases leases;
  @Inject private Jobs jobs;
  @Inject private Audit audit;

  void recover() {
    for (JobExecution execution : runs.unfinished()) {
      if (orphaned(execution)) {
        recover(execution);
      }
    }
    for (JobExecution execution : runs.toResume()) {
      if (!runs.continued(execution) && possibleHere(execution)) {
        resume(execution);
      }
    }
  }

  private boolean orphaned(JobExecution execution) {
    String lease = running.definition(execution.job()).leaseName(execution.parameters());
    return !running.leases().containsKey(execution.id()) && leases.holder(lease).isEmpty();
  }

  private boolean possibleHere(JobExecution execution) {
    return running.definition(execution.job()).possibleHere().test(execution.parameters());
  }

  private void recover(JobExecution execution) {
    String reason =
        "The server " + execution.node() + " stopped working while it ran this execution";
    if (execution.status() == JobStatus.STOPPING) {
      runs.finish(execution.id(), JobStatus.STOPPED, reason + ", which was about to stop.");
    } else if (runs.restartsBy(ACTOR, execution.instanceId()) >= MAX_RESTARTS) {
      runs.finish(
          execution.id(),
          JobStatus.FAILED,
          reason
              + ". That happened "
              + (MAX_RESTARTS + 1)
              + " times in a row, so it was not started again: look for the cause in the server"
              + " log (memory?), then restart it.");
    } else {
      runs.interrupted(execution.id(), reason + "; it goes on from its checkpoint.");
    }
  }

  private void resume(JobExecution execution) {
    try {
      JobExecution next = jobs.resume(execution, ACTOR);
      LOG.log(
          Level.INFO,
          "Execution {0} of {1} goes on as execution {2}",
          new Object[] {Long.toString(execution.id()), execution.job(), Long.toString(next.id())});
      audit.record(
          ACTOR,
          "job.restart",
          "job",
          execution.job(),
          Map.of("execution", next.id(), "restartOf", execution.id()));
    } catch (ProblemException e) {
      runs.resumed(execution.id());
      LOG.log(
          Level.WARNING,
          "Execution " + execution.id() + " of " + execution.job() + " could not be continued",
          e);
    }
  }
}

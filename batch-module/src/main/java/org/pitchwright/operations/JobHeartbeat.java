package org.pitchwright.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.pitchwright.operations.StartRequests.Request;
import org.pitchwright.problem.ProblemException;

/**
 * What a node does every few seconds for the jobs that run on it: renews their leases, hears that
 * another node asks one to stop, and closes what ended without a word.
 */
@ApplicationScoped
public class JobHeartbeat {
  @Inject private RunningJobs running;
  @Inject private JobLeases leases;
  @Inject private JobRuns runs;
  @Inject private JobProgress progress;
  @Inject private JobEnded ended;
  @Inject private BatchRuntimeGate runtime;
  @Inject private StartRequests requests;
  @Inject private Jobs jobs;

  private final Set<Long> silent = ConcurrentHashMap.newKeySet();

  void beat() {
    Set<String> held = running.held();
    if (!held.isEmpty()) {
      Set<String> lost = leases.renew(held);
      running.leases().forEach((id, lease) -> renewed(id, lease, lost));
    }
  }

  private void renewed(long executionId, String lease, Set<String> lost) {
    if (lost.contains(lease)) {
      progress.fail(executionId, new LeaseLostException(lease));
      runtime.stop(executionId);
    }
  }

  void obey() {
    ended.closeLate();
    Map<Long, String> here = running.leases();
    for (long executionId : here.keySet()) {
      if (runs.find(executionId).map(JobExecution::status).orElse(JobStatus.STARTED)
          == JobStatus.STOPPING) {
        runtime.stop(executionId);
      }
      closeIfSilent(executionId);
    }
    silent.retainAll(here.keySet());
  }

  /** Closes, at the second look, what the runtime ended without calling the listener. */
  private void closeIfSilent(long executionId) {
    if (runtime.ended(executionId) && !silent.add(executionId) && !ended.waits(executionId)) {
      progress
          .failure(executionId)
          .ifPresentOrElse(cause -> ended.fail(executionId, cause), () -> ended.fail(executionId));
    }
  }

  void startForOthers() {
    for (Request request : requests.take()) {
      try {
        JobExecution execution =
            jobs.startHere(
                running.definition(request.job()), request.parameters(), request.startedBy());
        requests.answer(request.id(), execution.id(), null);
      } catch (ProblemException e) {
        requests.answer(request.id(), null, e.getMessage());
      }
    }
  }
}

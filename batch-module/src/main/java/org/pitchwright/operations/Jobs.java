package org.pitchwright.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pitchwright.governance.Audit;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.ProblemKind;

/** The batch jobs: what there is, what runs, and how to start, stop, continue or give it up. */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED) // The runtime's own thread must see what starting it wrote.
public class Jobs {
  private static final int MAX_LIMIT = 200;

  @Inject private RunningJobs known;
  @Inject private JobRuns runs;
  @Inject private JobLeases leases;
  @Inject private BatchRuntimeGate runtime;
  @Inject private StartRequests requests;
  @Inject private NodeRole role;
  @Inject private Audit audit;

  /** The jobs that people may start, by name. */
  public List<JobDefinition> definitions() {
    return known.definitions().stream().filter(definition -> !definition.internal()).toList();
  }

  /**
   * Starts a job on this node, or on a node for jobs where this one only serves pages.
   *
   * @param parameters values by name; those left out have their defaults
   * @param startedBy account, API client, {@code schedule} or {@code system}
   * @throws ProblemException if there is no such job, a parameter is unknown or wrong, or the job
   *     runs already
   */
  public JobExecution start(String name, Map<String, String> parameters, String startedBy) {
    JobDefinition definition = known.definition(name);
    Map<String, String> complete = definition.complete(parameters);
    JobExecution execution =
        role.runsJobs()
            ? startHere(definition, complete, startedBy)
            : execution(requests.place(name, complete, startedBy));
    audit.record(
        startedBy,
        "job.start",
        "job",
        name,
        Map.of("execution", execution.id(), "parameters", complete));
    return execution;
  }

  JobExecution startHere(JobDefinition definition, Map<String, String> complete, String startedBy) {
    String lease = definition.leaseName(complete);
    acquire(lease);
    long id =
        runtime.launch(
            lease, operator -> operator.start(definition.name(), parameters(complete, startedBy)));
    return execution(id);
  }

  private static java.util.Properties parameters(Map<String, String> complete, String startedBy) {
    java.util.Properties properties = new java.util.Properties();
    properties.putAll(complete);
    properties.setProperty(RunningJobs.STARTED_BY, startedBy);
    return properties;
  }

  /**
   * Asks an execution to stop at its next checkpoint.
   *
   * @throws ProblemException if there is no such execution, or it has ended
   */
  public JobExecution stop(long executionId, String by) {
    JobExecution execution = execution(executionId);
    if (!runs.requestStop(executionId, false)) {
      throw conflict(execution, "so it cannot be stopped");
    }
    if (known.leases().containsKey(executionId)) {
      runtime.stop(executionId);
    }
    audit.record(by, "job.stop", "job", execution.job(), Map.of("execution", executionId));
    return execution(executionId);
  }

  /**
   * Continues a stopped or failed execution at its checkpoint, with its own parameters.
   *
   * @return the new execution
   * @throws ProblemException if there is no such execution, it is not stopped or failed, it was
   *     continued already, or its job runs
   */
  public JobExecution restart(long executionId, String by) {
    JobExecution execution = execution(executionId);
    if (!execution.status().restartable()) {
      throw conflict(execution, "so it cannot be restarted; only STOPPED and FAILED ones can");
    }
    JobExecution next = resume(execution, by);
    audit.record(
        by,
        "job.restart",
        "job",
        execution.job(),
        Map.of("execution", next.id(), "restartOf", executionId));
    return next;
  }

  /** Continues an execution that does not run any more, whatever its row says. */
  JobExecution resume(JobExecution execution, String by) {
    if (runs.continued(execution)) {
      throw conflict(execution, "and a later execution has continued it: restart that one");
    }
    String lease = known.definition(execution.job()).leaseName(execution.parameters());
    acquire(lease);
    java.util.Properties properties = parameters(execution.parameters(), by);
    properties.setProperty(RunningJobs.RESTART_OF, Long.toString(execution.id()));
    long id = runtime.launch(lease, operator -> operator.restart(execution.id(), properties));
    runs.resumed(execution.id());
    return execution(id);
  }

  /**
   * Gives a stopped or failed execution up: it can never be restarted.
   *
   * @throws ProblemException if there is no such execution, or it is not stopped or failed
   */
  public JobExecution abandon(long executionId, String by) {
    JobExecution execution = execution(executionId);
    if (!runs.abandon(executionId)) {
      throw conflict(execution, "so it cannot be abandoned; only STOPPED and FAILED ones can");
    }
    runtime.abandon(executionId);
    audit.record(by, "job.abandon", "job", execution.job(), Map.of("execution", executionId));
    return execution(executionId);
  }

  /**
   * An execution as it stands now.
   *
   * @throws ProblemException if there is none with this id
   */
  public JobExecution execution(long executionId) {
    return runs.find(executionId)
        .orElseThrow(() -> ProblemException.notFound("job execution", executionId));
  }

  /**
   * The latest executions, newest first.
   *
   * @param job only of this job; null for all
   * @param limit 1 to 200
   */
  public List<JobExecution> executions(@Nullable String job, int limit) {
    return runs.latest(job, Math.max(1, Math.min(limit, MAX_LIMIT)));
  }

  private void acquire(String lease) {
    if (!leases.acquire(lease)) {
      String holder = leases.holder(lease).orElse("another node");
      throw new ProblemException(
          ProblemKind.CONFLICT,
          lease + " runs already, on " + holder + "; wait for it to end, or stop it");
    }
  }

  private static ProblemException conflict(JobExecution execution, String consequence) {
    return new ProblemException(
        ProblemKind.CONFLICT,
        "Execution " + execution.id() + " is " + execution.status() + ", " + consequence);
  }
}

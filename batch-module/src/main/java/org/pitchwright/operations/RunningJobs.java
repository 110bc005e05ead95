package org.pitchwright.operations;

import jakarta.batch.operations.JobOperator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.ProblemKind;

/** The jobs that there are, and the leases of those that run on this node. */
@ApplicationScoped
public class RunningJobs {
  /** Parameters of the product itself, which travel with a person's. */
  static final String STARTED_BY = "pitchwright.startedBy";

  static final String RESTART_OF = "pitchwright.restartOf";

  private final Map<Long, String> leases = new ConcurrentHashMap<>();
  private final Set<String> held = ConcurrentHashMap.newKeySet();

  @Inject @Any private Instance<JobDefinition> definitions;
  @Inject private NodeIdentity node;

  /** All jobs by name, those of the product itself included. */
  public List<JobDefinition> definitions() {
    return definitions.stream().sorted(Comparator.comparing(JobDefinition::name)).toList();
  }

  /**
   * The job with a name.
   *
   * @throws ProblemException if there is none; it names those that there are
   */
  public JobDefinition definition(String name) {
    return definitions().stream()
        .filter(definition -> definition.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemKind.NOT_FOUND,
                    "There is no job " + name + "; the jobs are " + String.join(", ", names())));
  }

  private List<String> names() {
    return definitions().stream()
        .filter(definition -> !definition.internal())
        .map(JobDefinition::name)
        .toList();
  }

  /** What the batch runtime knows about an execution. */
  NewRun describe(JobOperator operator, long executionId, long instanceId) {
    Properties all = operator.getParameters(executionId);
    Map<String, String> own = new LinkedHashMap<>();
    all.stringPropertyNames().stream()
        .filter(name -> !name.equals(STARTED_BY) && !name.equals(RESTART_OF))
        .sorted()
        .forEach(name -> own.put(name, all.getProperty(name)));
    @Nullable String restartOf = all.getProperty(RESTART_OF);
    return new NewRun(
        executionId,
        instanceId,
        operator.getJobExecution(executionId).getJobName(),
        own,
        all.getProperty(STARTED_BY, "system"),
        restartOf == null ? null : Long.valueOf(restartOf),
        node.name());
  }

  /** The lease of an execution of this node, remembered from now on. */
  String lease(NewRun run) {
    String lease = definition(run.job()).leaseName(run.parameters());
    leases.put(run.executionId(), lease);
    return lease;
  }

  /**
   * The lease under which an execution of this node runs.
   *
   * @throws IllegalStateException if the execution does not run here
   */
  public String leaseOf(long executionId) {
    @Nullable String lease = leases.get(executionId);
    if (lease == null) {
      throw new IllegalStateException("Execution " + executionId + " does not run on this node");
    }
    return lease;
  }

  /** From now on, this process renews the lease. */
  void hold(String lease) {
    held.add(lease);
  }

  /** From now on, this process does not renew the lease any more. */
  void letGo(String lease) {
    held.remove(lease);
  }

  /** Forgets an execution that has ended, and returns the lease that it leaves. */
  Optional<String> remove(long executionId) {
    Optional<String> lease = Optional.ofNullable(leases.remove(executionId));
    lease.ifPresent(held::remove);
    return lease;
  }

  /** The leases that this process renews, those of executions about to start included. */
  Set<String> held() {
    return Set.copyOf(held);
  }

  /** The executions that run on this node, with their leases. */
  Map<Long, String> leases() {
    return Map.copyOf(leases);
  }
}

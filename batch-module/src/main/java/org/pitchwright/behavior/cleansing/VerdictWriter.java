package org.pitchwright.behavior.cleansing;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.pitchwright.operations.JobLeases;
import org.pitchwright.operations.JobProgress;
import org.pitchwright.operations.RunningJobs;

/** Keeps the verdicts of a chunk. */
@Named("verdictWriter")
@Dependent
public class VerdictWriter extends AbstractItemWriter {
  @Inject @BatchProperty private String instance;
  @Inject @BatchProperty private String execution;
  @Inject @BatchProperty private String partition;
  @Inject private CleansingStore store;
  @Inject private JobProgress progress;
  @Inject private JobLeases leases;
  @Inject private RunningJobs running;

  @Override
  public void writeItems(List<Object> items) {
    long executionId = Long.parseLong(execution);
    List<SubjectVerdicts> subjects = items.stream().map(SubjectVerdicts.class::cast).toList();
    store.keep(Long.parseLong(instance), executionId, Integer.parseInt(partition), subjects);
    leases.confirm(running.leaseOf(executionId));
    progress.advance(
        executionId, subjects.stream().mapToLong(subject -> subject.verdicts().size()).sum());
  }
}

package org.pitchwright.behavior.cleansing;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.batch.api.partition.PartitionPlanImpl;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Properties;
import org.pitchwright.operations.JobProgress;

/**
 * Cuts the work by subject, so that all events of a subject are judged together and in order. A
 * restart plans anew: what a partition has done is off its list, and needs no memory of the
 * runtime.
 */
@Named("cleansingPartitions")
@Dependent
public class CleansingPartitions implements PartitionMapper {
  @Inject @BatchProperty private String partitions;
  @Inject private JobContext job;
  @Inject private CleansingStore store;
  @Inject private JobProgress progress;

  @Override
  public PartitionPlan mapPartitions() {
    int count = Integer.parseInt(partitions);
    CleansingStore.Task task = store.collect(job.getInstanceId(), count);
    long waiting = store.waiting(job.getInstanceId());
    progress.measure(job.getExecutionId(), task.waiting() - waiting, task.waiting(), "events");
    Properties[] properties = new Properties[count];
    for (int partition = 0; partition < count; partition++) {
      properties[partition] = new Properties();
      properties[partition].setProperty("partition", Integer.toString(partition));
      properties[partition].setProperty("instance", Long.toString(job.getInstanceId()));
      properties[partition].setProperty("execution", Long.toString(job.getExecutionId()));
      properties[partition].setProperty("lastEvent", Long.toString(task.lastEvent()));
    }
    PartitionPlanImpl plan = new PartitionPlanImpl();
    plan.setPartitions(count);
    plan.setThreads(count);
    plan.setPartitionProperties(properties);
    plan.setPartitionsOverride(true);
    return plan;
  }
}

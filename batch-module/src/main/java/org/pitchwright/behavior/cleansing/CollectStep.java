package org.pitchwright.behavior.cleansing;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.transaction.Transactional;
import org.pitchwright.operations.JobProgress;

/** Lists what is to be judged, so that a run has an end however many events come in meanwhile. */
@Named("cleansingCollect")
@Dependent
public class CollectStep extends AbstractBatchlet {
  @Inject @BatchProperty private String partitions;
  @Inject private JobContext job;
  @Inject private CleansingStore store;
  @Inject private JobProgress progress;

  @Override
  @Transactional
  public String process() {
    CleansingStore.Task task = store.collect(job.getInstanceId(), Integer.parseInt(partitions));
    progress.measure(job.getExecutionId(), 0, task.waiting(), "events");
    progress.say(job.getExecutionId(), task.waiting() + " events wait for their verdict");
    return "COMPLETED";
  }
}

package org.pitchwright.behavior.cleansing;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.pitchwright.operations.JobProgress;

/** Tells what a run has decided, all its restarts together. */
@Named("cleansingSummary")
@Dependent
public class SummaryStep extends AbstractBatchlet {
  @Inject @BatchProperty private String partitions;
  @Inject private JobContext job;
  @Inject private CleansingStore store;
  @Inject private JobProgress progress;

  @Override
  public String process() {
    CleansingCounts counts = CleansingCounts.NONE;
    for (int partition = 0; partition < Integer.parseInt(partitions); partition++) {
      counts = counts.plus(store.counts(job.getInstanceId(), partition));
    }
    long judged = counts.accepted() + counts.rejected();
    progress.measure(job.getExecutionId(), judged, judged, "events");
    progress.say(job.getExecutionId(), counts.sentence());
    return "COMPLETED";
  }
}

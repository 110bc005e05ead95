package org.pitchwright.behavior.imports;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pitchwright.operations.JobLeases;
import org.pitchwright.operations.JobProgress;
import org.pitchwright.operations.RunningJobs;

/** Keeps the rows of a chunk together with the counters and the position that belong to them. */
@Named("importWriter")
@Dependent
public class ImportWriter extends AbstractItemWriter {
  private static final double NANOS = 1e9;

  @Inject private JobContext job;
  @Inject private StepContext step;
  @Inject private ImportWork work;
  @Inject private JobProgress progress;
  @Inject private JobLeases leases;
  @Inject private RunningJobs running;

  private @Nullable ImportState state;
  private long since;

  @Override
  public void open(@Nullable Serializable checkpoint) {
    since = System.nanoTime();
    state = null;
  }

  @Override
  public void writeItems(List<Object> rows) {
    ImportWork.Open open = (ImportWork.Open) step.getTransientUserData();
    ImportState before = state == null ? open.state() : state;
    long now = System.nanoTime();
    ImportState after =
        work.keep(open, before, job.getInstanceId(), rows, (System.nanoTime() - since) / NANOS);
    since = now;
    leases.confirm(running.leaseOf(job.getExecutionId()));
    state = after;
    progress.say(
        job.getExecutionId(),
        open.run().fileName()
            + ": "
            + after.accepted()
            + " accepted, "
            + after.duplicates()
            + " duplicates, "
            + after.rejected()
            + " rejected");
    progress.advance(job.getExecutionId(), after.offset() - before.offset());
  }
}

package org.pitchwright.behavior.imports;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pitchwright.behavior.csv.UnreadableFileException;
import org.pitchwright.operations.JobFailure;
import org.pitchwright.operations.JobProgress;

/** Reads the rows of the imported file, from its checkpoint on. */
@Named("importReader")
@Dependent
public class ImportReader extends AbstractItemReader {
  @Inject @BatchProperty private String importId;
  @Inject @BatchProperty private String timeZone;
  @Inject private JobContext job;
  @Inject private StepContext step;
  @Inject private ImportWork work;
  @Inject private ImportRuns runs;
  @Inject private JobProgress progress;

  private ImportWork.@Nullable Open open;

  @Override
  public void open(@Nullable Serializable checkpoint) throws IOException {
    UUID id = UUID.fromString(importId);
    ImportRun run =
        runs.find(id).orElseThrow(() -> new JobFailure("There is no import " + importId));
    runs.running(id, job.getExecutionId());
    try {
      ImportWork.Open opened = work.open(run, job.getInstanceId(), ZoneId.of(timeZone));
      open = opened;
      step.setTransientUserData(opened);
      progress.measure(job.getExecutionId(), opened.state().offset(), run.sizeBytes(), "bytes");
      progress.say(job.getExecutionId(), run.fileName());
    } catch (UnreadableFileException e) {
      throw new JobFailure(run.fileName() + " cannot be imported. " + e.getMessage(), e);
    }
  }

  @Override
  public @Nullable Object readItem() throws IOException {
    return open == null ? null : open.source().next();
  }

  @Override
  public void close() throws IOException {
    if (open != null) {
      open.close();
    }
  }
}

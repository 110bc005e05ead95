package org.pitchwright.operations;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.listener.ItemProcessListener;
import jakarta.batch.api.chunk.listener.ItemReadListener;
import jakarta.batch.api.chunk.listener.ItemWriteListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Notes what went wrong in a chunk. The runtime tells the step's own listener as well, but not what
 * happened inside a partition; partitions name the execution that they belong to.
 */
@Named
@Dependent
public class ChunkFailureListener
    implements ItemReadListener, ItemProcessListener, ItemWriteListener {
  @Inject @BatchProperty private @Nullable String execution;
  @Inject private JobContext job;
  @Inject private JobProgress progress;

  private void failed(Exception cause) {
    progress.fail(execution == null ? job.getExecutionId() : Long.parseLong(execution), cause);
  }

  @Override
  public void onReadError(Exception cause) {
    failed(cause);
  }

  @Override
  public void onProcessError(Object item, Exception cause) {
    failed(cause);
  }

  @Override
  public void onWriteError(List<Object> items, Exception cause) {
    failed(cause);
  }

  @Override
  public void beforeRead() {}

  @Override
  public void afterRead(Object item) {}

  @Override
  public void beforeProcess(Object item) {}

  @Override
  public void afterProcess(Object item, Object result) {}

  @Override
  public void beforeWrite(List<Object> items) {}

  @Override
  public void afterWrite(List<Object> items) {}
}

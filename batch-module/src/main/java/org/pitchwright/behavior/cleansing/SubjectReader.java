package org.pitchwright.behavior.cleansing;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the subjects of a partition with their events, as many by one query as make a chunk. */
@Named("subjectReader")
@Dependent
public class SubjectReader extends AbstractItemReader {
  /** Subjects of a chunk; the same number stands in the job's XML. */
  static final int CHUNK = 500;

  @Inject @BatchProperty private String instance;
  @Inject @BatchProperty private String partition;
  @Inject @BatchProperty private String lastEvent;
  @Inject private CleansingStore store;

  private final Deque<SubjectEvents> block = new ArrayDeque<>();
  private String last = "";

  @Override
  public void open(@Nullable Serializable checkpoint) {
    last = checkpoint == null ? "" : checkpoint.toString();
  }

  @Override
  public @Nullable Object readItem() {
    if (block.isEmpty()) {
      List<SubjectEvents> next =
          store.next(
              Long.parseLong(instance),
              Integer.parseInt(partition),
              last,
              CHUNK,
              Long.parseLong(lastEvent));
      block.addAll(next);
    }
    @Nullable SubjectEvents subject = block.poll();
    if (subject != null) {
      last = subject.subject();
    }
    return subject;
  }

  @Override
  public Serializable checkpointInfo() {
    return last;
  }
}

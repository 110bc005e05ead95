package org.pitchwright.recommendation.jobs;

import jakarta.batch.api.Batchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.pitchwright.operations.JobExecution;
import org.pitchwright.operations.JobProgress;
import org.pitchwright.operations.Jobs;

/**
 * Learns from purchases which items are bought together. A run that breaks off has changed nothing,
 * and begins anew.
 */
@Named("recommenderLearnRelations")
@Dependent
public class LearnRelationsStep implements Batchlet {
  private static final int CUSTOMERS_AT_ONCE = 20_000;
  private static final int ITEMS_AT_ONCE = 500;

  @Inject private JobContext job;
  @Inject private Jobs jobs;
  @Inject private JobProgress progress;
  @Inject private PurchaseBaskets baskets;
  @Inject private LearnedRelations relations;

  private volatile boolean stopped;

  @Override
  public String process() {
    JobExecution execution = jobs.execution(job.getExecutionId());
    RelationThresholds thresholds = RelationThresholds.of(execution.parameters());
    baskets.clear();
    try {
      return learn(thresholds, execution.startedBy());
    } finally {
      baskets.clear(); // They name customers, whose erasure does not reach them.
    }
  }

  private String learn(RelationThresholds thresholds, String by) {
    pack(thresholds);
    pair(thresholds);
    if (stopped) {
      return "STOPPED";
    }
    LearnedRelations.Outcome outcome = relations.keep(thresholds, job.getExecutionId(), by);
    progress.say(
        job.getExecutionId(),
        outcome.together()
            + " pairs are bought together; "
            + outcome.suggested()
            + " accessories are suggested");
    return "COMPLETED";
  }

  private void pack(RelationThresholds thresholds) {
    OffsetDateTime since = OffsetDateTime.now(ZoneOffset.UTC).minusDays(thresholds.days());
    long execution = job.getExecutionId();
    progress.say(execution, "Packing purchases into baskets");
    long total = baskets.purchases(since);
    progress.measure(execution, 0, total, "purchases");
    String after = "";
    Optional<String> last = baskets.lastOfNext(after, CUSTOMERS_AT_ONCE);
    while (last.isPresent() && !stopped) {
      progress.advance(execution, baskets.pack(thresholds.windowDays(), since, after, last.get()));
      after = last.get();
      last = baskets.lastOfNext(after, CUSTOMERS_AT_ONCE);
    }
    // A purchase of the same item twice in a basket counts once.
    progress.measure(execution, total, total, "purchases");
    baskets.finishPacking();
  }

  private void pair(RelationThresholds thresholds) {
    long execution = job.getExecutionId();
    progress.say(execution, "Counting what is in one basket");
    long total = baskets.items();
    long done = 0;
    progress.measure(execution, done, total, "items");
    String after = "";
    Optional<String> last = baskets.lastItemOfNext(after, ITEMS_AT_ONCE);
    while (last.isPresent() && !stopped) {
      baskets.pair(after, last.get(), thresholds.minimumCustomers());
      done = Math.min(total, done + ITEMS_AT_ONCE);
      progress.measure(execution, done, total, "items");
      after = last.get();
      last = baskets.lastItemOfNext(after, ITEMS_AT_ONCE);
    }
  }

  @Override
  public void stop() {
    stopped = true;
  }
}

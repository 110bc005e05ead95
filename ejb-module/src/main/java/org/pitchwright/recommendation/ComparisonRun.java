package org.pitchwright.recommendation;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.pitchwright.problem.ProblemException;

/** Work on two versions of the recommender in the background, and how far it is. */
public final class ComparisonRun {
  private final CountDownLatch end = new CountDownLatch(1);
  private final int total;
  private volatile Progress progress = new Progress(0, 0, 0);
  private volatile @Nullable ProblemException problem;

  /** How far the work is, and what it found up to there. */
  private record Progress(int done, int customers, double sum) {
    Progress and(int steps, List<Double> shares) {
      double more = shares.stream().mapToDouble(Double::doubleValue).sum();
      return new Progress(done + steps, customers + shares.size(), sum + more);
    }
  }

  ComparisonRun(int total) {
    this.total = total;
  }

  synchronized void add(int steps, List<Double> shares) {
    progress = progress.and(steps, shares);
  }

  void finish() {
    end.countDown();
  }

  void fail(ProblemException because) {
    problem = because;
    end.countDown();
  }

  /**
   * Waits for the end, but not for long.
   *
   * @return whether it has ended
   */
  public boolean await(Duration patience) {
    try {
      return end.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ended();
    }
  }

  /** How many steps are done. */
  public int done() {
    return progress.done();
  }

  /** How many steps there are. */
  public int total() {
    return total;
  }

  /** Whether there is nothing more to come, be it done or failed. */
  public boolean ended() {
    return end.getCount() == 0;
  }

  /** Why it failed; null if it did not. */
  public @Nullable ProblemException problem() {
    return problem;
  }

  /** How many customers were compared so far. */
  public int customers() {
    return progress.customers();
  }

  /** The mean share of items that both versions recommend, 0 to 1; null without a customer. */
  public @Nullable Double meanOverlap() {
    Progress now = progress;
    return now.customers() == 0 ? null : now.sum() / now.customers();
  }
}

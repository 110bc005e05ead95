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
  private volatile int done;
  private volatile int customers;
  private volatile double sum;
  private volatile @Nullable ProblemException problem;

  ComparisonRun(int total) {
    this.total = total;
  }

  /** Only the thread that does the work calls this. */
  void add(int steps, List<Double> shares) {
    customers = customers + shares.size();
    sum = sum + shares.stream().mapToDouble(Double::doubleValue).sum();
    done = Math.min(total, done + steps);
  }

  void finish() {
    done = total;
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
    return done;
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
    return customers;
  }

  /** The mean share of items that both versions recommend, 0 to 1; null without a customer. */
  public @Nullable Double meanOverlap() {
    return customers == 0 ? null : sum / customers;
  }
}

package org.pitchwright.recommendation;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pitchwright.behavior.CustomerActivity;
import org.pitchwright.customer.CustomerId;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.ProblemKind;

/**
 * Two versions of the recommender beside each other. What may take longer than a person waits for a
 * page runs in the background; nothing counts as served.
 */
@ApplicationScoped
public class Comparisons {
  private static final Logger LOG = Logger.getLogger(Comparisons.class.getName());

  /** How many of the customers who were seen last make a sample. */
  public static final int SAMPLE = 200;

  private static final int AT_ONCE = 20;

  @EJB private ServingPipeline pipeline;
  @Inject private Playground playground;
  @Inject private CustomerActivity activity;

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  private ManagedExecutorService executor;

  private final Object turn = new Object();

  /** Work that tells how far it is. */
  private interface Work {
    void run(ComparisonRun run);
  }

  /**
   * Loads two versions, so that they answer quickly afterwards.
   *
   * @throws ProblemException if there is no such version, its files are gone, or both are the same
   */
  public ComparisonRun load(int first, int second) {
    require(first, second);
    return start(
        2,
        run -> {
          for (int version : new int[] {first, second}) {
            pipeline.load(version);
            run.add(1, List.of());
          }
        });
  }

  /**
   * Compares the first ten items of both versions for customers who were seen last.
   *
   * @throws ProblemException as {@link #load}
   */
  public ComparisonRun sample(int first, int second) {
    require(first, second);
    List<CustomerId> customers =
        activity.latest(SAMPLE).stream().map(seen -> new CustomerId(seen.customerId())).toList();
    return start(
        customers.size(),
        run -> {
          for (int start = 0; start < customers.size(); start += AT_ONCE) {
            List<CustomerId> some =
                customers.subList(start, Math.min(customers.size(), start + AT_ONCE));
            run.add(some.size(), pipeline.overlap(first, second, some));
          }
        });
  }

  private void require(int first, int second) {
    if (first == second) {
      throw ProblemException.invalid("/second", "Choose two different versions to compare");
    }
    playground.requireFiles(first);
    playground.requireFiles(second);
  }

  private ComparisonRun start(int total, Work work) {
    ComparisonRun run = new ComparisonRun(total);
    executor.execute(() -> work(run, work));
    return run;
  }

  private void work(ComparisonRun run, Work work) {
    synchronized (turn) { // One after the other: the machine is there to serve.
      try {
        work.run(run);
        run.finish();
      } catch (ProblemException e) {
        run.fail(e);
      } catch (RuntimeException | Error e) {
        LOG.log(Level.SEVERE, "Two versions of the recommender could not be compared", e);
        run.fail(
            new ProblemException(
                ProblemKind.INTERNAL, "The comparison failed; the server's log tells why"));
      }
    }
  }
}

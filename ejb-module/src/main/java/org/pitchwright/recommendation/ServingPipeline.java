package org.pitchwright.recommendation;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.pitchwright.behavior.InteractionWeights;
import org.pitchwright.customer.CustomerId;
import org.pitchwright.model.ModelRegistry;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.ProblemKind;
import org.pitchwright.recommendation.policy.ListPolicy;
import org.pitchwright.recommendation.policy.PolicyScenario;
import org.pitchwright.recommendation.rules.Rule;
import org.pitchwright.sql.Database;

/**
 * Answers requests in batches: whatever waits when a worker becomes free is read, scored, and kept
 * together, so that a busy server makes fewer queries and fewer model calls for each request.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ServingPipeline {
  private static final Logger LOG = Logger.getLogger(ServingPipeline.class.getName());
  private static final int MAX_BATCH = 32;
  private static final int MAX_WAITING = 4_096;

  /**
   * How long a batch waits for company while others are at work, in nanoseconds: about what a batch
   * itself takes, which is long enough to halve the number of queries and commits under load. A
   * request that finds nobody at work does not wait.
   */
  private static final long GATHERING = 500_000;

  @Inject private Database database;
  @Inject private ModelRegistry registry;
  @Inject private InteractionWeights weights;

  @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
  private ManagedThreadFactory threads;

  @Inject
  @ConfigProperty(name = "pitchwright.serving.workers")
  private Optional<Integer> workerCount;

  @Inject
  @ConfigProperty(name = "pitchwright.serving.cache-mib", defaultValue = "256")
  private int cacheMebibytes;

  private final BlockingQueue<PendingRequest> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
  private final List<Thread> workers = new ArrayList<>();
  private final AtomicInteger atWork = new AtomicInteger();
  private RecommendationEngine engine;
  private volatile boolean stopping;

  /** For the container, which calls {@link #start}. */
  @SuppressWarnings("NullAway.Init") // start() runs before anything else.
  public ServingPipeline() {}

  @PostConstruct
  void start() {
    engine =
        new RecommendationEngine(
            weights,
            version -> registry.artifact(ModelRegistry.RECOMMENDER, version),
            cacheMebibytes * 1024L * 1024L);
    for (int i = 0; i < workerCount.orElse(defaultWorkers()); i++) {
      Thread worker = threads.newThread(this::work);
      worker.setName("pitchwright-serving-" + (i + 1));
      worker.start();
      workers.add(worker);
    }
  }

  /**
   * A worker for every two processors: what it does takes about as long as what the threads of HTTP
   * do for the same request, and fewer workers have more requests in a batch.
   */
  private static int defaultWorkers() {
    return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
  }

  @PreDestroy
  void stop() {
    stopping = true;
    workers.forEach(Thread::interrupt);
    for (Thread worker : workers) {
      try {
        worker.join(5_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    waiting.forEach(pending -> pending.answer().completeExceptionally(overloaded()));
    engine.close();
  }

  /**
   * Puts a request into the next batch.
   *
   * @return completes once the answer is kept in the database; fails with a {@link
   *     ProblemException}, or with what the database said
   */
  public CompletableFuture<Recommendation> submit(RecommendationRequest request) {
    PendingRequest pending = new PendingRequest(request);
    if (stopping || !waiting.offer(pending)) {
      pending.answer().completeExceptionally(overloaded());
    }
    return pending.answer();
  }

  private static ProblemException overloaded() {
    return new ProblemException(
        ProblemKind.UNAVAILABLE, "Too many recommendations are waiting; try again in a moment");
  }

  /** What a rule would do to the answer to a request; nothing is kept. */
  public RuleEffect preview(RecommendationRequest request, Rule draft) {
    return database.with(connection -> engine.preview(connection, request, draft));
  }

  /** What another policy would cost, on customers who came lately; nothing is kept. */
  public PolicyPrice price(PolicyScenario place, ListPolicy draft) {
    return database.with(connection -> engine.price(connection, place, draft));
  }

  /** What another policy would do to the answer to a request; nothing is kept. */
  public RuleEffect preview(RecommendationRequest request, PolicyScenario place, ListPolicy draft) {
    return database.with(connection -> engine.preview(connection, request, place, draft));
  }

  /** What a version of the recommender says to a made-up history; nothing is kept. */
  public PlaygroundAnswer tryOut(PlaygroundQuestion question) {
    return database.with(connection -> engine.tryOut(connection, question));
  }

  /** Makes a version ready to be asked, beside the one that serves if need be. */
  public void load(int version) {
    database.run(connection -> engine.load(connection, version));
  }

  /** The share of items that two versions both recommend, for each of some customers. */
  public List<Double> overlap(int first, int second, List<CustomerId> customers) {
    return database.with(connection -> engine.overlap(connection, first, second, customers));
  }

  /** Items like one, best first; empty where the champion was not trained on it, or none serves. */
  public List<Recommendation.RankedItem> similar(
      String itemId, int limit, @Nullable String language) {
    return database.with(connection -> engine.similar(connection, itemId, limit, language));
  }

  /** The version of the recommender that answers now; 0 while plain popularity does. */
  public int modelVersion() {
    return database.with(connection -> engine.modelVersion(connection));
  }

  private void work() {
    List<PendingRequest> batch = new ArrayList<>(MAX_BATCH);
    while (!stopping) {
      try {
        batch.clear();
        batch.add(waiting.take());
        if (atWork.getAndIncrement() > 0) {
          LockSupport.parkNanos(GATHERING);
        }
        waiting.drainTo(batch, MAX_BATCH - 1);
        try {
          answer(batch);
        } finally {
          atWork.decrementAndGet();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void answer(List<PendingRequest> batch) {
    try {
      List<Recommendation> answers = database.with(connection -> engine.answer(connection, batch));
      for (int i = 0; i < answers.size(); i++) {
        batch.get(i).answer().complete(answers.get(i));
      }
    } catch (RuntimeException | Error e) {
      // The callers get the failure, whatever it is; the worker must live on for the next batch.
      LOG.log(Level.FINE, "A batch of recommendations failed", e);
      batch.forEach(pending -> pending.answer().completeExceptionally(e));
    }
  }
}

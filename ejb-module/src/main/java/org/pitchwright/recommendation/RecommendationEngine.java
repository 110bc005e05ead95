package org.pitchwright.recommendation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.pitchwright.behavior.InteractionWeights;
import org.pitchwright.customer.CustomerId;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.ProblemKind;
import org.pitchwright.recommendation.Recommendation.RankedItem;
import org.pitchwright.recommendation.ServingReader.Known;
import org.pitchwright.recommendation.ServingReader.Look;
import org.pitchwright.recommendation.ServingReader.Moment;
import org.pitchwright.recommendation.ServingReader.News;
import org.pitchwright.recommendation.ServingReader.Profile;
import org.pitchwright.recommendation.policy.ListPolicy;
import org.pitchwright.recommendation.policy.PolicyScenario;
import org.pitchwright.recommendation.rules.Rule;

/**
 * Turns a batch of requests into answers that are kept: reads what is new since the last look,
 * ranks, applies the rules, writes the log. What it remembers is only ever a shortcut: the database
 * is asked each time whether something has changed, so that several nodes agree.
 */
final class RecommendationEngine {
  private static final Ranking NOTHING = new Ranking(0, new int[0], new float[0], true);

  private final ItemTable items = new ItemTable();
  private final Ranker ranker;
  private final Popularity popularity = new Popularity(items);
  private final ServingReader reader;
  private final ChampionHolder champion;
  private final TrialModels<ServingModel> trialModels;
  private final Trial trial;
  private final Cache<String, CustomerState> states;
  private volatile RuleBook rules = RuleBook.UNREAD;
  private volatile ItemGraph graph = ItemGraph.UNREAD;

  /**
   * An engine that knows nothing yet.
   *
   * @param artifacts gives the files of a version of the recommender
   * @param cacheBytes about how much memory the customers' pasts may take
   */
  RecommendationEngine(
      InteractionWeights weights, IntFunction<Map<String, byte[]>> artifacts, long cacheBytes) {
    this(weights, artifacts, cacheBytes, ThreadLocalRandom::current);
  }

  /**
   * As the other, for tests that repeat what was random.
   *
   * @param randomness by which lists are explored
   */
  RecommendationEngine(
      InteractionWeights weights,
      IntFunction<Map<String, byte[]>> artifacts,
      long cacheBytes,
      Supplier<RandomGenerator> randomness) {
    ranker = new Ranker(items, new Exploration(randomness));
    reader = new ServingReader(items, weights);
    champion = new ChampionHolder(items, artifacts);
    trialModels =
        new TrialModels<>(
            version ->
                new ServingModel(version, RecommenderModel.load(artifacts.apply(version)), items),
            ServingModel::close);
    trial = new Trial(items, ranker, weights);
    states =
        Caffeine.newBuilder()
            .maximumWeight(cacheBytes)
            .weigher((String key, CustomerState state) -> state.weight() + 2 * key.length())
            .build();
  }

  /** The answers to a batch, in its order; they are in the log when this returns. */
  List<Recommendation> answer(Connection connection, List<PendingRequest> batch)
      throws SQLException {
    Moment moment = readPasts(connection, batch);
    ItemGraph now = graph;
    for (PendingRequest pending : batch) {
      pending.resolve(items);
      pending.heed(now, moment.at());
    }
    Ranker.Source source = source(connection, moment, rules.at(moment.at()));
    List<Recommendation> answers = ranker.answer(batch, source);
    List<ServingLog.Served> log = new ArrayList<>(batch.size());
    for (int i = 0; i < answers.size(); i++) {
      PendingRequest pending = batch.get(i);
      log.add(
          new ServingLog.Served(pending.customer(), pending.request().scenario(), answers.get(i)));
    }
    ServingLog.write(connection, log);
    return answers;
  }

  private Ranker.Source source(Connection connection, Moment moment, RulesInForce inForce)
      throws SQLException {
    ServingModel model = champion.get(moment.championVersion());
    Ranking popular = model == null ? popularity.ranking(connection) : NOTHING;
    return new Ranker.Source(model, popular, inForce);
  }

  /** The answer to a request without a rule and with it; neither is kept. */
  RuleEffect preview(Connection connection, RecommendationRequest request, Rule draft)
      throws SQLException {
    return effect(connection, request, (book, moment) -> book.trial(draft, moment));
  }

  /** The answer to a request as it is and with another policy, trying nothing; neither is kept. */
  RuleEffect preview(
      Connection connection, RecommendationRequest request, PolicyScenario place, ListPolicy draft)
      throws SQLException {
    ListPolicy quiet = draft.withoutExploration();
    return effect(
        connection,
        request,
        (book, moment) -> book.withoutExploration().trial(place, quiet, moment));
  }

  /**
   * What another policy for a place would cost, on customers who came lately. Their pasts are read
   * for this alone, and not remembered.
   */
  PolicyPrice price(Connection connection, PolicyScenario place, ListPolicy draft)
      throws SQLException {
    List<String> customers = PolicyTrial.latest(connection);
    Look look = look(connection, customers.stream().map(Known::nothing).toList());
    Moment moment = look.moment();
    PolicyTrial tried = new PolicyTrial(ranker, items);
    for (int i = 0; i < customers.size(); i++) {
      tried.add(customers.get(i), look.news().get(i));
    }
    RuleBook.Trial trial = rules.trial(place, draft, moment.at());
    return tried.price(place.value(), source(connection, moment, trial.without()), trial.with());
  }

  /** What is in force without something that is tried and with it. */
  private interface Trying {
    RuleBook.Trial at(RuleBook book, long moment);
  }

  private RuleEffect effect(Connection connection, RecommendationRequest request, Trying trying)
      throws SQLException {
    List<PendingRequest> asked = List.of(new PendingRequest(request));
    Moment moment = readPasts(connection, asked);
    asked.get(0).resolve(items);
    asked.get(0).heed(graph, moment.at());
    RuleBook.Trial trial = trying.at(rules, moment.at());
    Recommendation before =
        ranker.answer(asked, source(connection, moment, trial.without())).get(0);
    Recommendation after = ranker.answer(asked, source(connection, moment, trial.with())).get(0);
    return new RuleEffect(before, after);
  }

  /** The answer to a made-up history, taken apart; it is not kept. */
  PlaygroundAnswer tryOut(Connection connection, PlaygroundQuestion question) throws SQLException {
    Moment moment = moment(connection);
    ServingModel model = model(question.version(), moment);
    List<Rule> inForce = rules.active(moment.at(), question.request().scenario());
    return trial.answer(question, model, inForce, graph, moment.at());
  }

  /** Makes a version ready to be asked. */
  void load(Connection connection, int version) throws SQLException {
    model(version, moment(connection));
  }

  /** The share of items that two versions both recommend, for each customer who is known. */
  List<Double> overlap(Connection connection, int first, int second, List<CustomerId> customers)
      throws SQLException {
    List<PendingRequest> asked =
        customers.stream()
            .map(customer -> new PendingRequest(RecommendationRequest.forCustomer(customer)))
            .toList();
    Moment moment = readPasts(connection, asked);
    return new Overlap(items).of(asked, model(first, moment), model(second, moment));
  }

  /** A version of the recommender; the one that serves for null. */
  private ServingModel model(@Nullable Integer version, Moment moment) {
    ServingModel serving = champion.get(moment.championVersion());
    if (serving != null && (version == null || version == serving.version())) {
      return serving;
    }
    if (version == null) {
      throw new ProblemException(
          ProblemKind.CONFLICT, "No model serves yet; train the recommender first");
    }
    return trialModels.get(version);
  }

  /** Items like one, best first; empty where the champion was not trained on it, or none serves. */
  List<RankedItem> similar(
      Connection connection, String itemId, int limit, @Nullable String language)
      throws SQLException {
    Moment moment = moment(connection);
    ServingModel model = champion.get(moment.championVersion());
    OptionalInt number = items.find(itemId);
    RuleSet everywhere = rules.at(moment.at()).everywhere();
    return model == null || number.isEmpty() || !model.knows(number.getAsInt())
        ? List.of()
        : ranker.similar(model, number.getAsInt(), limit, language, everywhere, graph);
  }

  /** The version of the recommender that answers now; 0 while plain popularity does. */
  int modelVersion(Connection connection) throws SQLException {
    ServingModel model = champion.get(moment(connection).championVersion());
    return model == null ? 0 : model.version();
  }

  private Moment moment(Connection connection) throws SQLException {
    return look(connection, List.of()).moment();
  }

  private Look look(Connection connection, List<Known> customers) throws SQLException {
    Look look = reader.look(connection, customers, items.since());
    if (look.moment().itemsChanged()) {
      items.refresh(connection, look.moment().xmin());
    }
    if (look.moment().relationsRevision() != graph.revision()) {
      graph = ItemGraph.read(connection, items);
      rules = RuleBook.read(connection, graph.tree());
    } else if (look.moment().rulesRevision() != rules.revision()) {
      rules = RuleBook.read(connection, graph.tree());
    }
    return look;
  }

  private Moment readPasts(Connection connection, List<PendingRequest> batch) throws SQLException {
    List<PendingRequest> asked = new ArrayList<>(batch.size());
    List<Known> known = new ArrayList<>(batch.size());
    List<@Nullable CustomerState> before = new ArrayList<>(batch.size());
    for (PendingRequest pending : batch) {
      String customer = pending.customer();
      if (customer != null) {
        CustomerState kept = states.getIfPresent(customer);
        asked.add(pending);
        before.add(kept);
        known.add(
            kept == null
                ? Known.nothing(customer)
                : new Known(customer, kept.generation(), kept.since()));
      }
    }
    Look look = look(connection, known);
    for (int i = 0; i < asked.size(); i++) {
      News news = look.news().get(i);
      CustomerState now = stateAfter(before.get(i), news, look.moment().xmin());
      states.put(known.get(i).customer(), now);
      asked.get(i).found(now, news.profile());
    }
    return look.moment();
  }

  private static CustomerState stateAfter(@Nullable CustomerState kept, News news, String xmin) {
    long generation = Profile.generation(news.profile());
    CustomerState before =
        kept != null && kept.generation() == generation ? kept : CustomerState.unread(generation);
    return before.after(news.events(), xmin);
  }

  /** Gives the native memory of all models back. */
  void close() {
    champion.close();
    trialModels.close();
  }
}

package org.pitchwright.recommendation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.pitchwright.behavior.InteractionWeights;
import org.pitchwright.recommendation.Recommendation.RankedItem;
import org.pitchwright.recommendation.ServingReader.Moment;
import org.pitchwright.recommendation.ServingReader.Profile;

/**
 * Turns a batch of requests into answers that are kept: reads what is new since the last look,
 * ranks, applies the rules, writes the log. What it remembers is only ever a shortcut: the database
 * is asked each time whether something has changed, so that several nodes agree.
 */
final class RecommendationEngine {
  private static final Ranking NOTHING = new Ranking(0, new int[0], new float[0], true);

  private final ItemTable items = new ItemTable();
  private final Ranker ranker = new Ranker(items);
  private final Popularity popularity = new Popularity(items);
  private final ServingReader reader;
  private final ChampionHolder champion;
  private final Cache<String, CustomerState> states;

  /**
   * An engine that knows nothing yet.
   *
   * @param artifacts gives the files of a version of the recommender
   * @param cacheBytes about how much memory the customers' pasts may take
   */
  RecommendationEngine(
      InteractionWeights weights, IntFunction<Map<String, byte[]>> artifacts, long cacheBytes) {
    reader = new ServingReader(items, weights);
    champion = new ChampionHolder(items, artifacts);
    states =
        Caffeine.newBuilder()
            .maximumWeight(cacheBytes)
            .weigher((String key, CustomerState state) -> state.weight() + 2 * key.length())
            .build();
  }

  /** A request in the engine's own terms. */
  PendingRequest accept(RecommendationRequest request) {
    return new PendingRequest(request, items);
  }

  /** The answers to a batch, in its order; they are in the log when this returns. */
  List<Recommendation> answer(Connection connection, List<PendingRequest> batch)
      throws SQLException {
    Moment moment = moment(connection);
    ServingModel model = champion.get(moment.championVersion());
    readPasts(connection, batch, moment);
    Ranking popular = model == null ? popularity.ranking(connection) : NOTHING;
    List<Recommendation> answers = ranker.answer(batch, new Ranker.Source(model, popular));
    List<ServingLog.Served> log = new ArrayList<>(batch.size());
    for (int i = 0; i < answers.size(); i++) {
      PendingRequest pending = batch.get(i);
      log.add(
          new ServingLog.Served(pending.customer(), pending.request().scenario(), answers.get(i)));
    }
    ServingLog.write(connection, log);
    return answers;
  }

  /** Items like one, best first; empty where the champion was not trained on it, or none serves. */
  List<RankedItem> similar(
      Connection connection, String itemId, int limit, @Nullable String language)
      throws SQLException {
    ServingModel model = champion.get(moment(connection).championVersion());
    int number = items.number(itemId);
    return model == null || !model.knows(number)
        ? List.of()
        : ranker.similar(model, number, limit, language);
  }

  /** The version of the recommender that answers now; 0 while plain popularity does. */
  int modelVersion(Connection connection) throws SQLException {
    ServingModel model = champion.get(moment(connection).championVersion());
    return model == null ? 0 : model.version();
  }

  private Moment moment(Connection connection) throws SQLException {
    Moment moment = reader.moment(connection, items.since());
    if (moment.itemsChanged()) {
      items.refresh(connection, moment.xmin());
    }
    return moment;
  }

  private void readPasts(Connection connection, List<PendingRequest> batch, Moment moment)
      throws SQLException {
    List<PendingRequest> known = batch.stream().filter(p -> p.customer() != null).toList();
    if (known.isEmpty()) {
      return;
    }
    List<String> customers = new ArrayList<>(known.size());
    known.forEach(pending -> customers.add(String.valueOf(pending.customer())));
    List<@Nullable Profile> profiles = reader.profiles(connection, customers);
    List<CustomerState> before = new ArrayList<>(known.size());
    for (int i = 0; i < known.size(); i++) {
      before.add(stateBefore(customers.get(i), profiles.get(i)));
    }
    List<String> since = before.stream().map(CustomerState::since).toList();
    List<List<Interaction>> events = reader.events(connection, customers, since, moment.xmin());
    for (int i = 0; i < known.size(); i++) {
      CustomerState now = before.get(i).after(events.get(i), moment.xmin());
      states.put(customers.get(i), now);
      known.get(i).found(now, profiles.get(i));
    }
  }

  private CustomerState stateBefore(String customer, @Nullable Profile profile) {
    long generation = profile == null ? 0 : profile.generation();
    CustomerState kept = states.getIfPresent(customer);
    return kept != null && kept.generation() == generation
        ? kept
        : CustomerState.unread(generation);
  }

  /** Gives the model's native memory back. */
  void close() {
    champion.close();
  }
}

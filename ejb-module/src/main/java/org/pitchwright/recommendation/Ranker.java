package org.pitchwright.recommendation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.model.ModelRegistry;
import org.pitchwright.recommendation.Recommendation.ModelRef;
import org.pitchwright.recommendation.Recommendation.RankedItem;
import org.pitchwright.recommendation.Recommendation.Reason;

/** From rankings to answers: rules, limit, reasons. */
final class Ranker {
  /** How many items are ranked at first; rules that leave too few of them ask for more. */
  private static final int FIRST_DEPTH = 500;

  /** How many are ranked then, before all are. */
  private static final int SECOND_DEPTH = 10_000;

  private final ItemTable items;
  private final Exploration exploration;

  Ranker(ItemTable items, Exploration exploration) {
    this.items = items;
    this.exploration = exploration;
  }

  /** What a batch ranks with: the champion, or popularity while there is none. */
  record Source(@Nullable ServingModel model, Ranking popularity, RulesInForce rules) {
    RuleSet rulesFor(PendingRequest pending) {
      return rules.of(pending.request().scenario());
    }
  }

  /** The answers to a batch, in its order. */
  List<Recommendation> answer(List<PendingRequest> batch, Source source) {
    List<Ranking> rankings = rank(batch, source, FIRST_DEPTH);
    List<Recommendation> answers = new ArrayList<>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      PendingRequest pending = batch.get(i);
      Ranking ranking = rankings.get(i);
      ListPlan plan = choose(pending, ranking, source);
      if (!ranking.complete() && wantsMore(pending, plan.greedy(), source)) {
        ranking = rank(List.of(pending), source, SECOND_DEPTH).get(0);
        plan = choose(pending, ranking, source);
      }
      if (!ranking.complete() && plan.greedy().size() < pending.request().limit()) {
        ranking = rank(List.of(pending), source, Integer.MAX_VALUE).get(0);
        plan = choose(pending, ranking, source);
      }
      double share = source.rulesFor(pending).policy().exploration();
      List<RankedItem> shown = exploration.draw(plan, share, pending.language());
      answers.add(answer(pending, ranking, shown, source));
    }
    return answers;
  }

  /**
   * Whether the best items were not enough to choose from: too few of them were left, or only some
   * categories are asked for, of which too few may be among them for a rule to move.
   */
  private boolean wantsMore(PendingRequest pending, List<RankedItem> chosen, Source source) {
    return chosen.size() < pending.request().limit()
        || (pending.request().categories() != null
            && (source.rulesFor(pending).moves() || pending.effect(items).moves()));
  }

  private List<Ranking> rank(List<PendingRequest> batch, Source source, int depth) {
    Ranking[] rankings = new Ranking[batch.size()];
    ServingModel model = source.model();
    if (model == null) {
      Arrays.fill(rankings, source.popularity());
      return List.of(rankings);
    }
    List<Integer> missing = new ArrayList<>();
    List<History> histories = new ArrayList<>();
    for (int i = 0; i < rankings.length; i++) {
      PendingRequest pending = batch.get(i);
      CustomerState state = pending.cacheable() ? pending.state() : null;
      Ranking kept = state == null ? null : state.ranking(model.version(), depth);
      if (kept != null) {
        rankings[i] = kept;
      } else {
        missing.add(i);
        histories.add(model.history(model.understood(pending.basis())));
      }
    }
    if (!missing.isEmpty()) {
      List<Ranking> made = model.rank(histories, depth);
      for (int k = 0; k < missing.size(); k++) {
        PendingRequest pending = batch.get(missing.get(k));
        Ranking ranking = made == null ? source.popularity() : made.get(k);
        rankings[missing.get(k)] = ranking;
        CustomerState state = pending.state();
        if (made != null && pending.cacheable() && state != null && depth == FIRST_DEPTH) {
          state.remember(ranking);
        }
      }
    }
    return List.of(rankings);
  }

  /**
   * A customer who comes again, and did nothing in the meantime, gets the same items again, but for
   * those that are tried.
   */
  private ListPlan choose(PendingRequest pending, Ranking ranking, Source source) {
    if (source.model() == null || !pending.usual()) {
      return chooseAnew(pending, ranking, source);
    }
    long catalogue = items.state();
    RuleSet rules = source.rulesFor(pending);
    Ranking.Choice before = ranking.choice().get();
    if (before != null && before.serves(pending, catalogue, rules)) {
      return before.plan();
    }
    ListPlan plan = chooseAnew(pending, ranking, source);
    RecommendationRequest request = pending.request();
    ranking
        .choice()
        .set(
            new Ranking.Choice(
                request.limit(),
                request.exclude(),
                pending.language(),
                catalogue,
                rules,
                pending.graph().revision(),
                pending.effect(items).until(),
                plan));
    return plan;
  }

  /** The best items for a batch, before any rule. */
  List<Ranking> rankings(List<PendingRequest> batch, Source source) {
    return rank(batch, source, FIRST_DEPTH);
  }

  /** What is drawn from a ranking, without asking for causes. */
  ListPlan plan(PendingRequest pending, Ranking ranking, Source source) {
    Reason reason = Reasons.history(pending.language());
    List<Candidate> all = candidates(pending, ranking, source);
    return plan(pending, all, Collections.nCopies(all.size(), reason).iterator());
  }

  /** The items of a list, and behind them those that may be tried. */
  private List<Candidate> candidates(PendingRequest pending, Ranking ranking, Source source) {
    ItemSimilarity similarity = new ItemSimilarity(items, source.model());
    return source.rulesFor(pending).choose(pending, ranking, items, similarity);
  }

  private ListPlan chooseAnew(PendingRequest pending, Ranking ranking, Source source) {
    RuleSet rules = source.rulesFor(pending);
    List<Candidate> all = candidates(pending, ranking, source);
    int[] ranked =
        all.stream()
            .limit(pending.request().limit())
            .filter(Candidate::ranked)
            .mapToInt(Candidate::item)
            .toArray();
    Iterator<Reason> reasons =
        reasons(pending, new ListCauses(pending, ranking, rules, items), ranked, source.model())
            .iterator();
    return plan(pending, all, reasons);
  }

  /**
   * Puts a list together.
   *
   * @param all its items, and behind them those that may be tried
   * @param reasons of those of its items that neither a rule nor a relation put there
   */
  private ListPlan plan(PendingRequest pending, List<Candidate> all, Iterator<Reason> reasons) {
    int end = Math.min(all.size(), pending.request().limit());
    List<RankedItem> chosen = new ArrayList<>(end);
    for (Candidate candidate : all.subList(0, end)) {
      Reason reason =
          candidate.ranked() ? reasons.next() : Reasons.of(candidate, pending.language(), items);
      chosen.add(
          new RankedItem(itemId(candidate), chosen.size() + 1, candidate.score(), null, 1, reason));
    }
    return new ListPlan(chosen, all.subList(end, all.size()).stream().map(this::itemId).toList());
  }

  private ItemId itemId(Candidate candidate) {
    return new ItemId(items.entry(candidate.item()).itemId());
  }

  /** Why the model put items on a list, in their order. */
  private List<Reason> reasons(
      PendingRequest pending, ListCauses causes, int[] list, @Nullable ServingModel model) {
    String language = pending.language();
    if (model == null || !personalized(pending.basis(), model)) {
      return Collections.nCopies(list.length, Reasons.popular(language));
    }
    return causes.of(list, model).stream()
        .map(
            named ->
                named.isEmpty()
                    ? Reasons.history(language)
                    : Reasons.because(language, named, items))
        .toList();
  }

  /**
   * Active items like one that the model knows, best first, without those that have a successor or
   * that a rule excludes everywhere.
   */
  List<RankedItem> similar(
      ServingModel model,
      int number,
      int limit,
      @Nullable String language,
      RuleSet rules,
      ItemGraph graph) {
    Ranking ranking = model.similar(number, limit + FIRST_DEPTH);
    Reason reason = Reasons.similar(language, items.entry(number));
    List<RankedItem> chosen = new ArrayList<>(limit);
    for (int i = 0; i < ranking.size() && chosen.size() < limit; i++) {
      ItemTable.Entry entry = items.entry(ranking.items()[i]);
      if (entry.active()
          && !rules.excludes(entry)
          && graph.successor(ranking.items()[i], items) == null) {
        chosen.add(
            new RankedItem(
                new ItemId(entry.itemId()),
                chosen.size() + 1,
                ranking.scores()[i],
                null,
                1,
                reason));
      }
    }
    return chosen;
  }

  private static boolean personalized(List<Interaction> basis, ServingModel model) {
    for (Interaction past : basis) {
      if (past.weight() > 0 && model.knows(past.item())) {
        return true;
      }
    }
    return false;
  }

  private static Recommendation answer(
      PendingRequest pending, Ranking ranking, List<RankedItem> chosen, Source source) {
    ServingModel model = source.model();
    boolean byModel = model != null && ranking.modelVersion() == model.version();
    ModelRef ref =
        byModel
            ? new ModelRef(ModelRegistry.RECOMMENDER, ranking.modelVersion())
            : new ModelRef("popularity", 0);
    boolean personalized = byModel && model != null && personalized(pending.basis(), model);
    return new Recommendation(newId(), ref, personalized, chosen);
  }

  /**
   * A UUID that begins with the time (RFC 9562, version 7), so that the log's index grows at its
   * end; it need not be secret, so it need not wait for entropy.
   */
  private static UUID newId() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long high = System.currentTimeMillis() << 16 | 0x7000L | random.nextInt(1 << 12);
    long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}

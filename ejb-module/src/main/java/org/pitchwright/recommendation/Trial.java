package org.pitchwright.recommendation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pitchwright.behavior.InteractionWeights;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.ProblemKind;
import org.pitchwright.recommendation.PlaygroundAnswer.Ignored;
import org.pitchwright.recommendation.PlaygroundAnswer.IgnoredReason;
import org.pitchwright.recommendation.PlaygroundAnswer.TriedItem;
import org.pitchwright.recommendation.PlaygroundQuestion.Step;
import org.pitchwright.recommendation.Recommendation.RankedItem;
import org.pitchwright.recommendation.policy.ListPolicy;
import org.pitchwright.recommendation.rules.Rule;

/** Asks one version of the recommender what comes after a made-up history. */
final class Trial {
  private static final Ranking NOTHING = new Ranking(0, new int[0], new float[0], true);

  private final ItemTable items;
  private final Ranker ranker;
  private final InteractionWeights weights;

  Trial(ItemTable items, Ranker ranker, InteractionWeights weights) {
    this.items = items;
    this.ranker = ranker;
    this.weights = weights;
  }

  /**
   * The answer, taken apart.
   *
   * @param inForce the business rules in force for the scenario, in their order
   * @param graph how items belong together
   * @param at milliseconds since 1970 by the database's clock
   * @throws ProblemException if the version was given back meanwhile
   */
  PlaygroundAnswer answer(
      PlaygroundQuestion question,
      ServingModel model,
      List<Rule> inForce,
      ItemGraph graph,
      long at) {
    PendingRequest pending = pending(question);
    Recommendation plain = rank(pending, model, RuleSet.NONE);
    PendingRequest heeding = pending(question);
    heeding.heed(graph, at);
    RuleSet rules = RuleSet.of(inForce, ListPolicy.OFF, graph.tree());
    Recommendation ruled = rank(heeding, model, rules);
    List<ItemTable.Entry> shown = ruled.items().stream().map(this::entry).toList();
    RuleInfluence influence = new RuleInfluence(inForce, shown, graph.tree());
    Map<Integer, ScoreBreakdown> parts = parts(pending, model, plain, ruled);
    return new PlaygroundAnswer(
        plain.model(),
        plain.personalized(),
        tried(plain, parts, influence, new HashSet<>(shown)),
        tried(ruled, parts, influence, new HashSet<>(shown)),
        ignored(question.history(), model));
  }

  /**
   * A visitor who did what the question says; steps with items that nobody knows leave no trace.
   */
  PendingRequest pending(PlaygroundQuestion question) {
    PendingRequest pending = new PendingRequest(question.request());
    List<Interaction> past = new ArrayList<>();
    long now = System.currentTimeMillis();
    for (Step step : question.history()) {
      OptionalInt number = items.find(step.item().value());
      if (number.isPresent()) {
        float weight = weights.of(step.type(), null, null);
        past.add(
            new Interaction(past.size() + 1L, number.getAsInt(), step.type(), now, weight, false));
      }
    }
    pending.imagine(past, question.language());
    return pending;
  }

  private Recommendation rank(PendingRequest pending, ServingModel model, RuleSet rules) {
    Ranker.Source source =
        new Ranker.Source(model, NOTHING, new RulesInForce(rules, Map.of(), rules));
    Recommendation answer = ranker.answer(List.of(pending), source).get(0);
    if (answer.model().version() != model.version()) {
      throw givenBack(model);
    }
    return answer;
  }

  static ProblemException givenBack(ServingModel model) {
    return new ProblemException(
        ProblemKind.UNAVAILABLE,
        "Version " + model.version() + " was just unloaded; try again in a moment");
  }

  private Map<Integer, ScoreBreakdown> parts(
      PendingRequest pending, ServingModel model, Recommendation plain, Recommendation ruled) {
    int[] numbers =
        Stream.concat(plain.items().stream(), ruled.items().stream())
            .mapToInt(this::number)
            .distinct()
            .toArray();
    Map<Integer, ScoreBreakdown> parts =
        model.breakdown(model.understood(pending.basis()), numbers);
    if (parts == null) {
      throw givenBack(model);
    }
    return parts;
  }

  private List<TriedItem> tried(
      Recommendation answer,
      Map<Integer, ScoreBreakdown> parts,
      RuleInfluence influence,
      Set<ItemTable.Entry> shown) {
    return answer.items().stream()
        .map(
            item ->
                new TriedItem(
                    item,
                    parts.get(number(item)),
                    influence.on(entry(item), shown.contains(entry(item)))))
        .toList();
  }

  private int number(RankedItem item) {
    return items.number(item.itemId().value());
  }

  private ItemTable.Entry entry(RankedItem item) {
    return items.entry(number(item));
  }

  private List<Ignored> ignored(List<Step> history, ServingModel model) {
    Set<ItemId> distinct =
        history.stream().map(Step::item).collect(Collectors.toCollection(LinkedHashSet::new));
    List<Ignored> ignored = new ArrayList<>();
    for (ItemId item : distinct) {
      OptionalInt number = items.find(item.value());
      boolean named = number.isPresent() && items.entry(number.getAsInt()).known();
      if (number.isEmpty() || !model.knows(number.getAsInt())) {
        ignored.add(
            new Ignored(item, named ? IgnoredReason.NOT_IN_MODEL : IgnoredReason.NOT_IN_CATALOGUE));
      }
    }
    return ignored;
  }
}

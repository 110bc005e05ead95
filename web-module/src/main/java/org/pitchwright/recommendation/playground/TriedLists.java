package org.pitchwright.recommendation.playground;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pitchwright.catalog.Catalog;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.frame.Texts;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.recommendation.ListLine;
import org.pitchwright.recommendation.ListLine.Change;
import org.pitchwright.recommendation.Pick;
import org.pitchwright.recommendation.Picks;
import org.pitchwright.recommendation.Playground;
import org.pitchwright.recommendation.PlaygroundAnswer;
import org.pitchwright.recommendation.PlaygroundAnswer.TriedItem;
import org.pitchwright.recommendation.PlaygroundQuestion;
import org.pitchwright.recommendation.Recommendation.RankedItem;
import org.pitchwright.recommendation.Suggestions;

/** Asks the playground, and gives its answers titles and words. */
@RequestScoped
public class TriedLists {
  @Inject private Playground playground;
  @Inject private Picks picks;
  @Inject private Catalog catalog;
  @Inject private Suggestions suggestions;
  @Inject private Texts texts;

  /**
   * The answer to a question.
   *
   * @throws ProblemException as {@link Playground#ask}
   */
  public TriedList of(PlaygroundQuestion question) {
    PlaygroundAnswer answer = playground.ask(question);
    List<RankedItem> plain = ranked(answer.items());
    List<RankedItem> ruled = ranked(answer.ruled());
    Map<ItemId, Catalog.Listed> known = known(plain, ruled);
    List<ListLine> before = noted(ListLine.before(plain, ruled, known), answer.items());
    List<ListLine> after = noted(ListLine.after(plain, ruled, known), answer.ruled());
    boolean changed =
        Stream.concat(before.stream(), after.stream())
            .anyMatch(line -> line.change() != Change.SAME || line.pinned());
    return new TriedList(
        answer.model().version(),
        answer.personalized(),
        picks(answer.items(), plain),
        before,
        after,
        changed,
        ignored(answer));
  }

  /**
   * What two versions say to the same history.
   *
   * @throws ProblemException as {@link Playground#ask}
   */
  public ComparedLists compare(
      List<PlaygroundQuestion.Step> history, int first, int second, int limit, String language) {
    List<RankedItem> one =
        ranked(playground.ask(new PlaygroundQuestion(first, history, limit, language)).items());
    List<RankedItem> other =
        ranked(playground.ask(new PlaygroundQuestion(second, history, limit, language)).items());
    Map<ItemId, Catalog.Listed> known = known(one, other);
    return new ComparedLists(ListLine.before(one, other, known), ListLine.after(one, other, known));
  }

  private Map<ItemId, Catalog.Listed> known(List<RankedItem> one, List<RankedItem> other) {
    return catalog.findAll(
        Stream.concat(one.stream(), other.stream())
            .map(RankedItem::itemId)
            .collect(Collectors.toSet()));
  }

  private static List<RankedItem> ranked(List<TriedItem> items) {
    return items.stream().map(TriedItem::item).toList();
  }

  private List<TriedList.TriedPick> picks(List<TriedItem> items, List<RankedItem> plain) {
    List<Pick> shown = picks.of(plain);
    double widest = PartBar.widest(items);
    return IntStream.range(0, shown.size())
        .mapToObj(
            place ->
                new TriedList.TriedPick(shown.get(place), PartBar.of(items.get(place), widest)))
        .toList();
  }

  /** Says of each item that a rule concerns which one it is; of what made room for it, nothing. */
  private List<ListLine> noted(List<ListLine> lines, List<TriedItem> items) {
    Map<String, List<String>> notes = new HashMap<>();
    for (TriedItem item : items) {
      notes.put(
          item.item().itemId().value(),
          item.rules().stream()
              .map(rule -> texts.text("playground.rule." + rule.kind(), rule.name()))
              .toList());
    }
    return lines.stream()
        .map(line -> line.with(notes.getOrDefault(line.itemId(), List.of())))
        .toList();
  }

  private List<TriedList.IgnoredStep> ignored(PlaygroundAnswer answer) {
    List<Suggestions.Choice> titles =
        suggestions.items(
            answer.ignored().stream().map(ignored -> ignored.item().value()).toList());
    return IntStream.range(0, titles.size())
        .mapToObj(
            place ->
                new TriedList.IgnoredStep(
                    titles.get(place).title(), answer.ignored().get(place).reason()))
        .toList();
  }
}

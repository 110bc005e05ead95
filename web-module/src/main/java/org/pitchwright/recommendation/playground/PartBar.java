package org.pitchwright.recommendation.playground;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pitchwright.recommendation.PlaygroundAnswer.TriedItem;
import org.pitchwright.recommendation.ScoreBreakdown;

/**
 * A part of a score as a bar.
 *
 * @param value what the part adds to the score, or takes away
 * @param width of the bar in percent of the widest on the list
 */
public record PartBar(Part part, double value, double width) {
  /** Smaller than what the page would show of it. */
  private static final double NOTHING = .005;

  /** The parts of a score. */
  public enum Part {
    SEQUENCE,
    TRANSITIONS,
    TEXTS,
    POPULARITY,
    REFUSALS,
    RULES
  }

  /** Whether the part takes away. */
  public boolean isLess() {
    return value < 0;
  }

  /** The parts of an item that count, none for an item that the model does not know. */
  static List<PartBar> of(TriedItem item, double widest) {
    return values(item).stream()
        .filter(bar -> Math.abs(bar.value()) >= NOTHING)
        .map(bar -> new PartBar(bar.part(), bar.value(), 100 * Math.abs(bar.value()) / widest))
        .toList();
  }

  /** The greatest part of any item; bars of one list share a measure. */
  static double widest(List<TriedItem> items) {
    return items.stream()
        .flatMap(item -> values(item).stream())
        .map(bar -> Math.abs(bar.value()))
        .max(Comparator.naturalOrder())
        .filter(greatest -> greatest > 0)
        .orElse(1.0);
  }

  private static List<PartBar> values(TriedItem item) {
    ScoreBreakdown parts = item.parts();
    Double shift = item.ruleShift();
    List<PartBar> bars = new ArrayList<>();
    if (parts != null && shift != null) {
      bars.add(new PartBar(Part.SEQUENCE, parts.sequence(), 0));
      bars.add(new PartBar(Part.TRANSITIONS, parts.transitions(), 0));
      bars.add(new PartBar(Part.TEXTS, parts.texts(), 0));
      bars.add(new PartBar(Part.POPULARITY, parts.popularity(), 0));
      bars.add(new PartBar(Part.REFUSALS, parts.refusals(), 0));
      bars.add(new PartBar(Part.RULES, shift, 0));
    }
    return bars;
  }
}

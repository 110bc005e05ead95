package org.pitchwright.recommendation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pitchwright.catalog.Catalog;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.recommendation.Recommendation.RankedItem;

/**
 * An item in one of two lists that a page shows side by side.
 *
 * @param by places up or down
 * @param pinned whether a rule put it there
 * @param notes what is to be said of the change
 */
public record ListLine(
    int rank,
    String itemId,
    String title,
    String category,
    Change change,
    int by,
    boolean pinned,
    List<String> notes) {
  public ListLine {
    notes = List.copyOf(notes);
  }

  /** What became of an item. */
  public enum Change {
    SAME,
    ENTERED,
    LEFT,
    UP,
    DOWN
  }

  /**
   * The first of two lists: what is not on the second is marked.
   *
   * @param known the items of the catalogue among them
   */
  public static List<ListLine> before(
      List<RankedItem> before, List<RankedItem> after, Map<ItemId, Catalog.Listed> known) {
    return lines(before, after, Change.LEFT, known);
  }

  /** The second of two lists: what is new on it, or stands elsewhere, is marked. */
  public static List<ListLine> after(
      List<RankedItem> before, List<RankedItem> after, Map<ItemId, Catalog.Listed> known) {
    return lines(after, before, Change.ENTERED, known);
  }

  private static List<ListLine> lines(
      List<RankedItem> here,
      List<RankedItem> there,
      Change alone,
      Map<ItemId, Catalog.Listed> known) {
    Map<ItemId, Integer> ranks = new HashMap<>();
    there.forEach(item -> ranks.put(item.itemId(), item.rank()));
    return here.stream()
        .map(item -> line(item, ranks.get(item.itemId()), alone, known.get(item.itemId())))
        .toList();
  }

  private static ListLine line(
      RankedItem item, @Nullable Integer other, Change alone, Catalog.@Nullable Listed listed) {
    int by = other == null || alone == Change.LEFT ? 0 : other - item.rank();
    Change moved = by > 0 ? Change.UP : by < 0 ? Change.DOWN : Change.SAME;
    return new ListLine(
        item.rank(),
        item.itemId().value(),
        listed == null ? item.itemId().value() : listed.data().title(),
        listed == null ? "" : listed.data().category(),
        other == null ? alone : moved,
        Math.abs(by),
        item.reason().kind() == ReasonKind.RULE,
        List.of());
  }

  /** The same line with something said of it. */
  public ListLine with(List<String> said) {
    return new ListLine(rank, itemId, title, category, change, by, pinned, said);
  }
}

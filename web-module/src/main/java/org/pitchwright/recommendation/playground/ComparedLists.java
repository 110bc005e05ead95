package org.pitchwright.recommendation.playground;

import java.util.List;
import org.pitchwright.recommendation.ListLine;
import org.pitchwright.recommendation.ListLine.Change;

/**
 * What two versions recommend after the same history, business rules aside.
 *
 * @param first what is not on the other list is marked
 * @param second what is new, or stands elsewhere, is marked
 */
public record ComparedLists(List<ListLine> first, List<ListLine> second) {
  public ComparedLists {
    first = List.copyOf(first);
    second = List.copyOf(second);
  }

  /** How many items both lists have. */
  public long getSame() {
    return first.stream().filter(line -> line.change() != Change.LEFT).count();
  }

  /** How many items a list has. */
  public int getOf() {
    return Math.max(first.size(), second.size());
  }
}

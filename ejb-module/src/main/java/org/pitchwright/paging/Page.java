package org.pitchwright.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next the cursor of the following page, null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {
  /** The largest page that may be asked for. */
  public static final int MAX_LIMIT = 200;

  public Page {
    items = List.copyOf(items);
  }

  /**
   * A page from rows of which one more was read than asked for, to see whether there are more.
   *
   * @param key the sort key of a row, from which the next page starts
   */
  public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> key) {
    if (rows.size() <= limit) {
      return new Page<>(rows, null);
    }
    List<T> items = rows.subList(0, limit);
    return new Page<>(items, Cursor.encode(key.apply(items.get(limit - 1))));
  }

  /** The same page with each item in another shape. */
  public <R> Page<R> map(Function<T, R> shape) {
    return new Page<>(items.stream().map(shape).toList(), next);
  }
}

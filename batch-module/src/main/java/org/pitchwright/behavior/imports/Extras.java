package org.pitchwright.behavior.imports;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The facts of a row for which there is no column of their own. */
final class Extras {
  private Extras() {}

  /** The JSON object of the given column, and each column of an unknown name that has a value. */
  static Map<String, Object> of(Columns columns, String[] fields, String column) throws RowRefused {
    Map<String, Object> extras = new LinkedHashMap<>();
    for (Map.Entry<String, Integer> other : columns.others().entrySet()) {
      @Nullable String value = Columns.value(fields, other.getValue());
      if (value != null) {
        extras.put(other.getKey(), printable(other.getKey(), value));
      }
    }
    @Nullable Map<String, Object> object =
        Values.object(column, Columns.value(fields, columns.place(column)));
    if (object != null) {
      extras.putAll(object);
    }
    return extras;
  }

  private static String printable(String column, String value) throws RowRefused {
    if (value.indexOf('\0') >= 0) {
      throw new RowRefused("INVALID_VALUE", column + " must not contain the NUL character");
    }
    return value;
  }
}

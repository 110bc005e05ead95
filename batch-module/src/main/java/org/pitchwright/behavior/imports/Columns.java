package org.pitchwright.behavior.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a file holds what. Names are compared without case, spaces and punctuation, and
 * by the names that shops, public data sets and CRM systems commonly give them.
 */
public final class Columns {
  private final List<String> header;
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final Map<String, Integer> others = new LinkedHashMap<>();

  private Columns(List<String> header) {
    this.header = header;
  }

  /** The columns of a header, by the names of the given kind. */
  static Columns of(ImportKind kind, List<String> header) {
    Map<String, String> names = ColumnNames.of(kind);
    Columns columns = new Columns(header);
    for (int i = 0; i < header.size(); i++) {
      @Nullable String meaning = names.get(normal(header.get(i)));
      if (meaning == null || columns.places.containsKey(meaning)) {
        columns.others.put(header.get(i).strip(), i);
      } else {
        columns.places.put(meaning, i);
      }
    }
    return columns;
  }

  static String normal(String name) {
    StringBuilder letters = new StringBuilder();
    name.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }

  boolean has(String meaning) {
    return places.containsKey(meaning);
  }

  int known() {
    return places.size();
  }

  /** The place of a column, or -1. */
  int place(String meaning) {
    return places.getOrDefault(meaning, -1);
  }

  /** A row's value without white space around it; null where the column is missing or empty. */
  static @Nullable String value(String[] fields, int place) {
    if (place < 0) {
      return null;
    }
    String value = fields[place].strip();
    return value.isEmpty() ? null : value;
  }

  /** The columns whose name means nothing to this kind of file, by name. */
  Map<String, Integer> others() {
    return others;
  }

  /** Meaning to name in the file, for the report. */
  Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    places.forEach((meaning, place) -> labels.put(meaning, header.get(place).strip()));
    return labels;
  }

  List<String> otherLabels() {
    return new ArrayList<>(others.keySet());
  }
}

package org.pitchwright.behavior.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows of a chunk: what is good, what is refused, and where the chunk ends. */
record ImportChunk(List<Object> good, List<ImportRow.Rejection> refused, ImportRow last) {

  /** Sorts rows, of which there is at least one. */
  static ImportChunk of(List<?> rows) {
    List<Object> good = new ArrayList<>(rows.size());
    List<ImportRow.Rejection> refused = new ArrayList<>();
    for (Object item : rows) {
      ImportRow row = (ImportRow) item;
      @Nullable Object value = row.value();
      ImportRow.@Nullable Rejection rejection = row.rejection();
      if (value != null) {
        good.add(value);
      } else if (rejection != null) {
        refused.add(rejection);
      }
    }
    return new ImportChunk(good, refused, (ImportRow) rows.get(rows.size() - 1));
  }

  /** Number of refused rows by reason. */
  Map<String, Long> reasons() {
    Map<String, Long> reasons = new TreeMap<>();
    refused.forEach(rejection -> reasons.merge(rejection.reason(), 1L, Long::sum));
    return reasons;
  }
}

package org.pitchwright.behavior.imports;

import java.util.Map;
import java.util.TreeMap;

/**
 * How far an import has got; saved in the transaction of the rows that it counts.
 *
 * @param offset bytes of the file that are done; 0 before the first row
 * @param line physical lines that are done
 * @param reasons number of refused rows by reason
 * @param seconds time spent so far
 */
record ImportState(
    long offset,
    long line,
    long rows,
    long accepted,
    long duplicates,
    long rejected,
    Map<String, Long> reasons,
    double seconds) {

  static final ImportState BEGINNING = new ImportState(0, 0, 0, 0, 0, 0, Map.of(), 0);

  /** The state after a further chunk. */
  ImportState plus(
      ImportRow last, int good, int written, Map<String, Long> refused, double elapsed) {
    Map<String, Long> all = new TreeMap<>(reasons);
    refused.forEach((reason, count) -> all.merge(reason, count, Long::sum));
    long bad = refused.values().stream().mapToLong(Long::longValue).sum();
    return new ImportState(
        last.end(),
        last.lastLine(),
        rows + good + bad,
        accepted + written,
        duplicates + good - written,
        rejected + bad,
        all,
        seconds + elapsed);
  }
}

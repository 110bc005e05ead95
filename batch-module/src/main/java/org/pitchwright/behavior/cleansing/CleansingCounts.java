package org.pitchwright.behavior.cleansing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a cleansing run has decided so far; kept in the transaction of the verdicts themselves. */
record CleansingCounts(long accepted, long rejected, Map<String, Long> reasons) {
  static final CleansingCounts NONE = new CleansingCounts(0, 0, Map.of());

  CleansingCounts plus(List<SubjectVerdicts> subjects) {
    Map<String, Long> all = new TreeMap<>(reasons);
    long good = 0;
    long bad = 0;
    for (SubjectVerdicts subject : subjects) {
      for (Verdict verdict : subject.verdicts()) {
        if (verdict.rejection().isEmpty()) {
          good++;
        } else {
          bad++;
          all.merge(verdict.rejection().get().reason().name(), 1L, Long::sum);
        }
      }
    }
    return new CleansingCounts(accepted + good, rejected + bad, all);
  }

  CleansingCounts plus(CleansingCounts other) {
    Map<String, Long> all = new TreeMap<>(reasons);
    other.reasons().forEach((reason, count) -> all.merge(reason, count, Long::sum));
    return new CleansingCounts(accepted + other.accepted(), rejected + other.rejected(), all);
  }

  /** In words, for the execution's message. */
  String sentence() {
    StringBuilder text = new StringBuilder();
    text.append(accepted).append(" accepted, ").append(rejected).append(" rejected");
    reasons.forEach((reason, count) -> text.append(", ").append(reason).append(' ').append(count));
    return text.toString();
  }
}

package org.pitchwright.operations.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pitchwright.operations.demo.Inspection.CleanEvent;

/**
 * Leave-one-out over the positive events: of each customer the item first met last is to be found
 * among all items that the customer has not met, by popularity and by a first-order Markov chain.
 */
final class NextItemBaselines {
  private static final int DEPTH = 10;
  private static final int SHORTEST = 3;
  private static final long LONG_VIEW_MS = 30_000;

  private final Map<String, Integer> popularity = new HashMap<>();
  private final Map<String, Map<String, Integer>> following = new HashMap<>();
  private final List<String> mostPopular;
  private int cases;
  private int hitsOfPopularity;
  private int hitsOfMarkov;

  NextItemBaselines(List<CleanEvent> cleanEvents) {
    List<List<String>> sequences =
        sequences(cleanEvents).stream().filter(s -> s.size() >= SHORTEST).toList();
    for (List<String> sequence : sequences) {
      learn(sequence.subList(0, sequence.size() - 1));
    }
    mostPopular =
        popularity.keySet().stream()
            .sorted(
                Comparator.comparingInt((String item) -> -popularity.get(item))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    for (List<String> sequence : sequences) {
      test(sequence.subList(0, sequence.size() - 1), sequence.get(sequence.size() - 1));
    }
  }

  int cases() {
    return cases;
  }

  double popularityHitRate() {
    return hitsOfPopularity / (double) cases;
  }

  double markovHitRate() {
    return hitsOfMarkov / (double) cases;
  }

  private static List<List<String>> sequences(List<CleanEvent> events) {
    Map<String, Set<String>> items = new LinkedHashMap<>();
    for (CleanEvent event : events) {
      if (isPositive(event) && !event.get("customer_id").isEmpty()) {
        items
            .computeIfAbsent(event.get("customer_id"), key -> new LinkedHashSet<>())
            .add(event.get("item_id"));
      }
    }
    return items.values().stream().<List<String>>map(ArrayList::new).toList();
  }

  private static boolean isPositive(CleanEvent event) {
    return switch (event.get("type")) {
      case "PURCHASE", "CART", "CLICK" -> true;
      case "VIEW" -> Long.parseLong(event.get("duration_ms")) >= LONG_VIEW_MS;
      default -> false;
    };
  }

  private void learn(List<String> history) {
    for (int i = 0; i < history.size(); i++) {
      popularity.merge(history.get(i), 1, Integer::sum);
      if (i > 0) {
        following
            .computeIfAbsent(history.get(i - 1), key -> new HashMap<>())
            .merge(history.get(i), 1, Integer::sum);
      }
    }
  }

  private void test(List<String> history, String target) {
    cases++;
    Set<String> met = Set.copyOf(history);
    List<String> popular = mostPopular.stream().filter(i -> !met.contains(i)).limit(DEPTH).toList();
    Map<String, Integer> next = following.getOrDefault(history.get(history.size() - 1), Map.of());
    Set<String> likely = new LinkedHashSet<>();
    next.keySet().stream()
        .filter(item -> !met.contains(item))
        .sorted(
            Comparator.comparingInt((String item) -> -next.get(item))
                .thenComparing(Comparator.naturalOrder()))
        .limit(DEPTH)
        .forEach(likely::add);
    popular.stream().limit(DEPTH - (long) likely.size()).forEach(likely::add);
    hitsOfPopularity += popular.contains(target) ? 1 : 0;
    hitsOfMarkov += likely.contains(target) ? 1 : 0;
  }
}

package org.pitchwright.operations.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A cleansing of its own, written from the rules alone and without the generator's knowledge: it
 * finds what the documentation says is there.
 */
final class Inspection {
  private static final int COLUMNS = 13;
  private static final int BOT_VIEWS_PER_MINUTE = 60;
  private static final Duration NEAR = Duration.ofSeconds(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Set<String> items;
  private final Set<String> types =
      Set.of("VIEW", "CLICK", "CART", "PURCHASE", "RATING", "IMPRESSION", "SEARCH", "DISMISS");
  private final OffsetDateTime now;
  private final Set<String> ids = new HashSet<>();
  private final Map<String, OffsetDateTime> last = new HashMap<>();
  private final Set<String> bots;

  final Map<Dirt, List<Map<String, String>>> dirty = new EnumMap<>(Dirt.class);
  final List<CleanEvent> clean = new ArrayList<>();

  Inspection(WrittenCompany company, OffsetDateTime now) {
    this.now = now;
    items = company.items().stream().map(r -> r.get("item_id")).collect(Collectors.toSet());
    bots = bots(company.events());
    for (Map<String, String> event : company.events()) {
      Dirt dirt = judge(event);
      if (dirt == null) {
        clean.add(new CleanEvent(event, OffsetDateTime.parse(event.get("at"))));
      } else {
        dirty.computeIfAbsent(dirt, key -> new ArrayList<>()).add(event);
      }
    }
  }

  /** An event in which nothing is wrong. */
  record CleanEvent(Map<String, String> fields, OffsetDateTime at) {
    String get(String column) {
      return fields.get(column);
    }

    boolean is(String type) {
      return get("type").equals(type);
    }
  }

  private static Set<String> bots(List<Map<String, String>> events) {
    Map<String, Long> views =
        events.stream()
            .filter(e -> "VIEW".equals(e.get("type")) && e.getOrDefault("at", "").length() > 16)
            .filter(e -> !e.getOrDefault("customer_id", "").isEmpty())
            .collect(
                Collectors.groupingBy(
                    e -> e.get("customer_id") + " " + e.get("at").substring(0, 16),
                    Collectors.counting()));
    return views.entrySet().stream()
        .filter(e -> e.getValue() > BOT_VIEWS_PER_MINUTE)
        .map(e -> e.getKey().substring(0, e.getKey().indexOf(' ')))
        .collect(Collectors.toSet());
  }

  private Dirt judge(Map<String, String> event) {
    if (event.size() != COLUMNS || !isJson(event.get("attributes"))) {
      return Dirt.MALFORMED_LINE;
    }
    if (!ids.add(event.get("event_id"))) {
      return Dirt.EXACT_DUPLICATE;
    }
    String type = event.get("type");
    if (isIncomplete(event, type)) {
      return Dirt.MISSING_VALUE;
    }
    if (!types.contains(type)) {
      return Dirt.UNKNOWN_TYPE;
    }
    OffsetDateTime at = moment(event.get("at"));
    if (at == null) {
      return Dirt.NONEXISTENT_DATE;
    }
    if (at.isAfter(now.plusDays(1))) {
      return Dirt.FUTURE_TIME;
    }
    if (at.isAfter(now) || at.isBefore(now.minusYears(20))) {
      return Dirt.CLOCK_SKEW;
    }
    if (isImpossible(event)) {
      return Dirt.IMPOSSIBLE_RANGE;
    }
    if (!type.equals("SEARCH") && !items.contains(event.get("item_id"))) {
      return Dirt.UNKNOWN_ITEM;
    }
    if (bots.contains(event.get("customer_id"))) {
      return Dirt.BOT;
    }
    return isNearlyRepeated(event, at) ? Dirt.NEAR_DUPLICATE : null;
  }

  private static boolean isJson(String text) {
    try {
      return text.isEmpty() || JSON.readTree(text).isObject();
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private static boolean isIncomplete(Map<String, String> event, String type) {
    return type.isEmpty()
        || event.get("at").isEmpty()
        || (event.get("item_id").isEmpty() && !type.equals("SEARCH"))
        || (event.get("rating").isEmpty() && type.equals("RATING"))
        || (event.get("customer_id").isEmpty() && event.get("session_id").isEmpty());
  }

  private static OffsetDateTime moment(String text) {
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static boolean isImpossible(Map<String, String> event) {
    return isOutside(event.get("rating"), 1, 5)
        || isOutside(event.get("quantity"), 1, 1_000)
        || isOutside(event.get("amount"), 0, 1_000_000)
        || isOutside(event.get("duration_ms"), 0, 86_400_000);
  }

  private static boolean isOutside(String text, long lowest, long highest) {
    if (text.isEmpty()) {
      return false;
    }
    try {
      BigDecimal number = new BigDecimal(text);
      return number.compareTo(BigDecimal.valueOf(lowest)) < 0
          || number.compareTo(BigDecimal.valueOf(highest)) > 0;
    } catch (NumberFormatException e) {
      return true;
    }
  }

  private boolean isNearlyRepeated(Map<String, String> event, OffsetDateTime at) {
    String what = event.get("customer_id") + event.get("session_id") + event.get("item_id");
    OffsetDateTime before = last.put(what + event.get("type"), at);
    return before != null && Duration.between(before, at).compareTo(NEAR) < 0;
  }
}

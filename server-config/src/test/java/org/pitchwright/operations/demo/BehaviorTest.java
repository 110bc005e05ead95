package org.pitchwright.operations.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.pitchwright.operations.demo.Inspection.CleanEvent;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BehaviorTest {
  private final WrittenCompany company = WrittenCompany.usual();
  private final Inspection inspection = new Inspection(company, WrittenCompany.NOW);
  private final List<CleanEvent> clean = inspection.clean;
  private final Map<String, Map<String, String>> items =
      company.items().stream().collect(toMap(i -> i.get("item_id"), i -> i));

  @Test
  void everyKindOfDirtIsThereAndFoundAsOftenAsDocumented() {
    for (Dirt dirt : Dirt.values()) {
      int found = inspection.dirty.getOrDefault(dirt, List.of()).size();

      assertThat(found).as(dirt.name()).isBetween(dirt.lines() * 9 / 10, dirt.lines() * 11 / 10);
    }
  }

  @Test
  void twoPercentAreDirty() {
    double share = 1 - clean.size() / (double) company.events().size();

    assertThat(share).isBetween(0.018, 0.022);
  }

  @Test
  void cleanEventsLieInTheHalfYear() {
    OffsetDateTime earliest = WrittenCompany.NOW.minusDays(180);

    assertThat(count(e -> e.at().isBefore(earliest) || e.at().isAfter(WrittenCompany.NOW)))
        .isZero();
  }

  @Test
  void theFunnelNarrows() {
    Map<String, Long> counts = clean.stream().collect(groupingBy(e -> e.get("type"), counting()));

    assertThat(counts)
        .containsOnlyKeys(
            "VIEW", "CLICK", "CART", "PURCHASE", "RATING", "IMPRESSION", "SEARCH", "DISMISS");
    assertThat(counts.get("VIEW")).isGreaterThan(counts.get("CLICK"));
    assertThat(counts.get("CLICK")).isGreaterThan(counts.get("CART"));
    assertThat(counts.get("CART")).isGreaterThan(counts.get("PURCHASE"));
    assertThat(counts.get("PURCHASE")).isGreaterThan(counts.get("RATING"));
  }

  @Test
  void whatIsNoLongerSoldWasSoldOnce() {
    long events =
        clean.stream()
            .map(e -> items.get(e.get("item_id")))
            .filter(item -> item != null && item.get("active").equals("false"))
            .count();

    assertThat(events).isGreaterThan(1_000);
  }

  @Test
  void peopleShopInTheEveningRatherThanAtNight() {
    long evening = count(e -> e.at().getHour() >= 19 && e.at().getHour() <= 22);
    long night = count(e -> e.at().getHour() >= 2 && e.at().getHour() <= 5);
    long saturday = count(e -> e.at().getDayOfWeek().getValue() == 6);
    long tuesday = count(e -> e.at().getDayOfWeek().getValue() == 2);

    assertThat(evening).isGreaterThan(10 * night);
    assertThat(saturday).isGreaterThan(tuesday * 5 / 4);
  }

  @Test
  void oneKindRisesAndOneFades() {
    assertThat(demandInLastMonth("cold brew maker", "冷萃壶"))
        .isGreaterThan(4 * demandInFirstMonth("cold brew maker", "冷萃壶"));
    assertThat(demandInFirstMonth("selfie stick", "自拍杆"))
        .isGreaterThan(4 * demandInLastMonth("selfie stick", "自拍杆"));
  }

  private long demandInFirstMonth(String... kinds) {
    LocalDate end = WrittenCompany.NOW.minusDays(150).toLocalDate();
    return count(e -> isClickOn(e, kinds) && e.at().toLocalDate().isBefore(end));
  }

  private long demandInLastMonth(String... kinds) {
    LocalDate start = WrittenCompany.NOW.minusDays(30).toLocalDate();
    return count(e -> isClickOn(e, kinds) && e.at().toLocalDate().isAfter(start));
  }

  private boolean isClickOn(CleanEvent event, String... kinds) {
    Map<String, String> item = items.get(event.get("item_id"));
    return event.is("CLICK")
        && item != null
        && List.of(kinds).stream()
            .anyMatch(kind -> item.get("attributes").contains("\"kind\":\"" + kind + "\""));
  }

  @Test
  void consumablesAreBoughtAgain() {
    Map<String, Long> purchases =
        clean.stream()
            .filter(e -> e.is("PURCHASE"))
            .collect(groupingBy(e -> e.get("customer_id") + e.get("item_id"), counting()));

    assertThat(purchases.values().stream().filter(n -> n > 1).count()).isGreaterThan(300);
  }

  @Test
  void aSequenceTellsFarMoreThanPopularity() {
    NextItemBaselines baselines = new NextItemBaselines(clean);

    System.out.printf(
        "Leave-one-out HR@10 over %d customers: popularity %.4f, Markov %.4f%n",
        baselines.cases(), baselines.popularityHitRate(), baselines.markovHitRate());
    assertThat(baselines.cases()).isGreaterThan(3_500);
    assertThat(baselines.popularityHitRate()).isGreaterThan(0.005);
    assertThat(baselines.markovHitRate()).isGreaterThan(4 * baselines.popularityHitRate());
  }

  private long count(Predicate<CleanEvent> condition) {
    return clean.stream().filter(condition).count();
  }
}

package org.pitchwright.behavior.cleansing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pitchwright.behavior.cleansing.Events.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pitchwright.behavior.EventType;
import org.pitchwright.behavior.cleansing.CleansingRules.Thresholds;

class CleansingRulesTest {
  private static final Duration WINDOW = Duration.ofSeconds(5);

  private final CleansingRules rules =
      new CleansingRules(
          new Thresholds(
              1,
              5,
              Thresholds.window(WINDOW),
              Duration.ofSeconds(300),
              Instant.parse("2000-01-01T00:00:00Z"),
              60,
              5_000));

  @Test
  void acceptsWhatIsGood() {
    assertThat(reason(Events.view())).isEqualTo("accepted");
    assertThat(reason(Events.of(EventType.RATING).measures(4.0, null, null, null)))
        .isEqualTo("accepted");
    assertThat(reason(Events.of(EventType.PURCHASE).measures(null, 2, "19.90", 60_000L)))
        .isEqualTo("accepted");
  }

  @Test
  void aSearchNeedsNoItemAndEverythingElseDoes() {
    for (EventType type : EventType.values()) {
      Events event = Events.of(type).item(null).measures(4.0, null, null, null);

      assertThat(reason(event)).isEqualTo(type == EventType.SEARCH ? "accepted" : "MISSING_VALUE");
    }
  }

  @Test
  void aRatingNeedsItsStars() {
    assertThat(rejection(Events.of(EventType.RATING)))
        .isEqualTo(new Rejection(RejectionReason.MISSING_VALUE, "RATING without rating"));
  }

  @Test
  void measuresMustBePossible() {
    assertThat(reason(Events.of(EventType.RATING).measures(0.5, null, null, null)))
        .isEqualTo("OUT_OF_RANGE");
    assertThat(reason(Events.of(EventType.RATING).measures(5.1, null, null, null)))
        .isEqualTo("OUT_OF_RANGE");
    assertThat(reason(Events.of(EventType.RATING).measures(Double.NaN, null, null, null)))
        .isEqualTo("OUT_OF_RANGE");
    assertThat(reason(Events.view().measures(null, 0, null, null))).isEqualTo("OUT_OF_RANGE");
    assertThat(reason(Events.view().measures(null, 10_001, null, null))).isEqualTo("OUT_OF_RANGE");
    assertThat(reason(Events.view().measures(null, null, "-0.01", null))).isEqualTo("OUT_OF_RANGE");
    assertThat(reason(Events.view().measures(null, null, null, -1L))).isEqualTo("OUT_OF_RANGE");
    assertThat(reason(Events.view().measures(null, null, null, Duration.ofHours(25).toMillis())))
        .isEqualTo("OUT_OF_RANGE");
  }

  @Test
  void theItemMustBeKnown() {
    assertThat(rejection(Events.view().unknownItem()).detail())
        .isEqualTo("item item is not in the catalogue");
  }

  @Test
  void aClockMayBeAheadALittle() {
    Instant received = NOON.plusSeconds(2);

    assertThat(reason(Events.view().at(received.plusSeconds(300)))).isEqualTo("accepted");
    assertThat(rejection(Events.view().at(received.plusSeconds(301))))
        .isEqualTo(
            new Rejection(RejectionReason.FUTURE_TIME, "it happened 301 s after it was received"));
  }

  @Test
  void nothingHappenedBeforeThereWasAShop() {
    assertThat(reason(Events.view().at(Instant.parse("2000-01-01T00:00:00Z"))))
        .isEqualTo("accepted");
    assertThat(reason(Events.view().at(Instant.parse("1999-12-31T23:59:59Z"))))
        .isEqualTo("TOO_OLD");
  }

  @Test
  void keepsTheFirstOfABurst() {
    assertThat(
            reasons(
                Events.view().id(1),
                Events.view().id(2).at(NOON.plusMillis(4_999)),
                Events.view().id(3).at(NOON.plusSeconds(5))))
        .containsExactly("accepted", "NEAR_DUPLICATE", "accepted");
  }

  @Test
  void aBurstIsTheSameActOnTheSameItem() {
    assertThat(
            reasons(
                Events.view().id(1),
                Events.of(EventType.CLICK).id(2),
                Events.view().id(3).item("other")))
        .containsOnly("accepted");
  }

  @Test
  void aBurstThatBeganInAnEarlierRunGoesOn() {
    assertThat(
            reasons(Events.view().id(1).judged(true), Events.view().id(2).at(NOON.plusSeconds(1))))
        .containsExactly("NEAR_DUPLICATE");
  }

  @Test
  void whatWasRejectedBeginsNoBurst() {
    assertThat(
            reasons(Events.view().id(1).judged(false), Events.view().id(2).at(NOON.plusSeconds(1))))
        .containsExactly("accepted");
  }

  @Test
  void anEventThatComesInLateIsComparedWithThatAfterIt() {
    assertThat(
            reasons(
                Events.view().id(2).at(NOON),
                Events.view().id(1).at(NOON.plusSeconds(1)).judged(true)))
        .containsExactly("NEAR_DUPLICATE");
  }

  @Test
  void whoDoesMoreWithinAMinuteThanAPersonCanIsNotBelievedForTheHour() {
    Instant hour = NOON.minusSeconds(3_600);
    List<Events> events = minute(61, hour);
    events.add(Events.view().id(1_000).item("later").at(hour.plusSeconds(1_800)));
    events.add(Events.view().id(1_001).item("next hour").at(NOON));

    List<String> reasons = reasons(events.toArray(Events[]::new));

    assertThat(reasons.subList(0, 62)).containsOnly("BOT");
    assertThat(reasons.get(62)).isEqualTo("accepted");
  }

  @Test
  void sixtyInAMinuteIsStillAPerson() {
    assertThat(reasons(minute(60, NOON).toArray(Events[]::new))).containsOnly("accepted");
  }

  @Test
  void whatWasShownIsNotWhatSomebodyDid() {
    List<Events> shown = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      shown.add(Events.of(EventType.IMPRESSION).id(i).item("item " + i));
    }

    assertThat(reasons(shown.toArray(Events[]::new))).containsOnly("accepted");
  }

  @Test
  void whoDoesMoreWithinADayThanAPersonCanIsNotBelievedForTheDay() {
    List<Events> events = new ArrayList<>();
    Instant midnight = Instant.parse("2026-03-10T00:00:00Z");
    for (int i = 0; i < 5_001; i++) {
      events.add(Events.view().id(i).item("item " + i).at(midnight.plusSeconds(i * 17L)));
    }
    events.add(Events.view().id(9_999).at(midnight.plusSeconds(86_400)));
    CleansingRules tolerant =
        new CleansingRules(
            new Thresholds(
                1, 5, Thresholds.window(WINDOW), Duration.ofDays(2), Instant.EPOCH, 60, 5_000));

    List<Verdict> verdicts = tolerant.judge(events.stream().map(Events::event).toList());

    assertThat(verdicts.subList(0, 5_001))
        .allSatisfy(
            verdict ->
                assertThat(verdict.rejection().orElseThrow().detail())
                    .isEqualTo("5001 events on this day"));
    assertThat(verdicts.get(5_001).rejection()).isEmpty();
  }

  @Test
  void everyWaitingEventGetsExactlyOneVerdict() {
    List<Events> events = minute(100, NOON);
    events.add(Events.view().id(500).item(null));
    events.add(Events.view().id(501).judged(true));

    List<Verdict> verdicts = rules.judge(events.stream().map(Events::event).toList());

    assertThat(verdicts).extracting(Verdict::event).doesNotHaveDuplicates().hasSize(101);
  }

  private static List<Events> minute(int count, Instant from) {
    List<Events> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(Events.view().id(i).item("item " + i).at(from.plusMillis(i * 100L)));
    }
    return events;
  }

  private String reason(Events event) {
    return reasons(event).get(0);
  }

  private Rejection rejection(Events event) {
    return rules.judge(List.of(event.event())).get(0).rejection().orElseThrow();
  }

  private List<String> reasons(Events... events) {
    return rules.judge(Arrays.stream(events).map(Events::event).toList()).stream()
        .map(verdict -> verdict.rejection().map(no -> no.reason().name()).orElse("accepted"))
        .toList();
  }
}

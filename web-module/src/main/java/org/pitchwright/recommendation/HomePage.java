package org.pitchwright.recommendation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pitchwright.behavior.BehaviorHistory;
import org.pitchwright.behavior.CustomerActivity;
import org.pitchwright.behavior.EventType;
import org.pitchwright.customer.CustomerId;
import org.pitchwright.frame.Charts;
import org.pitchwright.frame.Formats;
import org.pitchwright.frame.Person;
import org.pitchwright.frame.Texts;
import org.pitchwright.recommendation.RecommendationFigures.Coverage;
import org.pitchwright.recommendation.RecommendationFigures.Served;

/** The first page: what is recommended to whom and why, and what the system lives on. */
@Named
@RequestScoped
public class HomePage {
  /** Days that the figures and charts look back. */
  public static final int DAYS = 30;

  private static final int CUSTOMERS_SHOWN = 3;
  private static final int ITEMS_SHOWN = 3;
  private static final List<EventType> SHOWN =
      List.of(EventType.VIEW, EventType.CLICK, EventType.CART, EventType.PURCHASE);

  @Inject private Person person;
  @Inject private Formats formats;
  @Inject private Texts texts;
  @Inject private Picks picks;
  @Inject private RecommendationFigures figures;
  @Inject private BehaviorHistory history;
  @Inject private CustomerActivity activity;

  private @Nullable Served served;
  private @Nullable List<ForCustomer> examples;
  private @Nullable List<EventDay> eventDays;
  private @Nullable List<RecommendationFigures.Day> servedDays;

  /** A customer and what is recommended to them now. */
  public record ForCustomer(
      String customerId,
      String name,
      OffsetDateTime lastSeen,
      boolean personalized,
      List<Pick> picks) {}

  /** Events of a day by type. */
  public record EventDay(LocalDate day, Map<EventType, Long> counts) {
    /** The events of a type. */
    public long count(EventType type) {
      return counts.getOrDefault(type, 0L);
    }

    /** All events of the day. */
    public long total() {
      return counts.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  private OffsetDateTime since() {
    return OffsetDateTime.now(person.getZone()).minusDays(DAYS);
  }

  private LocalDate firstDay() {
    return LocalDate.now(person.getZone()).minusDays(DAYS - 1L);
  }

  /** What was served in the period. */
  public Served getServed() {
    if (served == null) {
      served = figures.served(since());
    }
    return served;
  }

  public Coverage getItemCoverage() {
    return figures.itemCoverage(since());
  }

  public Coverage getCustomerCoverage() {
    return figures.customerCoverage(since());
  }

  public long getWaiting() {
    return history.waiting();
  }

  public long getRejected() {
    return history.rejectionReasons().stream().mapToLong(BehaviorHistory.ReasonCount::count).sum();
  }

  /** The customers who were seen last, each with the best items for them. */
  public List<ForCustomer> getExamples() {
    if (examples == null) {
      examples = activity.latest(CUSTOMERS_SHOWN).stream().map(this::example).toList();
    }
    return examples;
  }

  private ForCustomer example(CustomerActivity.Seen seen) {
    Recommendation answer = picks.preview(new CustomerId(seen.customerId()), ITEMS_SHOWN);
    String name = seen.name();
    return new ForCustomer(
        seen.customerId(),
        name == null ? seen.customerId() : name,
        seen.at(),
        answer.personalized(),
        picks.of(answer.items()));
  }

  /** Events of each day of the period, days without any included. */
  public List<EventDay> getEventDays() {
    if (eventDays == null) {
      Map<LocalDate, Map<EventType, Long>> byDay = new TreeMap<>();
      firstDay()
          .datesUntil(LocalDate.now(person.getZone()).plusDays(1))
          .forEach(day -> byDay.put(day, new TreeMap<>()));
      for (BehaviorHistory.DailyCount count : history.perDay(firstDay(), person.getZone())) {
        byDay.computeIfAbsent(count.day(), day -> new TreeMap<>()).put(count.type(), count.count());
      }
      eventDays =
          byDay.entrySet().stream().map(day -> new EventDay(day.getKey(), day.getValue())).toList();
    }
    return eventDays;
  }

  /** The types of events that the chart tells apart. */
  public List<EventType> getEventTypes() {
    return SHOWN;
  }

  public String getEventChart() {
    List<Charts.Series> series =
        SHOWN.stream()
            .map(
                type ->
                    new Charts.Series(
                        texts.of("event", type),
                        getEventDays().stream().map(day -> day.count(type)).toList(),
                        SHOWN.indexOf(type) + 1))
            .toList();
    return Charts.stackedBars(labels(), series);
  }

  private List<String> labels() {
    return getEventDays().stream().map(day -> formats.shortDay(day.day())).toList();
  }

  /** Answers and clicks of each day of the period, days without any included. */
  public List<RecommendationFigures.Day> getServedDays() {
    if (servedDays == null) {
      Map<LocalDate, RecommendationFigures.Day> known =
          figures.perDay(firstDay(), person.getZone()).stream()
              .collect(Collectors.toMap(RecommendationFigures.Day::day, day -> day));
      servedDays =
          getEventDays().stream()
              .map(
                  day ->
                      known.getOrDefault(day.day(), new RecommendationFigures.Day(day.day(), 0, 0)))
              .toList();
    }
    return servedDays;
  }

  public String getServedChart() {
    return Charts.lines(
        labels(),
        List.of(
            new Charts.Series(
                texts.text("home.served.answers"),
                getServedDays().stream().map(RecommendationFigures.Day::answers).toList(),
                1),
            new Charts.Series(
                texts.text("home.served.clicks"),
                getServedDays().stream().map(RecommendationFigures.Day::clicks).toList(),
                2)));
  }
}

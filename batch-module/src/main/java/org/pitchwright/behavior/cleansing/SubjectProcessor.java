package org.pitchwright.behavior.cleansing;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import org.pitchwright.behavior.EventType;
import org.pitchwright.behavior.cleansing.CleansingRules.Thresholds;

/** Judges the events of a subject. */
@Named("subjectProcessor")
@Dependent
public class SubjectProcessor implements ItemProcessor {
  @Inject @BatchProperty private String nearDuplicateSeconds;
  @Inject @BatchProperty private String minimumRating;
  @Inject @BatchProperty private String maximumRating;
  @Inject @BatchProperty private String clockToleranceSeconds;
  @Inject @BatchProperty private String earliestYear;
  @Inject @BatchProperty private String botEventsPerMinute;
  @Inject @BatchProperty private String botEventsPerDay;
  @Inject private Config config;

  private @Nullable CleansingRules rules;

  @Override
  public Object processItem(Object item) {
    SubjectEvents subject = (SubjectEvents) item;
    CleansingRules current = rules;
    if (current == null) {
      current = new CleansingRules(thresholds());
      rules = current;
    }
    return new SubjectVerdicts(subject.subject(), current.judge(subject.events()));
  }

  private Thresholds thresholds() {
    return new Thresholds(
        Double.parseDouble(minimumRating),
        Double.parseDouble(maximumRating),
        windows(),
        seconds(clockToleranceSeconds),
        LocalDate.of(Integer.parseInt(earliestYear), 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant(),
        Integer.parseInt(botEventsPerMinute),
        Integer.parseInt(botEventsPerDay));
  }

  /** The job's window, and where a type has one of its own in the configuration, that. */
  private Map<EventType, Duration> windows() {
    Map<EventType, Duration> windows = Thresholds.window(seconds(nearDuplicateSeconds));
    for (EventType type : EventType.values()) {
      config
          .getOptionalValue("pitchwright.cleansing.near-duplicate-seconds." + type, String.class)
          .ifPresent(own -> windows.put(type, seconds(own)));
    }
    return windows;
  }

  private static Duration seconds(String text) {
    return Duration.ofMillis(Math.round(Double.parseDouble(text) * 1_000));
  }
}

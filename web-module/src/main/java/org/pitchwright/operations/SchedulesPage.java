package org.pitchwright.operations;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pitchwright.frame.Person;
import org.pitchwright.frame.Texts;
import org.pitchwright.frame.Toasts;
import org.pitchwright.problem.ProblemException;

/** When jobs start by themselves: cron expression and time zone, with the next times beforehand. */
@Named
@ViewScoped
public class SchedulesPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int TIMES_SHOWN = 5;
  private static final Set<String> FIELDS = Set.of("cron");

  @Inject private Schedules schedules;
  @Inject private Person person;
  @Inject private Texts texts;
  @Inject private Toasts toasts;

  private @Nullable String job;
  private String cron = "";
  private String timeZone = "UTC";
  private boolean enabled;
  private long version;
  private final HashMap<String, String> parameters = new HashMap<>();
  private transient @Nullable List<JobSchedule> all;

  /** What the expression means, or why it means nothing. */
  public record Preview(List<OffsetDateTime> times, @Nullable String refusal) {}

  public List<JobSchedule> getAll() {
    if (all == null) {
      all = schedules.list();
    }
    return all;
  }

  /** Opens the schedule of a job. */
  public void edit(JobSchedule schedule) {
    job = schedule.job();
    cron = schedule.cron();
    timeZone = schedule.timeZone();
    enabled = schedule.enabled();
    version = schedule.version();
    parameters.clear();
    parameters.putAll(schedule.parameters());
  }

  /** Closes the panel without saving. */
  public void close() {
    job = null;
  }

  /** The next times of what is written now. */
  public Preview getPreview() {
    try {
      return new Preview(schedules.preview(cron, timeZone, TIMES_SHOWN), null);
    } catch (ProblemException problem) {
      return new Preview(List.of(), problem.getMessage());
    }
  }

  /** Says beside the expression what is wrong with it, while it is written. */
  public void check() {
    toasts.attempt(() -> schedules.preview(cron, timeZone, 1), FIELDS);
  }

  /** An expression in words; the expression itself where there are none. */
  public String words(String expression) {
    return new CronWords(texts::text, person.getLocale()).of(expression).orElse(expression);
  }

  /** Saves the schedule. */
  public void save() {
    String name = job;
    if (name == null) {
      return;
    }
    toasts.attempt(
        () -> {
          person.require("operations:write");
          schedules.put(
              name, cron, timeZone, enabled, Map.copyOf(parameters), version, person.getName());
          toasts.done("schedules.saved");
          close();
        },
        FIELDS);
    all = null;
  }

  public Set<String> getZones() {
    return new TreeSet<>(ZoneId.getAvailableZoneIds());
  }

  /** The job whose schedule is open; null if none is. */
  public @Nullable String getJob() {
    return job;
  }

  public String getCron() {
    return cron;
  }

  public void setCron(@Nullable String cron) {
    this.cron = cron == null ? "" : cron.strip();
  }

  public String getTimeZone() {
    return timeZone;
  }

  public void setTimeZone(String timeZone) {
    this.timeZone = timeZone;
  }

  public boolean isEnabled() {
    return enabled;
  }

  public void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }

  public Map<String, String> getParameters() {
    return parameters;
  }
}

package org.pitchwright.operations;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pitchwright.frame.Person;
import org.pitchwright.frame.Toasts;
import org.pitchwright.operations.JobExecution.Progress;

/** Batch jobs: what runs and how far it is, starting, stopping, continuing, and what happened. */
@Named
@ViewScoped
public class JobsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int HISTORY_SHOWN = 50;
  private static final List<String> ORDER =
      List.of(
          "cleanse-behavior",
          "train-recommender",
          "evaluate-recommender",
          "add-items",
          "learn-relations");

  @Inject private Jobs jobs;
  @Inject private Person person;
  @Inject private Toasts toasts;

  private @Nullable Long selected;
  private @Nullable String toStart;
  private final HashMap<String, String> parameters = new HashMap<>();
  private transient @Nullable List<JobExecution> history;
  private transient @Nullable List<Overview> overview;

  /** A job with its latest execution; {@code latest} is null if it never ran. */
  public record Overview(JobDefinition job, @Nullable JobExecution latest) {
    public boolean isRunning() {
      return latest != null && !latest.status().finished();
    }
  }

  /** The jobs that people start, each with its latest execution. */
  public List<Overview> getOverview() {
    if (overview == null) {
      overview =
          jobs.definitions().stream()
              .sorted(Comparator.comparingInt(JobsPage::order))
              .map(this::latest)
              .toList();
    }
    return overview;
  }

  /** Jobs stand in the order of the work; those without a place in it come last. */
  private static int order(JobDefinition job) {
    int place = ORDER.indexOf(job.name());
    return place < 0 ? ORDER.size() : place;
  }

  private Overview latest(JobDefinition job) {
    return new Overview(job, jobs.executions(job.name(), 1).stream().findFirst().orElse(null));
  }

  /** The latest executions of all jobs, newest first. */
  public List<JobExecution> getHistory() {
    if (history == null) {
      history = jobs.executions(null, HISTORY_SHOWN);
    }
    return history;
  }

  /** Whether anything runs, so that the page must look again. */
  public boolean isMoving() {
    return getHistory().stream().anyMatch(execution -> !execution.status().finished());
  }

  /** Reads how far the jobs have got. */
  public void look() {
    history = null;
    overview = null;
  }

  /** Work done in percent; -1 while the total is not known. */
  public long percent(JobExecution execution) {
    Progress progress = execution.progress();
    return progress.total() <= 0 ? -1 : Math.min(100, 100 * progress.done() / progress.total());
  }

  /** Seconds that are left if the work goes on at its pace; null while nothing can be said. */
  public @Nullable Long secondsLeft(JobExecution execution) {
    Progress progress = execution.progress();
    if (execution.status().finished() || progress.done() <= 0 || progress.total() <= 0) {
      return null;
    }
    double seconds =
        Duration.between(execution.startedAt(), OffsetDateTime.now(person.getZone())).toSeconds();
    return Math.round(seconds * (progress.total() - progress.done()) / progress.done());
  }

  /** The job whose start is being prepared; null if none is. */
  public @Nullable JobDefinition getStarting() {
    return toStart == null
        ? null
        : jobs.definitions().stream()
            .filter(job -> job.name().equals(toStart))
            .findFirst()
            .orElse(null);
  }

  /** Prepares the start of a job, with its defaults. */
  public void prepare(String job) {
    toStart = job;
    parameters.clear();
    JobDefinition definition = getStarting();
    if (definition != null) {
      for (JobParameter parameter : definition.parameters()) {
        String value = parameter.defaultValue();
        if (value != null) {
          parameters.put(parameter.name(), value);
        }
      }
    }
  }

  /** Starts the prepared job. */
  public void start() {
    String job = toStart;
    if (job != null) {
      Map<String, String> given = new HashMap<>(parameters);
      given.values().removeIf(value -> value == null || value.isBlank());
      act(() -> selected = jobs.start(job, given, person.getName()).id(), "jobs.started");
    }
  }

  /** Asks an execution to stop at its next checkpoint. */
  public void stop(long execution) {
    act(() -> jobs.stop(execution, person.getName()), "jobs.stopping");
  }

  /** Continues a stopped or failed execution at its checkpoint. */
  public void restart(long execution) {
    act(() -> selected = jobs.restart(execution, person.getName()).id(), "jobs.restarted");
  }

  /** Gives a stopped or failed execution up. */
  public void abandon(long execution) {
    act(() -> jobs.abandon(execution, person.getName()), "jobs.abandoned");
  }

  private void act(Runnable command, String done) {
    toasts.attempt(
        () -> {
          person.require("operations:write");
          command.run();
          toasts.done(done);
        });
    look();
  }

  /** The chosen execution; null if none is, or there is none with this number. */
  public @Nullable JobExecution getShown() {
    Long id = selected;
    if (id == null) {
      return null;
    }
    return getHistory().stream()
        .filter(execution -> execution.id() == id)
        .findFirst()
        .orElseGet(() -> toasts.attempt(() -> jobs.execution(id)) ? jobs.execution(id) : null);
  }

  public void show(long execution) {
    selected = execution;
  }

  /** Closes the panel. */
  public void close() {
    selected = null;
  }

  public @Nullable Long getSelected() {
    return selected;
  }

  public void setSelected(@Nullable Long selected) {
    this.selected = selected;
  }

  /** Values of the parameters of the job whose start is being prepared. */
  public Map<String, String> getParameters() {
    return parameters;
  }
}

package org.pitchwright.behavior;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.annotation.Metric;
import org.pitchwright.behavior.EventSubmission.Rejected;
import org.pitchwright.behavior.EventSubmission.Result;
import org.pitchwright.problem.ProblemException;

/** Submits the events of a message, of which some may not even be events; for REST and SOAP. */
@ApplicationScoped
public class EventIntake {
  @Inject private EventSubmission submission;

  @Inject
  @Metric(name = "pitchwright_events_accepted", absolute = true, description = "Events kept")
  private Counter accepted;

  @Inject
  @Metric(
      name = "pitchwright_events_duplicates",
      absolute = true,
      description = "Events that were known already")
  private Counter duplicates;

  @Inject
  @Metric(name = "pitchwright_events_rejected", absolute = true, description = "Events refused")
  private Counter rejected;

  /** Counts from the start, so that a rate can be taken of the very first one. */
  void start(@Observes @Initialized(ApplicationScoped.class) Object application) {}

  /**
   * Keeps the good events of a message and says what is wrong with the others, each by its place.
   *
   * @param events each gives an event, or throws a {@link ProblemException} that says why not
   * @throws ProblemException if there are none, or more than {@link EventSubmission#MAX_EVENTS}
   */
  public Result submit(List<Supplier<EventDraft>> events) {
    EventSubmission.checkSize(events.size());
    List<EventDraft> drafts = new ArrayList<>(events.size());
    List<Integer> places = new ArrayList<>(events.size());
    List<Rejected> refused = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      try {
        drafts.add(events.get(i).get());
        places.add(i);
      } catch (ProblemException e) {
        refused.add(new Rejected(i, String.valueOf(e.getMessage())));
      }
    }
    Result result = drafts.isEmpty() ? new Result(0, 0, List.of()) : submission.submit(drafts);
    for (Rejected rejection : result.rejected()) {
      refused.add(new Rejected(places.get(rejection.index()), rejection.detail()));
    }
    refused.sort(Comparator.comparingInt(Rejected::index));
    accepted.inc(result.accepted());
    duplicates.inc(result.duplicates());
    rejected.inc(refused.size());
    return new Result(result.accepted(), result.duplicates(), refused);
  }
}

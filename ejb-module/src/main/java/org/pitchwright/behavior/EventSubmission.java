package org.pitchwright.behavior;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.Violation;
import org.pitchwright.sql.Database;

/** The door for events that systems send: what is good is kept at once, what is not is named. */
@Stateless
public class EventSubmission {
  /** The most events that one submission may hold. */
  public static final int MAX_EVENTS = 1_000;

  @Inject private Database database;

  /** An event that was not accepted, by its place in the submission. */
  public record Rejected(int index, String detail) {}

  /** What became of a submission. */
  public record Result(int accepted, int duplicates, List<Rejected> rejected) {}

  /**
   * Keeps the acceptable events of a submission; they count from the moment this returns.
   *
   * @throws ProblemException if there are none, or more than {@link #MAX_EVENTS}
   */
  public Result submit(List<EventDraft> events) {
    checkSize(events.size());
    List<EventDraft> good = new ArrayList<>(events.size());
    List<Rejected> rejected = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      Optional<Violation> violation = EventRules.check(events.get(i));
      if (violation.isPresent()) {
        rejected.add(new Rejected(i, violation.get().detail()));
      } else {
        good.add(events.get(i));
      }
    }
    int written =
        good.isEmpty() ? 0 : database.with(connection -> EventWriter.write(connection, good));
    return new Result(written, good.size() - written, rejected);
  }

  /**
   * Refuses a submission of the wrong size.
   *
   * @throws ProblemException if there are no events, or more than {@link #MAX_EVENTS}
   */
  public static void checkSize(int events) {
    if (events < 1 || events > MAX_EVENTS) {
      throw ProblemException.invalid(
          "/events", "events must hold 1 to " + MAX_EVENTS + " events, not " + events);
    }
  }
}

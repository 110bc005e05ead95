package org.pitchwright.behavior.cleansing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pitchwright.behavior.EventType;
import org.pitchwright.operations.JobCheckpoints;
import org.pitchwright.sql.Database;

/** The tables of cleansing, within the caller's transaction. */
@ApplicationScoped
public class CleansingStore {
  static final String COLLECT = "collect";
  static final String CLEANSE = "cleanse";

  // No customer's key begins with a blank, so that no customer is taken for a session.
  private static final String SUBJECT = "coalesce(e.customer_id, ' session:' || e.session_id)";
  private static final String COLUMNS =
      "SELECT w.subject, e.id, e.type, e.item_id, i.item_id IS NOT NULL AS item_known, e.at,"
          + " e.received_at, e.rating, e.quantity, e.amount, e.duration_ms,"
          + " c.event IS NULL AND r.event IS NULL AS waiting, c.event IS NOT NULL AS accepted"
          + " FROM work w JOIN event e ON ";
  private static final String VERDICTS =
      " AND e.id <= ? AND e.at >= w.since - interval '1 day'"
          + " LEFT JOIN item i ON i.item_id = e.item_id"
          + " LEFT JOIN cleansed_event c ON c.event = e.id"
          + " LEFT JOIN event_rejection r ON r.event = e.id";

  @Inject private Database database;
  @Inject private JobCheckpoints checkpoints;

  /** For the container's proxy. */
  public CleansingStore() {}

  CleansingStore(Database database) {
    this.database = database;
    this.checkpoints = new JobCheckpoints(database);
  }

  /**
   * What a run has to do.
   *
   * @param lastEvent events after this one are left for the next run
   * @param waiting number of events to judge
   */
  record Task(long lastEvent, long waiting) {}

  /**
   * Lists the subjects with events that wait for their verdict. An event whose item was unknown and
   * is known now waits again. Doing it a second time changes nothing.
   */
  Task collect(long instanceId, int partitions) {
    Optional<Task> done = checkpoints.load(instanceId, COLLECT, 0, Task.class);
    if (done.isPresent()) {
      return done.get();
    }
    database.update("DELETE FROM cleansing_subject");
    database.update(
        "DELETE FROM event_rejection r USING event e WHERE r.reason = 'UNKNOWN_ITEM'"
            + " AND e.id = r.event AND EXISTS (SELECT 1 FROM item i WHERE i.item_id = e.item_id)");
    database.update("ANALYZE event");
    long last =
        database.first("SELECT coalesce(max(id), 0) FROM event", row -> row.getLong(1)).orElse(0L);
    database.update(
        "INSERT INTO cleansing_subject (instance_id, partition, subject, session_id, since, waiting)"
            + " SELECT ?, (hashtext("
            + SUBJECT
            + ") & 2147483647) % ?, "
            + SUBJECT
            + ", CASE WHEN e.customer_id IS NULL THEN e.session_id END, min(e.at), count(*)"
            + " FROM event e WHERE e.id <= ?"
            + " AND NOT EXISTS (SELECT 1 FROM cleansed_event c WHERE c.event = e.id)"
            + " AND NOT EXISTS (SELECT 1 FROM event_rejection r WHERE r.event = e.id)"
            + " GROUP BY 2, 3, 4",
        instanceId,
        partitions,
        last);
    Task task = new Task(last, waiting(instanceId));
    checkpoints.save(instanceId, COLLECT, 0, task);
    return task;
  }

  /** Number of events that a run has still to judge. */
  long waiting(long instanceId) {
    return database
        .first(
            "SELECT coalesce(sum(waiting), 0) FROM cleansing_subject WHERE instance_id = ?",
            row -> row.getLong(1),
            instanceId)
        .orElse(0L);
  }

  /** The next subjects of a partition after the given one, with their events. */
  List<SubjectEvents> next(
      long instanceId, int partition, String after, int subjects, long lastEvent) {
    String sql =
        "WITH work AS MATERIALIZED (SELECT subject, session_id, since FROM cleansing_subject"
            + " WHERE instance_id = ? AND partition = ? AND subject > ? ORDER BY subject LIMIT ?) "
            + COLUMNS
            + "w.session_id IS NULL AND e.customer_id = w.subject"
            + VERDICTS
            + " UNION ALL "
            + COLUMNS
            + "e.customer_id IS NULL AND e.session_id = w.session_id"
            + VERDICTS
            + " ORDER BY subject, at, id";
    Map<String, List<RawEvent>> found = new LinkedHashMap<>();
    database.list(
        sql,
        row ->
            found
                .computeIfAbsent(row.getString("subject"), key -> new ArrayList<>())
                .add(read(row)),
        instanceId,
        partition,
        after,
        subjects,
        lastEvent,
        lastEvent);
    return found.entrySet().stream()
        .map(entry -> new SubjectEvents(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static RawEvent read(ResultSet row) throws SQLException {
    @Nullable Number rating = (Number) row.getObject("rating");
    return new RawEvent(
        row.getLong("id"),
        EventType.valueOf(row.getString("type")),
        row.getString("item_id"),
        row.getBoolean("item_known"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        rating == null ? null : rating.doubleValue(),
        row.getObject("quantity", Integer.class),
        row.getBigDecimal("amount"),
        row.getObject("duration_ms", Long.class),
        row.getBoolean("waiting"),
        row.getBoolean("accepted"));
  }

  /** Keeps verdicts, takes their subjects off the list, and counts both. */
  CleansingCounts keep(
      long instanceId, long executionId, int partition, List<SubjectVerdicts> subjects) {
    accept(subjects);
    reject(executionId, subjects);
    database.update(
        "DELETE FROM cleansing_subject WHERE instance_id = ? AND partition = ?"
            + " AND subject = ANY (?)",
        instanceId,
        partition,
        subjects.stream().map(SubjectVerdicts::subject).toArray(String[]::new));
    CleansingCounts counts = counts(instanceId, partition).plus(subjects);
    checkpoints.save(instanceId, CLEANSE, partition, counts);
    return counts;
  }

  private void accept(List<SubjectVerdicts> subjects) {
    Long[] events =
        subjects.stream()
            .flatMap(subject -> subject.verdicts().stream())
            .filter(verdict -> verdict.rejection().isEmpty())
            .map(Verdict::event)
            .toArray(Long[]::new);
    database.update(
        "INSERT INTO cleansed_event (event, subject, customer_id, item_id, type, at, rating,"
            + " quantity, amount, currency, duration_ms) SELECT e.id, "
            + SUBJECT
            + ", e.customer_id, e.item_id, e.type, e.at, e.rating, e.quantity, e.amount,"
            + " e.currency, e.duration_ms FROM event e WHERE e.id = ANY (?)"
            + " ON CONFLICT DO NOTHING",
        (Object) events);
  }

  private void reject(long executionId, List<SubjectVerdicts> subjects) {
    List<Long> events = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    List<String> details = new ArrayList<>();
    for (SubjectVerdicts subject : subjects) {
      for (Verdict verdict : subject.verdicts()) {
        verdict
            .rejection()
            .ifPresent(
                rejection -> {
                  events.add(verdict.event());
                  reasons.add(rejection.reason().name());
                  details.add(rejection.detail());
                });
      }
    }
    // An event whose customer was erased in the meantime needs no verdict any more.
    database.update(
        "INSERT INTO event_rejection (event, reason, detail, execution_id)"
            + " SELECT v.event, v.reason, v.detail, ? FROM unnest(?::bigint[], ?::text[], ?::text[])"
            + " AS v (event, reason, detail) JOIN event e ON e.id = v.event"
            + " ON CONFLICT DO NOTHING",
        executionId,
        events.toArray(Long[]::new),
        reasons.toArray(String[]::new),
        details.toArray(String[]::new));
  }

  /** What a partition has decided so far. */
  CleansingCounts counts(long instanceId, int partition) {
    return checkpoints
        .load(instanceId, CLEANSE, partition, CleansingCounts.class)
        .orElse(CleansingCounts.NONE);
  }
}

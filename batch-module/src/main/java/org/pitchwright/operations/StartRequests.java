package org.pitchwright.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pitchwright.json.Json;
import org.pitchwright.json.JsonMapConverter;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.ProblemKind;
import org.pitchwright.sql.Database;

/** Starts that a node without jobs asks of those that run them, through the database. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class StartRequests {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long PAUSE_MILLIS = 200;

  @Inject private Database database;
  @Inject private StartRequests self;

  /** A start that is asked for. */
  record Request(UUID id, String job, Map<String, String> parameters, String startedBy) {}

  /** What became of a request: an execution, or the reason why there is none. */
  record Answer(@Nullable Long executionId, @Nullable String error) {}

  /**
   * Asks for a start and waits until a node has taken it on.
   *
   * @return the execution's id
   * @throws ProblemException if it was refused, or no node for jobs answers
   */
  @Transactional(TxType.NOT_SUPPORTED)
  public long place(String job, Map<String, String> parameters, String startedBy) {
    UUID id = UUID.randomUUID();
    self.insert(new Request(id, job, parameters, startedBy));
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<Answer> answer = self.answer(id);
      if (answer.isPresent()) {
        return executionId(answer.get());
      }
      pause();
    }
    self.withdraw(id);
    throw new ProblemException(
        ProblemKind.UNAVAILABLE,
        "No node that runs jobs answered; start one with pitchwright.role=batch or all");
  }

  private static long executionId(Answer answer) {
    if (answer.executionId() == null) {
      throw new ProblemException(ProblemKind.CONFLICT, String.valueOf(answer.error()));
    }
    return answer.executionId();
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException(ProblemKind.UNAVAILABLE, "The server is going down");
    }
  }

  /** Writes a request. */
  public void insert(Request request) {
    database.update(
        "INSERT INTO job_start_request (id, job, parameters, started_by) VALUES (?, ?, ?, ?)",
        request.id(),
        request.job(),
        JsonMapConverter.jsonb(Json.write(request.parameters())),
        request.startedBy());
  }

  /** Takes a request back that nobody has answered. */
  public void withdraw(UUID id) {
    database.update("DELETE FROM job_start_request WHERE id = ?", id);
  }

  /** What became of a request, once it is answered. */
  public Optional<Answer> answer(UUID id) {
    return database.first(
        "DELETE FROM job_start_request WHERE id = ? AND answered RETURNING execution_id, error",
        row -> new Answer(row.getObject(1, Long.class), row.getString(2)),
        id);
  }

  /** Takes on what no other node has taken on yet. */
  public List<Request> take() {
    return database.list(
        "UPDATE job_start_request SET taken = true WHERE id IN (SELECT id FROM job_start_request"
            + " WHERE NOT taken ORDER BY created_at FOR UPDATE SKIP LOCKED)"
            + " RETURNING id, job, parameters, started_by",
        row -> {
          Map<String, String> parameters = new LinkedHashMap<>();
          Json.readMap(row.getString(3))
              .forEach((name, value) -> parameters.put(name, String.valueOf(value)));
          return new Request(
              row.getObject(1, UUID.class), row.getString(2), parameters, row.getString(4));
        });
  }

  /** Tells the node that asked what became of its request. */
  public void answer(UUID id, @Nullable Long executionId, @Nullable String error) {
    database.update(
        "UPDATE job_start_request SET answered = true, execution_id = ?, error = ? WHERE id = ?",
        executionId,
        error,
        id);
  }
}

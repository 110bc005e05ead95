package org.pitchwright.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.pitchwright.json.Json;
import org.pitchwright.json.JsonMapConverter;
import org.pitchwright.sql.Database;

/**
 * How far a step has got, kept in the transaction of the rows themselves. The batch runtime's own
 * checkpoint is written by the runtime; this one holds counters and positions that must agree with
 * the rows to the last one, also after {@code kill -9}.
 */
@ApplicationScoped
public class JobCheckpoints {
  @Inject private Database database;

  /** For the container's proxy. */
  public JobCheckpoints() {}

  public JobCheckpoints(Database database) {
    this.database = database;
  }

  /** The state that was saved last, if any was. */
  public <T> Optional<T> load(long instanceId, String step, int partition, Class<T> type) {
    return database
        .first(
            "SELECT state FROM job_checkpoint WHERE instance_id = ? AND step = ? AND partition = ?",
            row -> row.getString(1),
            instanceId,
            step,
            partition)
        .map(json -> parse(json, type));
  }

  /** Saves the state within the caller's transaction. */
  public void save(long instanceId, String step, int partition, Object state) {
    database.update(
        "INSERT INTO job_checkpoint (instance_id, step, partition, state) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (instance_id, step, partition)"
            + " DO UPDATE SET state = excluded.state, updated_at = now()",
        instanceId,
        step,
        partition,
        JsonMapConverter.jsonb(Json.write(state)));
  }

  private static <T> T parse(String json, Class<T> type) {
    try {
      return Json.mapper().readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A checkpoint is not readable as " + type.getName(), e);
    }
  }
}

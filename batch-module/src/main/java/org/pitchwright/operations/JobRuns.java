package org.pitchwright.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pitchwright.json.Json;
import org.pitchwright.json.JsonMapConverter;
import org.pitchwright.sql.Database;

/**
 * The table {@code job_run}. Every write is a transaction of its own, so that all nodes see
 * progress while the chunk that made it is still open.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class JobRuns {
  private static final String UNFINISHED = "('STARTING', 'STARTED', 'STOPPING')";

  @Inject private Database database;

  /** For the container's proxy. */
  public JobRuns() {}

  JobRuns(Database database) {
    this.database = database;
  }

  /** Remembers that an execution begins; whoever comes first, the starter or the job, writes it. */
  public void begin(NewRun run) {
    database.update(
        "INSERT INTO job_run (execution_id, instance_id, job, parameters, restart_of, started_by,"
            + " node, status) VALUES (?, ?, ?, ?, ?, ?, ?, 'STARTING') ON CONFLICT DO NOTHING",
        run.executionId(),
        run.instanceId(),
        run.job(),
        JsonMapConverter.jsonb(Json.write(run.parameters())),
        run.restartOf(),
        run.startedBy(),
        run.node());
  }

  /** The job's own thread runs now. */
  public void started(long executionId) {
    database.update(
        "UPDATE job_run SET status = 'STARTED', started_at = now(), updated_at = now()"
            + " WHERE execution_id = ? AND status = 'STARTING'",
        executionId);
  }

  /** Asks a running execution to stop, on whichever node it runs; false if it does not run. */
  public boolean requestStop(long executionId, boolean resume) {
    return database.update(
            "UPDATE job_run SET status = 'STOPPING', resume = ?, updated_at = now()"
                + " WHERE execution_id = ? AND status IN "
                + UNFINISHED,
            resume,
            executionId)
        == 1;
  }

  /** Shows how far an execution has got. */
  public void progress(long executionId, JobExecution.Progress progress, List<JobStep> steps) {
    database.update(
        "UPDATE job_run SET done = ?, total = ?, unit = ?, message = ?, steps = ?,"
            + " updated_at = now() WHERE execution_id = ?",
        progress.done(),
        progress.total(),
        progress.unit(),
        progress.message(),
        JsonMapConverter.jsonb(Json.write(steps)),
        executionId);
  }

  /** Closes an execution that is still open; false if it was closed before. */
  public boolean finish(long executionId, JobStatus status, @Nullable String error) {
    return database.update(
            "UPDATE job_run SET status = ?, error = ?, finished_at = now(), updated_at = now()"
                + " WHERE execution_id = ? AND status IN "
                + UNFINISHED,
            status.name(),
            error,
            executionId)
        == 1;
  }

  /**
   * Closes an execution that a passing trouble ended, and marks it to be continued; false if it was
   * closed before.
   */
  public boolean interrupted(long executionId, String error) {
    return database.update(
            "UPDATE job_run SET status = 'FAILED', error = ?, resume = true, finished_at = now(),"
                + " updated_at = now() WHERE execution_id = ? AND status IN "
                + UNFINISHED,
            error,
            executionId)
        == 1;
  }

  /** Gives a stopped or failed execution up; false if it is neither. */
  public boolean abandon(long executionId) {
    return database.update(
            "UPDATE job_run SET status = 'ABANDONED', resume = false, updated_at = now()"
                + " WHERE execution_id = ? AND status IN ('STOPPED', 'FAILED')",
            executionId)
        == 1;
  }

  /** An execution that is resumed needs no further resumption. */
  public void resumed(long executionId) {
    database.update("UPDATE job_run SET resume = false WHERE execution_id = ?", executionId);
  }

  /** Where the execution stands. */
  @Transactional(TxType.SUPPORTS)
  public Optional<JobExecution> find(long executionId) {
    return database.first(
        "SELECT * FROM job_run WHERE execution_id = ?", JobRuns::read, executionId);
  }

  /** The latest executions of a job, or of all jobs, newest first. */
  @Transactional(TxType.SUPPORTS)
  public List<JobExecution> latest(@Nullable String job, int limit) {
    return job == null
        ? database.list(
            "SELECT * FROM job_run ORDER BY execution_id DESC LIMIT ?", JobRuns::read, limit)
        : database.list(
            "SELECT * FROM job_run WHERE job = ? ORDER BY execution_id DESC LIMIT ?",
            JobRuns::read,
            job,
            limit);
  }

  /** Executions that say they run, on whichever node. */
  @Transactional(TxType.SUPPORTS)
  public List<JobExecution> unfinished() {
    return database.list(
        "SELECT * FROM job_run WHERE status IN " + UNFINISHED + " ORDER BY execution_id",
        JobRuns::read);
  }

  /** Executions that were stopped because their server went down. */
  @Transactional(TxType.SUPPORTS)
  public List<JobExecution> toResume() {
    return database.list(
        "SELECT * FROM job_run WHERE resume AND status IN ('STOPPED', 'FAILED')"
            + " ORDER BY execution_id",
        JobRuns::read);
  }

  /** Whether a later execution of the same instance exists. */
  @Transactional(TxType.SUPPORTS)
  public boolean continued(JobExecution execution) {
    return database
        .first(
            "SELECT 1 FROM job_run WHERE instance_id = ? AND execution_id > ? LIMIT 1",
            row -> true,
            execution.instanceId(),
            execution.id())
        .isPresent();
  }

  /** How often an instance was restarted by the given actor. */
  @Transactional(TxType.SUPPORTS)
  public long restartsBy(String actor, long instanceId) {
    return database
        .first(
            "SELECT count(*) FROM job_run WHERE instance_id = ? AND started_by = ?"
                + " AND restart_of IS NOT NULL",
            row -> row.getLong(1),
            instanceId,
            actor)
        .orElse(0L);
  }

  private static JobExecution read(ResultSet row) throws SQLException {
    Map<String, String> parameters = new LinkedHashMap<>();
    Json.readMap(row.getString("parameters"))
        .forEach((name, value) -> parameters.put(name, String.valueOf(value)));
    return new JobExecution(
        row.getLong("execution_id"),
        row.getString("job"),
        JobStatus.valueOf(row.getString("status")),
        new JobExecution.Progress(
            row.getLong("done"),
            row.getLong("total"),
            row.getString("unit"),
            row.getString("message")),
        steps(row.getString("steps")),
        parameters,
        row.getString("started_by"),
        row.getObject("started_at", OffsetDateTime.class),
        row.getObject("updated_at", OffsetDateTime.class),
        row.getObject("finished_at", OffsetDateTime.class),
        row.getString("error"),
        row.getObject("restart_of", Long.class),
        row.getLong("instance_id"),
        row.getString("node"),
        row.getBoolean("resume"));
  }

  private static List<JobStep> steps(String json) {
    try {
      return Json.mapper().readValue(json, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The steps of a job run are not readable", e);
    }
  }
}

package org.pitchwright.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pitchwright.governance.Audit;
import org.pitchwright.json.Json;
import org.pitchwright.json.JsonMapConverter;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.ProblemKind;
import org.pitchwright.sql.Database;

/** When jobs start by themselves. */
@ApplicationScoped
@Transactional
public class Schedules {
  private static final int MAX_PREVIEW = 50;

  @Inject private Database database;
  @Inject private RunningJobs known;
  @Inject private Audit audit;

  private final Clock clock;

  /** For the container. */
  public Schedules() {
    clock = Clock.systemUTC();
  }

  Schedules(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** All schedules, by job. */
  public List<JobSchedule> list() {
    return database.list("SELECT * FROM job_schedule ORDER BY job", Schedules::read);
  }

  /** The schedule of a job, if it has one. */
  public Optional<JobSchedule> find(String job) {
    return database.first("SELECT * FROM job_schedule WHERE job = ?", Schedules::read, job);
  }

  /**
   * Sets when a job starts.
   *
   * @param cron five fields, as of UNIX cron
   * @param timeZone IANA name
   * @param parameters given to the job at each start
   * @param expectedVersion the version that the caller has seen; null to take whatever is there
   * @throws ProblemException if job, expression, zone or parameters are wrong, or the schedule was
   *     changed in the meantime
   */
  public JobSchedule put(
      String job,
      String cron,
      String timeZone,
      boolean enabled,
      Map<String, String> parameters,
      @Nullable Long expectedVersion,
      String by) {
    known.definition(job).complete(parameters);
    @Nullable OffsetDateTime next = enabled ? nextOrRefuse(cron, timeZone) : null;
    CronSchedule.of(cron, timeZone);
    database.first("SELECT 1 FROM job_schedule WHERE job = ? FOR UPDATE", row -> true, job);
    checkVersion(job, expectedVersion);
    database.update(
        "INSERT INTO job_schedule (job, cron, time_zone, enabled, parameters, next_fire_at,"
            + " updated_by) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (job) DO UPDATE SET"
            + " cron = excluded.cron, time_zone = excluded.time_zone, enabled = excluded.enabled,"
            + " parameters = excluded.parameters, next_fire_at = excluded.next_fire_at,"
            + " version = job_schedule.version + 1, updated_by = excluded.updated_by,"
            + " updated_at = now()",
        job,
        cron,
        timeZone,
        enabled,
        JsonMapConverter.jsonb(Json.write(parameters)),
        next,
        by);
    audit.record(
        by,
        "job.schedule",
        "job",
        job,
        Map.of("cron", cron, "timeZone", timeZone, "enabled", enabled));
    return find(job).orElseThrow();
  }

  private OffsetDateTime nextOrRefuse(String cron, String timeZone) {
    return CronSchedule.of(cron, timeZone)
        .next(OffsetDateTime.now(clock))
        .orElseThrow(
            () -> ProblemException.invalid("/cron", "cron names a time that never comes: " + cron));
  }

  private void checkVersion(String job, @Nullable Long expected) {
    long actual = find(job).map(JobSchedule::version).orElse(0L);
    if (expected != null && expected != actual) {
      throw new ProblemException(
          ProblemKind.PRECONDITION_FAILED,
          "The schedule of " + job + " was changed in the meantime; read it again");
    }
  }

  /**
   * The next times of an expression, before it is saved.
   *
   * @throws ProblemException if expression or zone are wrong
   */
  public List<OffsetDateTime> preview(String cron, String timeZone, int count) {
    return CronSchedule.of(cron, timeZone)
        .preview(OffsetDateTime.now(clock), Math.max(1, Math.min(count, MAX_PREVIEW)));
  }

  /** The schedules whose time has come. Times that passed while no server was up count as one. */
  public List<JobSchedule> due() {
    return database.list(
        "SELECT * FROM job_schedule WHERE enabled AND coalesce(next_fire_at, now()) <= now()",
        Schedules::read);
  }

  /** Moves a due schedule to its next time; true for the one node that may now start the job. */
  public boolean claim(JobSchedule due) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    @Nullable OffsetDateTime next =
        CronSchedule.of(due.cron(), due.timeZone()).next(now).orElse(null);
    boolean first = due.nextFireAt() == null;
    int moved =
        database.update(
            "UPDATE job_schedule SET next_fire_at = ?,"
                + " last_fire_at = CASE WHEN ? THEN last_fire_at ELSE now() END"
                + " WHERE job = ? AND enabled AND version = ?"
                + " AND next_fire_at IS NOT DISTINCT FROM ?::timestamptz",
            next,
            first,
            due.job(),
            due.version(),
            due.nextFireAt());
    // A schedule that was switched on without a next time gets one now and is not due yet.
    return moved == 1 && !first;
  }

  private static JobSchedule read(ResultSet row) throws SQLException {
    Map<String, String> parameters = new LinkedHashMap<>();
    Json.readMap(row.getString("parameters"))
        .forEach((name, value) -> parameters.put(name, String.valueOf(value)));
    return new JobSchedule(
        row.getString("job"),
        row.getString("cron"),
        row.getString("time_zone"),
        row.getBoolean("enabled"),
        parameters,
        row.getObject("last_fire_at", OffsetDateTime.class),
        row.getObject("next_fire_at", OffsetDateTime.class),
        row.getLong("version"),
        row.getString("updated_by"));
  }
}

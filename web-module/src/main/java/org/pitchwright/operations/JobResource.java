package org.pitchwright.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pitchwright.paging.Page;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.security.Permissions;
import org.pitchwright.security.Requires;

/** Batch jobs: what there is, what runs, and what became of it. */
@ApplicationScoped
@Path("/jobs")
@Tag(name = "Jobs")
@Produces(MediaType.APPLICATION_JSON)
public class JobResource {
  @Inject private Jobs jobs;
  @Inject private Schedules schedules;
  @Inject private Permissions permissions;

  /** A job in the list, with its latest executions. */
  public record Listed(
      String name,
      @Nullable Schedule schedule,
      @Nullable JobExecution running,
      @Nullable JobExecution last) {}

  /** When a job starts by itself. */
  public record Schedule(String cron, String timeZone, boolean enabled) {}

  /** What a job is started with. */
  public record Start(@Nullable Map<String, String> parameters) {}

  /** Lists the jobs that people may start. */
  @GET
  @Requires("operations:read")
  @Operation(summary = "List the jobs, each with its schedule and its latest executions")
  @APIResponse(responseCode = "200", description = "All jobs")
  public Page<Listed> list() {
    return new Page<>(
        jobs.definitions().stream().filter(job -> !job.internal()).map(this::listed).toList(),
        null);
  }

  private Listed listed(JobDefinition job) {
    List<JobExecution> latest = jobs.executions(job.name(), 2);
    JobExecution newest = latest.isEmpty() ? null : latest.get(0);
    boolean runs = newest != null && newest.finishedAt() == null;
    JobExecution before = latest.size() > 1 ? latest.get(1) : null;
    Schedule schedule =
        schedules
            .find(job.name())
            .map(found -> new Schedule(found.cron(), found.timeZone(), found.enabled()))
            .orElse(null);
    return new Listed(job.name(), schedule, runs ? newest : null, runs ? before : newest);
  }

  /** Starts a job. */
  @POST
  @Path("/{name}/executions")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires("operations:write")
  @Operation(summary = "Start a job")
  @APIResponse(responseCode = "202", description = "The execution, as it begins")
  @APIResponse(responseCode = "404", description = "There is no such job")
  @APIResponse(responseCode = "409", description = "It runs already")
  public Response start(@PathParam("name") String name, @Nullable Start start) {
    Map<String, String> given = start == null ? null : start.parameters();
    return accepted(jobs.start(name, given == null ? Map.of() : given, permissions.getName()));
  }

  /** Gives an execution as it stands now. */
  @GET
  @Path("/executions/{id}")
  @Requires("operations:read")
  @Operation(summary = "Read an execution")
  @APIResponse(responseCode = "200", description = "The execution with its progress and steps")
  @APIResponse(responseCode = "404", description = "There is no such execution")
  public JobExecution execution(@PathParam("id") String id) {
    return jobs.execution(number(id));
  }

  /** Stops an execution at its next checkpoint. */
  @POST
  @Path("/executions/{id}/stop")
  @Consumes(MediaType.WILDCARD)
  @Requires("operations:write")
  @Operation(summary = "Stop an execution at its next checkpoint")
  @APIResponse(responseCode = "202", description = "The execution")
  @APIResponse(responseCode = "409", description = "It does not run")
  public Response stop(@PathParam("id") String id) {
    return accepted(jobs.stop(number(id), permissions.getName()));
  }

  /** Goes on with an execution where it ended. */
  @POST
  @Path("/executions/{id}/restart")
  @Consumes(MediaType.WILDCARD)
  @Requires("operations:write")
  @Operation(summary = "Go on with an execution at its last checkpoint")
  @APIResponse(responseCode = "202", description = "The new execution")
  @APIResponse(responseCode = "409", description = "It still runs, or is completed")
  public Response restart(@PathParam("id") String id) {
    return accepted(jobs.restart(number(id), permissions.getName()));
  }

  /** Gives an execution up for good. */
  @POST
  @Path("/executions/{id}/abandon")
  @Consumes(MediaType.WILDCARD)
  @Requires("operations:write")
  @Operation(summary = "Give an execution up; it cannot be restarted then")
  @APIResponse(responseCode = "202", description = "The execution")
  @APIResponse(responseCode = "409", description = "It still runs, or is completed")
  public Response abandon(@PathParam("id") String id) {
    return accepted(jobs.abandon(number(id), permissions.getName()));
  }

  private static Response accepted(JobExecution execution) {
    return Response.accepted(execution).build();
  }

  private static long number(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException e) {
      throw ProblemException.notFound("execution", id);
    }
  }
}

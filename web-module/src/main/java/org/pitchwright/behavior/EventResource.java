package org.pitchwright.behavior;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pitchwright.json.StrictJson;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.security.Requires;

/** What customers did. */
@ApplicationScoped
@Path("/events")
@Tag(name = "Events")
@Produces(MediaType.APPLICATION_JSON)
public class EventResource {
  @Inject private EventIntake intake;

  /** Events of a submission, each judged on its own. */
  @Schema(name = "Events")
  public record Events(
      @JsonProperty(required = true)
          @Schema(description = "1 to 1,000 events", implementation = EventBody[].class)
          @Nullable List<JsonNode> events) {}

  /** Keeps events; they count in the very next recommendation. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires("behavior:write")
  @Operation(
      summary = "Send events",
      description =
          "1 to 1,000 at once. Good ones are kept, at once and exactly once by their eventId; each"
              + " of the others is named in rejected with its place and what is wrong.")
  @APIResponse(
      responseCode = "202",
      description = "What became of the events",
      content =
          @org.eclipse.microprofile.openapi.annotations.media.Content(
              schema = @Schema(implementation = EventSubmission.Result.class)))
  @APIResponse(responseCode = "400", description = "The body as a whole is not valid")
  @APIResponse(responseCode = "413", description = "The body is too large")
  public Response submit(Events body) {
    List<JsonNode> nodes = body.events();
    if (nodes == null) {
      throw ProblemException.invalid("/events", "events must not be null");
    }
    List<Supplier<EventDraft>> events =
        nodes.stream()
            .map(
                node ->
                    (Supplier<EventDraft>)
                        () -> StrictJson.convert(node, EventBody.class).toDraft())
            .toList();
    return Response.accepted(intake.submit(events)).build();
  }
}

package org.pitchwright.recommendation.playground;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pitchwright.model.ModelRegistry;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.recommendation.Playground;
import org.pitchwright.security.Requires;

/** What any version of the recommender says to a made-up history. */
@ApplicationScoped
@Path("/models/{name}/versions/{version}/recommendations")
@Tag(name = "Models")
@Produces(MediaType.APPLICATION_JSON)
public class PlaygroundResource {
  @Inject private Playground playground;

  /** Recommends after a made-up history, and keeps nothing. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires("model:read")
  @Operation(
      summary = "Try a version on a made-up history",
      description =
          "The items that this version would recommend, with the parts of each score, and what the"
              + " business rules in force make of the list. Nothing counts as served")
  @APIResponse(responseCode = "200", description = "Both lists")
  @APIResponse(responseCode = "400", description = "The history is not valid")
  @APIResponse(responseCode = "404", description = "There is no such version")
  @APIResponse(responseCode = "409", description = "It is archived, its files are gone")
  public PlaygroundReply recommend(
      @PathParam("name") String name, @PathParam("version") String version, PlaygroundBody body) {
    return PlaygroundReply.of(playground.ask(body.toQuestion(number(name, version))));
  }

  private static int number(String name, String version) {
    try {
      if (name.equals(ModelRegistry.RECOMMENDER)) {
        return Integer.parseInt(version);
      }
    } catch (NumberFormatException e) {
      throw ProblemException.notFound("model version", name + "/" + version);
    }
    throw ProblemException.notFound("model version", name + "/" + version);
  }
}

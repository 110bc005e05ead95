package org.pitchwright.recommendation;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pitchwright.behavior.EventType;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.problem.PathKey;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.security.Requires;

/** The right items, and what came of them. */
@ApplicationScoped
@Path("/recommendations")
@Tag(name = "Recommendations")
@Produces(MediaType.APPLICATION_JSON)
public class RecommendationResource {
  @Inject private Recommendations recommendations;
  @Inject private CountedRecommendations counted;

  /** What came of a recommended item, on the wire. */
  public record Feedback(
      @JsonProperty(required = true) @Nullable String itemId,
      @JsonProperty(required = true) @Nullable EventType outcome) {}

  /** Recommends items to a customer or visitor. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires("recommendation:read")
  @Operation(
      summary = "Get recommendations",
      description =
          "For a customer, from all events that were sent so far; for a visitor, from recentItems;"
              + " otherwise what is popular, with personalized false")
  @APIResponse(responseCode = "200", description = "The items, best first")
  @APIResponse(responseCode = "400", description = "The request is not valid")
  @APIResponse(responseCode = "503", description = "Too many requests are waiting")
  public RecommendationReply recommend(RecommendationBody body) {
    return RecommendationReply.of(counted.recommend(body.toRequest()));
  }

  /** Keeps what came of a recommended item. */
  @POST
  @Path("/{requestId}/feedback")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires("recommendation:write")
  @Operation(
      summary = "Tell what came of a recommended item",
      description = "It counts as the customer's behaviour as well; a repeat changes nothing")
  @APIResponse(responseCode = "204", description = "Kept")
  @APIResponse(responseCode = "400", description = "The item was not in that answer")
  @APIResponse(responseCode = "404", description = "There was no such answer")
  public Response feedback(@PathParam("requestId") String requestId, Feedback body) {
    String itemId = body.itemId();
    EventType outcome = body.outcome();
    if (itemId == null || outcome == null) {
      throw ProblemException.invalid(
          itemId == null ? "/itemId" : "/outcome", "itemId and outcome must not be null");
    }
    recommendations.feedback(
        requestId(requestId), PathKey.parse("itemId", itemId, ItemId::new), outcome);
    return Response.noContent().build();
  }

  private static UUID requestId(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw ProblemException.notFound("recommendation", text);
    }
  }
}

package org.pitchwright.recommendation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.paging.PageLimit;
import org.pitchwright.problem.PathKey;
import org.pitchwright.security.Requires;

/**
 * Items like one. Its path is the class's own: JAX-RS chooses the class first, and of those that
 * match the longest, so that {@code /items} would hide a method's.
 */
@ApplicationScoped
@Path("/items/{itemId}/similar")
@Tag(name = "Recommendations")
@Produces(MediaType.APPLICATION_JSON)
public class SimilarItemsResource {
  @Inject private Recommendations recommendations;

  /** Items like one on the wire. */
  public record SimilarReply(Recommendation.ModelRef model, List<RecommendationReply.Item> items) {}

  /** Gives items that resemble one. */
  @GET
  @Requires("recommendation:read")
  @Operation(summary = "Get similar items")
  @APIResponse(responseCode = "200", description = "The items, best first")
  @APIResponse(responseCode = "404", description = "There is no such item")
  public SimilarReply similar(
      @PathParam("itemId") String itemId, @QueryParam("limit") @Nullable String limit) {
    ItemId id = PathKey.parse("itemId", itemId, ItemId::new);
    Recommendations.Similar similar =
        recommendations.similar(id, PageLimit.parse(limit, RecommendationRequest.DEFAULT_LIMIT));
    return new SimilarReply(
        similar.model(), similar.items().stream().map(RecommendationReply.Item::of).toList());
  }
}

package org.pitchwright.recommendation.relations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pitchwright.paging.EntityVersion;
import org.pitchwright.paging.Page;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.security.Permissions;
import org.pitchwright.security.Requires;

/** The tree of categories. */
@ApplicationScoped
@Path("/categories")
@Tag(name = "Relations")
@Produces(MediaType.APPLICATION_JSON)
public class CategoryResource {
  @Inject private Categories categories;
  @Inject private Permissions permissions;

  /** Lists all categories with their places. */
  @GET
  @Requires("recommendation:read")
  @Operation(
      summary = "List the tree of categories",
      description =
          "Every category that the catalogue or the tree names, by name and on one page; parent is"
              + " null at the top, items counts active items of this very category")
  @APIResponse(responseCode = "200", description = "All categories")
  public Page<Categories.Placed> list() {
    return new Page<>(categories.all(), null);
  }

  /** Gives a category's place with its entity tag. */
  @GET
  @Path("/{category}")
  @Requires("recommendation:read")
  @Operation(summary = "Read the place of a category")
  @APIResponse(responseCode = "200", description = "The category, its version in ETag")
  @APIResponse(responseCode = "404", description = "There is no such category")
  public Response get(@PathParam("category") String category) {
    return reply(category);
  }

  /** Puts a category, with everything below it, below another. */
  @PUT
  @Path("/{category}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires("campaign:write")
  @Operation(
      summary = "Move a category in the tree",
      description =
          "Rules and caps for a category mean it and everything below it, from the next"
              + " recommendation on. The parent need not have items of its own. If-Match: the ETag"
              + " that was read")
  @APIResponse(responseCode = "200", description = "Moved")
  @APIResponse(responseCode = "400", description = "The parent is not valid, or lies below it")
  @APIResponse(responseCode = "404", description = "There is no such category")
  @APIResponse(responseCode = "412", description = "The condition failed")
  public Response put(
      @PathParam("category") String category,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      CategoryBody body) {
    Long expected = expected(category, ifMatch);
    categories.move(category, body.parent(), expected, permissions.getName());
    return reply(category);
  }

  /** A category that was never moved has version 0, and yet is there to be matched. */
  private @Nullable Long expected(String category, @Nullable String ifMatch) {
    long now = categories.version(category);
    boolean untouched = now == 0 && ifMatch != null && ifMatch.strip().equals("\"0\"");
    return untouched ? Long.valueOf(0) : EntityVersion.expected(ifMatch, null, () -> now);
  }

  private Response reply(String category) {
    Categories.Placed place =
        categories
            .find(category)
            .orElseThrow(() -> ProblemException.notFound("category", category));
    return Response.ok(place).tag(EntityVersion.tag(place.version())).build();
  }
}

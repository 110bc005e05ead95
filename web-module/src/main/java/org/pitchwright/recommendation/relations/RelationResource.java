package org.pitchwright.recommendation.relations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.paging.EntityVersion;
import org.pitchwright.paging.Page;
import org.pitchwright.paging.PageLimit;
import org.pitchwright.problem.PathKey;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.security.Permissions;
import org.pitchwright.security.Requires;

/** How items belong together. */
@ApplicationScoped
@Path("/relations")
@Tag(name = "Relations")
@Produces(MediaType.APPLICATION_JSON)
public class RelationResource {
  private static final String ONE = "/{kind}/{from}/{to}";

  @Inject private Relations relations;
  @Inject private Permissions permissions;

  /** Lists relations by kind and items. */
  @GET
  @Requires("recommendation:read")
  @Operation(
      summary = "List relations between items",
      description =
          "By kind, then by items. itemId: those with this item at either end; all that is given"
              + " must hold")
  @APIResponse(responseCode = "200", description = "A page of relations")
  @APIResponse(responseCode = "400", description = "A parameter is not valid")
  public Page<ListedRelation> list(
      @QueryParam("itemId") @Nullable String itemId,
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("origin") @Nullable String origin,
      @QueryParam("state") @Nullable String state,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    RelationFilter filter =
        new RelationFilter(
            itemId == null ? null : PathKey.parse("itemId", itemId, ItemId::new),
            PathKey.choiceIfAny("kind", kind, RelationKind.class),
            PathKey.choiceIfAny("origin", origin, RelationOrigin.class),
            PathKey.choiceIfAny("state", state, RelationState.class));
    return relations.list(filter, PageLimit.parse(limit), cursor).map(ListedRelation::of);
  }

  /** Gives a relation with its entity tag. */
  @GET
  @Path(ONE)
  @Requires("recommendation:read")
  @Operation(
      summary = "Read a relation",
      description = "Of BOUGHT_TOGETHER the items may be given in either order")
  @APIResponse(responseCode = "200", description = "The relation, its version in ETag")
  @APIResponse(responseCode = "404", description = "There is no such relation")
  public Response get(
      @PathParam("kind") String kind, @PathParam("from") String from, @PathParam("to") String to) {
    RelationKey key = key(kind, from, to);
    return reply(Response.Status.OK, key);
  }

  /** Says by hand that a relation holds, or that it does not. */
  @PUT
  @Path(ONE)
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires("campaign:write")
  @Operation(
      summary = "Decide on a relation by hand",
      description =
          "It counts from the next recommendation on, and the job learn-relations leaves it as it"
              + " is. If-Match: the ETag that was read, so that no change of somebody else is lost;"
              + " If-None-Match: * to create only")
  @APIResponse(responseCode = "200", description = "Replaced")
  @APIResponse(responseCode = "201", description = "Created")
  @APIResponse(responseCode = "400", description = "The body or an item is not valid")
  @APIResponse(responseCode = "409", description = "It contradicts another relation")
  @APIResponse(responseCode = "412", description = "The condition failed")
  public Response put(
      @PathParam("kind") String kind,
      @PathParam("from") String from,
      @PathParam("to") String to,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
      RelationBody body) {
    RelationKey key = key(kind, from, to);
    Long expected = EntityVersion.expected(ifMatch, ifNoneMatch, () -> version(key));
    Relations.Put put =
        relations.put(key, body.decided(), body.note(), expected, permissions.getName());
    return reply(put.created() ? Response.Status.CREATED : Response.Status.OK, key);
  }

  /** Takes a relation away. */
  @DELETE
  @Path(ONE)
  @Requires("campaign:write")
  @Operation(
      summary = "Remove a relation",
      description =
          "It counts no more from the next recommendation on. One that the data say is kept as"
              + " REJECTED, so that the job does not bring it back; one that was REJECTED is"
              + " forgotten. If-Match as with PUT")
  @APIResponse(responseCode = "204", description = "Removed")
  @APIResponse(responseCode = "404", description = "There is no such relation")
  @APIResponse(responseCode = "412", description = "The condition failed")
  public Response delete(
      @PathParam("kind") String kind,
      @PathParam("from") String from,
      @PathParam("to") String to,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    RelationKey key = key(kind, from, to);
    relations.remove(
        key, EntityVersion.expected(ifMatch, null, () -> version(key)), permissions.getName());
    return Response.noContent().build();
  }

  private Response reply(Response.Status status, RelationKey key) {
    Relation relation =
        relations.find(key).orElseThrow(() -> ProblemException.notFound("relation", key));
    return Response.status(status)
        .tag(EntityVersion.tag(relation.version()))
        .entity(ListedRelation.of(relation))
        .build();
  }

  private static RelationKey key(String kind, String from, String to) {
    RelationKind which = PathKey.choice("kind", kind, RelationKind.class);
    ItemId one = PathKey.parse("from", from, ItemId::new);
    ItemId other = PathKey.parse("to", to, ItemId::new);
    return PathKey.parse("to", to, same -> new RelationKey(which, one, other));
  }

  private long version(RelationKey key) {
    return relations.find(key).map(Relation::version).orElse(0L);
  }
}

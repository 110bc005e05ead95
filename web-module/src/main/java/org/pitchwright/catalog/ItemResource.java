package org.pitchwright.catalog;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import org.pitchwright.paging.EntityVersion;
import org.pitchwright.paging.Page;
import org.pitchwright.paging.PageLimit;
import org.pitchwright.problem.PathKey;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.security.Requires;

/** The items of the shop. */
@ApplicationScoped
@Path("/items")
@Tag(name = "Items")
@Produces(MediaType.APPLICATION_JSON)
public class ItemResource {
  @Inject private Catalog catalog;

  /** An item in a list. */
  public record ListedItem(String itemId, @JsonUnwrapped ItemBody item) {
    static ListedItem of(Catalog.Listed listed) {
      return new ListedItem(listed.id().value(), ItemBody.of(listed.data()));
    }
  }

  /** Lists items in the order of their keys. */
  @GET
  @Requires("catalog:read")
  @Operation(summary = "List items", description = "In the order of their keys")
  @APIResponse(responseCode = "200", description = "A page of items")
  @APIResponse(responseCode = "400", description = "The limit or the cursor is not valid")
  public Page<ListedItem> list(
      @QueryParam("query") @Nullable String query,
      @QueryParam("category") @Nullable String category,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return catalog.search(query, category, PageLimit.parse(limit), cursor).map(ListedItem::of);
  }

  /** Gives an item with its entity tag. */
  @GET
  @Path("/{itemId}")
  @Requires("catalog:read")
  @Operation(summary = "Read an item")
  @APIResponse(responseCode = "200", description = "The item, its version in ETag")
  @APIResponse(responseCode = "404", description = "There is no such item")
  public Response get(@PathParam("itemId") String itemId) {
    ItemId id = PathKey.parse("itemId", itemId, ItemId::new);
    Catalog.Listed item = catalog.find(id).orElseThrow(() -> ProblemException.notFound("item", id));
    return Response.ok(ItemBody.of(item.data())).tag(EntityVersion.tag(item.version())).build();
  }

  /** Creates or replaces an item. */
  @PUT
  @Path("/{itemId}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires("catalog:write")
  @Operation(
      summary = "Create or replace an item",
      description =
          "If-Match: the ETag that was read, so that no change of somebody else is lost;"
              + " If-None-Match: * to create only")
  @APIResponse(responseCode = "200", description = "Replaced")
  @APIResponse(responseCode = "201", description = "Created")
  @APIResponse(responseCode = "400", description = "The body is not valid")
  @APIResponse(responseCode = "412", description = "The condition failed")
  public Response put(
      @PathParam("itemId") String itemId,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
      ItemBody body) {
    ItemId id = PathKey.parse("itemId", itemId, ItemId::new);
    ItemData data = body.toData();
    Long expected =
        EntityVersion.expected(
            ifMatch, ifNoneMatch, () -> catalog.find(id).map(Catalog.Listed::version).orElse(0L));
    Catalog.Put put = catalog.put(id, data, expected);
    return EntityVersion.written(put.created(), put.version(), ItemBody.of(data));
  }
}

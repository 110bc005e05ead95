package org.pitchwright.customer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
import org.pitchwright.paging.EntityVersion;
import org.pitchwright.paging.Page;
import org.pitchwright.paging.PageLimit;
import org.pitchwright.problem.PathKey;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.security.Permissions;
import org.pitchwright.security.Requires;

/** The customers of the shop. */
@ApplicationScoped
@Path("/customers")
@Tag(name = "Customers")
@Produces(MediaType.APPLICATION_JSON)
public class CustomerResource {
  @Inject private Customers customers;
  @Inject private Permissions permissions;

  /** A customer in a list. */
  public record ListedCustomer(String customerId, @JsonUnwrapped CustomerBody customer) {
    static ListedCustomer of(Customers.Listed listed) {
      return new ListedCustomer(listed.id().value(), CustomerBody.of(listed.data()));
    }
  }

  /** Lists customers in the order of their keys, without their consents. */
  @GET
  @Requires("customer:read")
  @Operation(
      summary = "List customers",
      description = "In the order of their keys; read one to see the consents")
  @APIResponse(responseCode = "200", description = "A page of customers")
  @APIResponse(responseCode = "400", description = "The limit or the cursor is not valid")
  public Page<ListedCustomer> list(
      @QueryParam("query") @Nullable String query,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return customers.search(query, PageLimit.parse(limit), cursor).map(ListedCustomer::of);
  }

  /** Gives a customer with all consents and the entity tag. */
  @GET
  @Path("/{customerId}")
  @Requires("customer:read")
  @Operation(summary = "Read a customer")
  @APIResponse(responseCode = "200", description = "The customer, the version in ETag")
  @APIResponse(responseCode = "404", description = "There is no such customer")
  public Response get(@PathParam("customerId") String customerId) {
    CustomerId id = PathKey.parse("customerId", customerId, CustomerId::new);
    Customers.Listed customer =
        customers.find(id).orElseThrow(() -> ProblemException.notFound("customer", id));
    return Response.ok(CustomerBody.of(customer.data()))
        .tag(EntityVersion.tag(customer.version()))
        .build();
  }

  /** Creates or replaces a customer, and adds the statements of consent. */
  @PUT
  @Path("/{customerId}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires("customer:write")
  @Operation(
      summary = "Create or replace a customer",
      description =
          "Statements of consent are added to those that are known; none is ever removed. If-Match:"
              + " the ETag that was read; If-None-Match: * to create only")
  @APIResponse(responseCode = "200", description = "Replaced")
  @APIResponse(responseCode = "201", description = "Created")
  @APIResponse(responseCode = "400", description = "The body is not valid")
  @APIResponse(responseCode = "412", description = "The condition failed")
  public Response put(
      @PathParam("customerId") String customerId,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
      CustomerBody body) {
    CustomerId id = PathKey.parse("customerId", customerId, CustomerId::new);
    CustomerData data = body.toData();
    Long expected =
        EntityVersion.expected(
            ifMatch,
            ifNoneMatch,
            () -> customers.find(id).map(Customers.Listed::version).orElse(0L));
    Customers.Put put = customers.put(id, data, expected);
    CustomerData now = customers.find(id).map(Customers.Listed::data).orElse(data);
    return EntityVersion.written(put.created(), put.version(), CustomerBody.of(now));
  }

  /** Erases a customer: profile, consents, events and recommendations. */
  @DELETE
  @Path("/{customerId}")
  @Requires("customer:write")
  @Operation(
      summary = "Erase a customer",
      description = "Profile, consents, events and recommendations; this cannot be undone")
  @APIResponse(responseCode = "204", description = "Nothing is known of the customer any more")
  @APIResponse(responseCode = "404", description = "There is no such customer")
  public Response erase(@PathParam("customerId") String customerId) {
    CustomerId id = PathKey.parse("customerId", customerId, CustomerId::new);
    customers.erase(id, permissions.getName());
    return Response.noContent().build();
  }
}

package org.pitchwright.recommendation.relations;

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
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pitchwright.paging.EntityVersion;
import org.pitchwright.paging.Page;
import org.pitchwright.paging.PageLimit;
import org.pitchwright.problem.PathKey;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.recommendation.rules.RuleKey;
import org.pitchwright.security.Permissions;
import org.pitchwright.security.Requires;

/** What is never shown after what was bought. */
@ApplicationScoped
@Path("/logical-rules")
@Tag(name = "Relations")
@Produces(MediaType.APPLICATION_JSON)
public class LogicalRuleResource {
  @Inject private LogicalRules rules;
  @Inject private Permissions permissions;

  /** A rule with its key. */
  public record ListedRule(
      String key,
      long version,
      OffsetDateTime updatedAt,
      String updatedBy,
      @JsonUnwrapped LogicalRuleBody rule) {
    static ListedRule of(LogicalRule rule) {
      return new ListedRule(
          rule.key().value(),
          rule.version(),
          rule.updatedAt(),
          rule.updatedBy(),
          LogicalRuleBody.of(rule.data()));
    }
  }

  /** Lists rules by key. */
  @GET
  @Requires("recommendation:read")
  @Operation(summary = "List logical rules", description = "By key")
  @APIResponse(responseCode = "200", description = "A page of rules")
  @APIResponse(responseCode = "400", description = "The limit or the cursor is not valid")
  public Page<ListedRule> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
    return rules.list(PageLimit.parse(limit), cursor).map(ListedRule::of);
  }

  /** Gives a rule with its entity tag. */
  @GET
  @Path("/{key}")
  @Requires("recommendation:read")
  @Operation(summary = "Read a logical rule")
  @APIResponse(responseCode = "200", description = "The rule, its version in ETag")
  @APIResponse(responseCode = "404", description = "There is no such rule")
  public Response get(@PathParam("key") String key) {
    RuleKey id = PathKey.parse("key", key, RuleKey::new);
    LogicalRule rule =
        rules.find(id).orElseThrow(() -> ProblemException.notFound("logical rule", id));
    return Response.ok(LogicalRuleBody.of(rule.data()))
        .tag(EntityVersion.tag(rule.version()))
        .build();
  }

  /** Creates or replaces a rule. */
  @PUT
  @Path("/{key}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires("campaign:write")
  @Operation(
      summary = "Create or replace a logical rule",
      description =
          "It counts from the next recommendation on, for every customer who bought what it"
              + " names. If-Match: the ETag that was read; If-None-Match: * to create only")
  @APIResponse(responseCode = "200", description = "Replaced")
  @APIResponse(responseCode = "201", description = "Created")
  @APIResponse(responseCode = "400", description = "The body is not valid")
  @APIResponse(responseCode = "409", description = "There are too many rules already")
  @APIResponse(responseCode = "412", description = "The condition failed")
  public Response put(
      @PathParam("key") String key,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
      LogicalRuleBody body) {
    RuleKey id = PathKey.parse("key", key, RuleKey::new);
    LogicalRuleData data = body.toData();
    Long expected = EntityVersion.expected(ifMatch, ifNoneMatch, () -> version(id));
    LogicalRules.Put put = rules.put(id, data, expected, permissions.getName());
    return EntityVersion.written(put.created(), put.version(), LogicalRuleBody.of(data));
  }

  /** Removes a rule. */
  @DELETE
  @Path("/{key}")
  @Requires("campaign:write")
  @Operation(
      summary = "Remove a logical rule",
      description = "It counts no more from the next recommendation on. If-Match as with PUT")
  @APIResponse(responseCode = "204", description = "Removed")
  @APIResponse(responseCode = "404", description = "There is no such rule")
  @APIResponse(responseCode = "412", description = "The condition failed")
  public Response delete(
      @PathParam("key") String key, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    RuleKey id = PathKey.parse("key", key, RuleKey::new);
    rules.delete(
        id, EntityVersion.expected(ifMatch, null, () -> version(id)), permissions.getName());
    return Response.noContent().build();
  }

  private long version(RuleKey key) {
    return rules.find(key).map(LogicalRule::version).orElse(0L);
  }
}

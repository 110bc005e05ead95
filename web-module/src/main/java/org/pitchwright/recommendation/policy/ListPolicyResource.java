package org.pitchwright.recommendation.policy;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pitchwright.paging.EntityVersion;
import org.pitchwright.paging.Page;
import org.pitchwright.paging.PageLimit;
import org.pitchwright.problem.PathKey;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.recommendation.RecommendationRequest;
import org.pitchwright.recommendation.Recommendations;
import org.pitchwright.security.Permissions;
import org.pitchwright.security.Requires;

/** How lists of recommendations are mixed. */
@ApplicationScoped
@Path("/list-policies")
@Tag(name = "List policies")
@Produces(MediaType.APPLICATION_JSON)
public class ListPolicyResource {
  private static final int USUAL_DAYS = 30;

  @Inject private ListPolicies policies;
  @Inject private Explorations explorations;
  @Inject private Recommendations recommendations;
  @Inject private Permissions permissions;

  /** A policy with the place that it is for. */
  public record ListedPolicy(
      String scenario,
      long version,
      OffsetDateTime updatedAt,
      String updatedBy,
      @JsonUnwrapped ListPolicyBody policy) {
    static ListedPolicy of(SavedPolicy saved) {
      return new ListedPolicy(
          saved.scenario().value(),
          saved.version(),
          saved.updatedAt(),
          saved.updatedBy(),
          ListPolicyBody.of(saved.policy()));
    }
  }

  /** Lists policies, the one for everywhere first. */
  @GET
  @Requires("recommendation:read")
  @Operation(
      summary = "List list policies",
      description =
          "One for everywhere, named default, and one for each scenario that differs. Without any,"
              + " lists are as the model and the rules make them")
  @APIResponse(responseCode = "200", description = "A page of policies")
  @APIResponse(responseCode = "400", description = "The limit or the cursor is not valid")
  public Page<ListedPolicy> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
    return policies.list(PageLimit.parse(limit), cursor).map(ListedPolicy::of);
  }

  /** Gives a policy with its entity tag. */
  @GET
  @Path("/{scenario}")
  @Requires("recommendation:read")
  @Operation(summary = "Read the list policy of a scenario", description = "default: everywhere")
  @APIResponse(responseCode = "200", description = "The policy, its version in ETag")
  @APIResponse(responseCode = "404", description = "The scenario has no policy of its own")
  public Response get(@PathParam("scenario") String scenario) {
    PolicyScenario place = place(scenario);
    SavedPolicy saved =
        policies.find(place).orElseThrow(() -> ProblemException.notFound("list policy", place));
    return Response.ok(ListPolicyBody.of(saved.policy()))
        .tag(EntityVersion.tag(saved.version()))
        .build();
  }

  private static PolicyScenario place(String scenario) {
    return PathKey.parse("scenario", scenario, PolicyScenario::new);
  }

  /** Sets the policy of a scenario. */
  @PUT
  @Path("/{scenario}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires("campaign:write")
  @Operation(
      summary = "Set the list policy of a scenario",
      description =
          "default: of every scenario that has none of its own. It counts from the next"
              + " recommendation on. If-Match: the ETag that was read, so that no change of somebody"
              + " else is lost; If-None-Match: * to create only")
  @APIResponse(responseCode = "200", description = "Replaced")
  @APIResponse(responseCode = "201", description = "Created")
  @APIResponse(responseCode = "400", description = "The body is not valid")
  @APIResponse(responseCode = "409", description = "Too many scenarios have a policy already")
  @APIResponse(responseCode = "412", description = "The condition failed")
  public Response put(
      @PathParam("scenario") String scenario,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
      ListPolicyBody body) {
    PolicyScenario place = place(scenario);
    ListPolicy policy = body.toPolicy();
    Long expected = EntityVersion.expected(ifMatch, ifNoneMatch, () -> version(place));
    ListPolicies.Put put = policies.put(place, policy, expected, permissions.getName());
    return EntityVersion.written(put.created(), put.version(), ListPolicyBody.of(policy));
  }

  /** Takes the policy of a scenario away. */
  @DELETE
  @Path("/{scenario}")
  @Requires("campaign:write")
  @Operation(
      summary = "Take the list policy of a scenario away",
      description =
          "From the next recommendation on, default counts there; without default, lists are not"
              + " mixed. If-Match as with PUT")
  @APIResponse(responseCode = "204", description = "Taken away")
  @APIResponse(responseCode = "404", description = "The scenario has no policy of its own")
  @APIResponse(responseCode = "412", description = "The condition failed")
  public Response delete(
      @PathParam("scenario") String scenario,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    PolicyScenario place = place(scenario);
    policies.delete(
        place, EntityVersion.expected(ifMatch, null, () -> version(place)), permissions.getName());
    return Response.noContent().build();
  }

  /** Shows what a policy would cost, and keeps nothing. */
  @POST
  @Path("/preview")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires("recommendation:read")
  @Operation(
      summary = "See what a list policy would cost",
      description =
          "Makes lists for some hundred customers who came lately, as they are mixed now and with"
              + " the draft, beside all rules that are in force, and measures both. With a customer,"
              + " shows their list too, without anything being tried. Nothing counts as served")
  @APIResponse(responseCode = "200", description = "Both in figures, and the differences")
  @APIResponse(responseCode = "400", description = "The draft is not valid")
  public PolicyPreviewReply preview(PolicyPreviewBody body) {
    PolicyScenario place = body.toPlace();
    ListPolicy draft = body.toPolicy(policies);
    RecommendationRequest example = body.toRequest();
    return PolicyPreviewReply.of(
        recommendations.price(place, draft),
        example == null ? null : recommendations.preview(example, place, draft));
  }

  /** Tells what was tried in a period, and what lists without trying would have brought. */
  @GET
  @Path("/exploration")
  @Requires("recommendation:read")
  @Operation(
      summary = "See what trying items taught",
      description =
          "Places about which chance decided, with what came of them, and an estimate of what they"
              + " would have brought without trying, by inverse propensity (self-normalised). The"
              + " intervals hold with 95% confidence")
  @APIResponse(
      responseCode = "200",
      description = "Counts and rates; rates are null without places")
  @APIResponse(responseCode = "400", description = "The period is not valid")
  public ExplorationReply exploration(
      @Parameter(description = "From this time, ISO 8601; 30 days before its end by default")
          @QueryParam("from")
          @Nullable String from,
      @Parameter(description = "Until before this time, ISO 8601; now by default") @QueryParam("to")
          @Nullable String to) {
    OffsetDateTime end = to == null ? OffsetDateTime.now(ZoneOffset.UTC) : time("to", to);
    OffsetDateTime begin = from == null ? end.minusDays(USUAL_DAYS) : time("from", from);
    return ExplorationReply.of(explorations.report(begin, end));
  }

  private static OffsetDateTime time(String member, String text) {
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeParseException e) {
      throw ProblemException.invalid(
          "/" + member,
          member + " must be a time with its offset, such as 2026-11-01T00:00:00Z, not " + text);
    }
  }

  private long version(PolicyScenario place) {
    return policies.find(place).map(SavedPolicy::version).orElse(0L);
  }
}

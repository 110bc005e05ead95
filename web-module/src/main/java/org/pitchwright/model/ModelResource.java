package org.pitchwright.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pitchwright.paging.Cursor;
import org.pitchwright.paging.Page;
import org.pitchwright.paging.PageLimit;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.security.Permissions;
import org.pitchwright.security.Requires;

/** Trained models, and which version of each serves. */
@ApplicationScoped
@Path("/models")
@Tag(name = "Models")
@Produces(MediaType.APPLICATION_JSON)
public class ModelResource {
  private static final int KEY_DIGITS = 10;

  @Inject private ModelRegistry registry;
  @Inject private Permissions permissions;

  /** A version of a model on the wire. */
  public record Version(
      String name,
      int version,
      ModelStage stage,
      Map<String, Object> metrics,
      Map<String, Object> parameters,
      String dataFingerprint,
      @Nullable Integer parent,
      String createdBy,
      OffsetDateTime createdAt) {
    static Version of(ModelVersion model) {
      return new Version(
          model.name(),
          model.version(),
          model.stage(),
          model.metrics(),
          model.parameters(),
          model.dataFingerprint(),
          model.parent(),
          model.createdBy(),
          model.createdAt());
    }
  }

  /** Lists all versions of all models, by name, newest first. */
  @GET
  @Requires("model:read")
  @Operation(summary = "List model versions", description = "By name, newest first")
  @APIResponse(responseCode = "200", description = "A page of versions")
  public Page<Version> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
    int size = PageLimit.parse(limit);
    String after = Cursor.decode(cursor);
    List<ModelVersion> rows =
        registry.versions().stream()
            .sorted(Comparator.comparing(ModelResource::key))
            .filter(model -> key(model).compareTo(after) > 0)
            .limit(size + 1L)
            .toList();
    return Page.of(rows, size, ModelResource::key).map(Version::of);
  }

  /** Sorts by name, then newest first. */
  private static String key(ModelVersion model) {
    String descending = Integer.toString(Integer.MAX_VALUE - model.version());
    return model.name() + "\n" + "0".repeat(KEY_DIGITS - descending.length()) + descending;
  }

  /** Gives the model card of a version. */
  @GET
  @Path("/{name}/versions/{version}")
  @Requires("model:read")
  @Operation(
      summary = "Read the model card of a version",
      description =
          "What it was trained on and how, how good it is for which customers, how evenly it"
              + " recommends items, and what its figures do not say")
  @APIResponse(responseCode = "200", description = "The card")
  @APIResponse(responseCode = "404", description = "There is no such version")
  public VersionCard card(@PathParam("name") String name, @PathParam("version") String version) {
    return registry
        .find(name, number(version))
        .map(VersionCards::of)
        .orElseThrow(() -> ProblemException.notFound("model version", name + "/" + version));
  }

  /** Makes a version the one that serves. */
  @POST
  @Path("/{name}/versions/{version}/promote")
  @Consumes(MediaType.WILDCARD)
  @Requires("model:write")
  @Operation(summary = "Make a version the champion")
  @APIResponse(responseCode = "200", description = "The version, now the champion")
  @APIResponse(responseCode = "404", description = "There is no such version")
  @APIResponse(responseCode = "409", description = "It is the champion already")
  public Version promote(@PathParam("name") String name, @PathParam("version") String version) {
    String actor = permissions.getName();
    return Version.of(registry.promote(name, number(version), actor, "promoted by " + actor));
  }

  /** Makes the version that served before serve again. */
  @POST
  @Path("/{name}/versions/{version}/rollback")
  @Consumes(MediaType.WILDCARD)
  @Requires("model:write")
  @Operation(
      summary = "Take the champion back",
      description = "The version that served before it becomes the champion again")
  @APIResponse(responseCode = "200", description = "The version that serves now")
  @APIResponse(responseCode = "404", description = "There is no such version")
  @APIResponse(responseCode = "409", description = "It does not serve, or none served before it")
  public Version rollback(@PathParam("name") String name, @PathParam("version") String version) {
    String actor = permissions.getName();
    return Version.of(registry.rollback(name, number(version), actor, "rolled back by " + actor));
  }

  private static int number(String version) {
    try {
      return Integer.parseInt(version);
    } catch (NumberFormatException e) {
      throw ProblemException.notFound("model version", version);
    }
  }
}

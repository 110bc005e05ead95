package org.pitchwright.behavior;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pitchwright.behavior.imports.ImportRun;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.security.Permissions;
import org.pitchwright.security.Requires;

/** Files of events, items or customers. */
@ApplicationScoped
@Path("/imports")
@Tag(name = "Imports")
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {
  @Inject private Imports imports;
  @Inject private Permissions permissions;

  /** An import on the wire. */
  public record Import(
      UUID id,
      String kind,
      String fileName,
      boolean dryRun,
      String status,
      @Nullable Long executionId,
      Progress progress,
      @Nullable Map<String, Object> report,
      @Nullable String error) {
    static Import of(ImportRun run) {
      return new Import(
          run.id(),
          run.kind().name().toLowerCase(Locale.ROOT),
          run.fileName(),
          run.dryRun(),
          run.status(),
          run.executionId(),
          new Progress(run.bytesDone(), run.sizeBytes(), "bytes", ""),
          run.report().isEmpty() ? null : run.report(),
          run.error());
    }
  }

  /** How much of the file is through. */
  public record Progress(long done, long total, String unit, String message) {}

  /** Takes a file in. */
  @POST
  @Path("/{kind}")
  @Consumes({MediaType.APPLICATION_OCTET_STREAM, "text/csv"})
  @Requires("behavior:write")
  @Operation(summary = "Import a CSV file of events, items or customers")
  @APIResponse(responseCode = "202", description = "The file is safe on disk; its import begins")
  public Response receive(
      @PathParam("kind") String kind,
      @QueryParam("fileName") @DefaultValue("upload.csv") String fileName,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      InputStream content) {
    Imports.Received received =
        imports.receive(kind, fileName, content, dryRun, permissions.getName());
    return Response.accepted(Import.of(imports.run(received.importId()))).build();
  }

  /** Gives an import as it stands now. */
  @GET
  @Path("/{id}")
  @Requires("behavior:read")
  @Operation(summary = "Read an import with its report")
  @APIResponse(responseCode = "200", description = "The import")
  @APIResponse(responseCode = "404", description = "There is no such import")
  public Import find(@PathParam("id") String id) {
    return Import.of(imports.run(key(id)));
  }

  /** Gives the refused rows as CSV. */
  @GET
  @Path("/{id}/rejects")
  @Produces("text/csv")
  @Requires("behavior:read")
  @Operation(summary = "Read the refused rows: line, reason, detail, content")
  @APIResponse(responseCode = "200", description = "CSV in UTF-8")
  @APIResponse(responseCode = "404", description = "There is no such import")
  public StreamingOutput rejects(@PathParam("id") String id) {
    UUID key = imports.run(key(id)).id();
    return out -> imports.writeRejects(key, out);
  }

  private static UUID key(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw ProblemException.notFound("import", id);
    }
  }
}

package org.pitchwright.operations.benchmark;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.pitchwright.security.Requires;

/**
 * What a JAX-RS resource costs that does nothing: behind the same filters and the same
 * authentication as all others. It is laid into a copy of the application for benchmarks alone.
 */
@ApplicationScoped
@Path("/benchmark/constant")
@Produces(MediaType.APPLICATION_JSON)
public class ConstantResource {
  /** The path under the server's base address. */
  static final String PATH = "api/v1/benchmark/constant";

  private static final Constant CONSTANT = new Constant("constant");

  /** The body. */
  public record Constant(String value) {}

  /** Always the same. */
  @GET
  @Requires("recommendation:read")
  public Constant constant() {
    return CONSTANT;
  }
}

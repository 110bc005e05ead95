package org.pitchwright.security;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The token endpoint of OAuth 2 (RFC 6749), for client credentials. */
@ApplicationScoped
@Path("/oauth/token")
@Tag(name = "Tokens")
@Produces(MediaType.APPLICATION_JSON)
public class TokenResource {
  private static final String GRANT_TYPE = "client_credentials";

  @Inject private TokenGrant grant;
  @Context private HttpServletRequest request;

  /** A token, with the names of RFC 6749, section 5.1. */
  public record TokenReply(
      @JsonProperty("access_token") String accessToken,
      @JsonProperty("token_type") String tokenType,
      @JsonProperty("expires_in") long expiresIn,
      String scope) {}

  /** An error, with the names of RFC 6749, section 5.2. */
  public record TokenError(
      String error, @JsonProperty("error_description") String errorDescription) {}

  /** Gives an access token for a client's secret, sent as form fields or by HTTP Basic. */
  @POST
  @OpenToAll
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @SecurityRequirements
  @Operation(
      summary = "Get an access token",
      description =
          "Form fields: grant_type=client_credentials, client_id, client_secret, and optionally"
              + " scope, the scopes wanted separated by spaces. Without it the token carries every"
              + " scope that the client was granted.")
  @APIResponse(responseCode = "200", description = "The token, good for an hour")
  @APIResponse(responseCode = "400", description = "The request or the scope is not valid")
  @APIResponse(responseCode = "401", description = "The client or its secret is not right")
  public Response token(
      MultivaluedMap<String, String> form,
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
    for (String field : List.of("grant_type", "client_id", "client_secret", "scope")) {
      if (form.containsKey(field) && form.get(field).size() > 1) {
        return refused(400, "invalid_request", field + " must be given once");
      }
    }
    String grantType = form.getFirst("grant_type");
    if (grantType == null) {
      return refused(400, "invalid_request", "grant_type is missing");
    }
    if (!GRANT_TYPE.equals(grantType)) {
      return refused(400, "unsupported_grant_type", "grant_type must be " + GRANT_TYPE);
    }
    BasicCredentials client = client(form, authorization);
    if (client == null) {
      return refused(401, "invalid_client", "client_id and client_secret are needed");
    }
    TokenGrant.Outcome outcome =
        grant.grant(
            client.name(), client.secret(), form.getFirst("scope"), request.getRemoteAddr());
    if (outcome instanceof TokenGrant.Outcome.Refused refused) {
      int status = refused.error().equals("invalid_client") ? 401 : 400;
      return refused(status, refused.error(), refused.description());
    }
    Tokens.Issued token = ((TokenGrant.Outcome.Granted) outcome).token();
    return Response.ok(
            new TokenReply(
                token.token(),
                "Bearer",
                token.lifetime().toSeconds(),
                Permission.scopes(token.permissions())))
        .build();
  }

  private static @Nullable BasicCredentials client(
      MultivaluedMap<String, String> form, @Nullable String authorization) {
    if (authorization != null) {
      return BasicCredentials.parse(authorization).orElse(null);
    }
    String clientId = form.getFirst("client_id");
    String secret = form.getFirst("client_secret");
    return clientId == null || secret == null ? null : new BasicCredentials(clientId, secret);
  }

  private static Response refused(int status, String error, String description) {
    Response.ResponseBuilder reply =
        Response.status(status)
            .type(MediaType.APPLICATION_JSON)
            .entity(new TokenError(error, description));
    if (status == 401) {
      reply.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"pitchwright\", charset=\"UTF-8\"");
    }
    return reply.build();
  }
}

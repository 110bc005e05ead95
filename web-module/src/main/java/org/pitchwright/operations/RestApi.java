package org.pitchwright.operations;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.OAuthFlow;
import org.eclipse.microprofile.openapi.annotations.security.OAuthFlows;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The REST interface, for systems such as a CRM. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
    info =
        @Info(
            title = "Pitchwright",
            version = "1",
            description =
                """
                Send what customers do, get what to recommend to them.

                Errors are problem documents (RFC 9457). Lists take `limit` (at most 200) and \
                `cursor`, and name the next page in `next`. Times are ISO 8601 with an offset, money \
                is a decimal string with an ISO 4217 code. Every POST takes an `Idempotency-Key`: a \
                repeat gets the first reply. Above the rate limit the reply is 429 with `Retry-After`.\
                """,
            license =
                @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
    security = {@SecurityRequirement(name = "oauth2"), @SecurityRequirement(name = "basic")},
    tags = {
      @Tag(name = "Tokens", description = "Access tokens for systems"),
      @Tag(name = "Items", description = "What can be recommended"),
      @Tag(name = "Customers", description = "Who it is recommended to"),
      @Tag(name = "Events", description = "What customers do"),
      @Tag(name = "Recommendations", description = "The right items, and what came of them"),
      @Tag(name = "Rules", description = "What marketing decides about every list"),
      @Tag(name = "Relations", description = "How items belong together, and why"),
      @Tag(name = "Models", description = "Trained versions, and which one serves"),
      @Tag(name = "Jobs", description = "Batch jobs and their schedules"),
      @Tag(name = "Imports", description = "Files in bulk")
    })
@SecurityScheme(
    securitySchemeName = "oauth2",
    type = SecuritySchemeType.OAUTH2,
    description = "For systems: client credentials; scopes are `<capability>:read` and `:write`",
    flows = @OAuthFlows(clientCredentials = @OAuthFlow(tokenUrl = "/api/v1/oauth/token")))
@SecurityScheme(
    securitySchemeName = "basic",
    type = SecuritySchemeType.HTTP,
    scheme = "basic",
    description = "For people: name and password")
public class RestApi extends Application {}

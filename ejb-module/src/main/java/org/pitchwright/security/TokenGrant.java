package org.pitchwright.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** OAuth 2 client credentials (RFC 6749, section 4.4): a client's secret for an access token. */
@ApplicationScoped
public class TokenGrant {
  @Inject private Credentials credentials;
  @Inject private Tokens tokens;

  /** For the container. */
  public TokenGrant() {}

  TokenGrant(Credentials credentials, Tokens tokens) {
    this.credentials = credentials;
    this.tokens = tokens;
  }

  /** How a request for a token ends; the errors are those of RFC 6749, section 5.2. */
  public sealed interface Outcome {
    /** With a token. */
    record Granted(Tokens.Issued token) implements Outcome {}

    /** With an error. */
    record Refused(String error, String description) implements Outcome {}
  }

  /**
   * Judges a request for a token.
   *
   * @param scope the scopes asked for, separated by spaces; null for all that the client has
   * @throws org.pitchwright.problem.ProblemException if too many wrong secrets came from the
   *     address
   */
  public Outcome grant(String clientId, String secret, @Nullable String scope, String address) {
    Optional<Caller> client = credentials.client(clientId, secret, address);
    if (client.isEmpty()) {
      return new Outcome.Refused(
          "invalid_client",
          "The client or its secret is not right, or it is locked for a while after too many"
              + " attempts");
    }
    Set<Permission> granted = client.get().permissions();
    if (scope == null || scope.isBlank()) {
      return new Outcome.Granted(tokens.issue(clientId, granted));
    }
    Set<Permission> asked = new LinkedHashSet<>();
    for (String text : scope.strip().split(" +")) {
      Optional<Permission> permission = Permission.find(text);
      if (permission.isEmpty() || !granted.contains(permission.get())) {
        return new Outcome.Refused(
            "invalid_scope", "The client has not been granted the scope " + printable(text));
      }
      asked.add(permission.get());
    }
    return new Outcome.Granted(tokens.issue(clientId, asked));
  }

  /** The characters that RFC 6749 allows in a description, and not too many of them. */
  private static String printable(String text) {
    String plain = text.replaceAll("[^\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]", "?");
    return plain.length() <= 100 ? plain : plain.substring(0, 100) + "...";
  }
}

package org.pitchwright.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pitchwright.security.Directory.Entry;

/**
 * Access tokens of API clients: JSON Web Tokens (RFC 7519, claims as in RFC 9068) signed by
 * HMAC-SHA-256 with a key that the nodes share. A signature is checked once for each token and
 * node; that the client is still active, every few seconds.
 */
@ApplicationScoped
public class Tokens {
  /** How long a token is good for. */
  public static final Duration LIFETIME = Duration.ofHours(1);

  private static final String KEY_FILE = "token-signing.key";
  private static final String ISSUER = "pitchwright";
  private static final int MAX_LENGTH = 4_096;

  private final Cache<String, Verified> verified =
      Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(Duration.ofMinutes(10)).build();
  private final Clock clock;

  @Inject private SecretFiles files;
  @Inject private Directory directory;
  private @Nullable MACSigner signer;
  private @Nullable MACVerifier verifier;

  /** For the container. */
  public Tokens() {
    clock = Clock.systemUTC();
  }

  Tokens(SecretFiles files, Directory directory, Clock clock) {
    this.files = files;
    this.directory = directory;
    this.clock = clock;
    prepare();
  }

  /** A new token. */
  public record Issued(String token, Duration lifetime, Set<Permission> permissions) {}

  /** A token with a good signature; {@code caller} holds for this state of the client. */
  private record Verified(
      String clientId, Set<Permission> permissions, Instant expires, Entry entry, Caller caller) {}

  @PostConstruct
  void prepare() {
    byte[] key = files.key(KEY_FILE);
    try {
      signer = new MACSigner(key);
      verifier = new MACVerifier(key);
    } catch (JOSEException e) {
      throw new IllegalStateException("The key for tokens is of no use", e);
    }
  }

  /** A token that lets a client do some of what it may. */
  public Issued issue(String clientId, Set<Permission> permissions) {
    Instant now = clock.instant();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .subject(clientId)
            .claim("scope", Permission.scopes(permissions))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFETIME)))
            .jwtID(UUID.randomUUID().toString())
            .build();
    SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    try {
      token.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("The token could not be signed", e);
    }
    return new Issued(token.serialize(), LIFETIME, Set.copyOf(permissions));
  }

  /** The client behind a token; empty if the token is none of ours, too old, or its client gone. */
  public Optional<Caller> verify(String token) {
    Verified known = verified.getIfPresent(token);
    if (known == null) {
      known = check(token);
      if (known == null) {
        return Optional.empty();
      }
      verified.put(token, known);
    }
    if (!known.expires().isAfter(clock.instant())) {
      return Optional.empty();
    }
    Optional<Entry> entry = directory.find(Caller.Kind.CLIENT, known.clientId());
    if (entry.isEmpty() || !entry.get().active()) {
      return Optional.empty();
    }
    if (entry.get() != known.entry()) {
      known = verified(known.clientId(), known.permissions(), known.expires(), entry.get());
      verified.put(token, known);
    }
    return Optional.of(known.caller());
  }

  private @Nullable Verified check(String token) {
    if (token.length() > MAX_LENGTH) {
      return null;
    }
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm()) || !jwt.verify(verifier)) {
        return null;
      }
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      String clientId = claims.getSubject();
      Date expires = claims.getExpirationTime();
      String scope = claims.getStringClaim("scope");
      if (!ISSUER.equals(claims.getIssuer())
          || clientId == null
          || expires == null
          || scope == null) {
        return null;
      }
      Set<Permission> permissions =
          Arrays.stream(scope.split(" "))
              .flatMap(text -> Permission.find(text).stream())
              .collect(Collectors.toUnmodifiableSet());
      Entry entry = directory.find(Caller.Kind.CLIENT, clientId).orElse(null);
      return entry == null ? null : verified(clientId, permissions, expires.toInstant(), entry);
    } catch (ParseException | JOSEException e) {
      return null; // Whatever is wrong with a token, its sender hears only that it is not good.
    }
  }

  /** The client may do what the token says, as far as it still may itself. */
  private static Verified verified(
      String clientId, Set<Permission> permissions, Instant expires, Entry entry) {
    Set<Permission> both =
        permissions.stream().filter(entry.caller()::may).collect(Collectors.toUnmodifiableSet());
    return new Verified(clientId, permissions, expires, entry, Caller.client(clientId, both));
  }
}

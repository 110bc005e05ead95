package org.pitchwright.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.ProblemKind;
import org.pitchwright.security.Directory.Entry;

/**
 * Judges names and secrets. Wrong, unknown, inactive and locked are one and the same to the
 * outside, in words and in time.
 */
@ApplicationScoped
public class Credentials {
  private static final int STRIPES = 64;

  private final Object[] stripes = new Object[STRIPES];
  private final VerifiedSecrets verified = new VerifiedSecrets();

  @Inject private Directory directory;
  @Inject private Passwords passwords;
  @Inject private AttemptLimit attempts;
  @Inject private FailureRate failures;
  @Inject private SecretBox secretBox;

  /** For the container. */
  public Credentials() {
    for (int i = 0; i < STRIPES; i++) {
      stripes[i] = new Object();
    }
  }

  Credentials(
      Directory directory,
      Passwords passwords,
      AttemptLimit attempts,
      FailureRate failures,
      SecretBox secretBox) {
    this();
    this.directory = directory;
    this.passwords = passwords;
    this.attempts = attempts;
    this.failures = failures;
    this.secretBox = secretBox;
  }

  /**
   * The person with this name and password, if there is one who may sign in now.
   *
   * @param address where the attempt came from
   * @throws ProblemException if too many wrong credentials came from there
   */
  public Optional<Caller> person(String name, String password, String address) {
    return judge(Caller.Kind.PERSON, personName(name), password, address);
  }

  /** As {@link #person}, for a system and its secret. */
  public Optional<Caller> client(String clientId, String secret, String address) {
    return judge(Caller.Kind.CLIENT, clientId, secret, address);
  }

  /** As {@link #client}, for a system that may show its SOAP secret as well. */
  public Optional<Caller> soapClient(String clientId, String secret, String address) {
    Optional<String> soapSecret = soapSecret(clientId);
    boolean equal =
        soapSecret.isPresent()
            && MessageDigest.isEqual(
                soapSecret.get().getBytes(StandardCharsets.UTF_8),
                secret.getBytes(StandardCharsets.UTF_8));
    return equal
        ? directory.find(Caller.Kind.CLIENT, clientId).map(Entry::caller)
        : client(clientId, secret, address);
  }

  /** The secret that a client's digests are made from; empty if it may not sign in now. */
  public Optional<String> soapSecret(String clientId) {
    return directory
        .find(Caller.Kind.CLIENT, clientId)
        .filter(Entry::admissible)
        .map(Entry::sealedSoapSecret)
        .map(box -> secretBox.open(clientId, box));
  }

  /** Who the client is whose digest was found right. */
  public Optional<Caller> digestProven(String clientId) {
    return directory
        .find(Caller.Kind.CLIENT, clientId)
        .filter(Entry::admissible)
        .map(Entry::caller);
  }

  /** Counts a digest that was found wrong. */
  public void digestFailed(String clientId, String address) {
    failures.count(address);
    attempts.reserve(Caller.Kind.CLIENT, clientId);
    directory.forget(Caller.Kind.CLIENT, clientId);
  }

  /** Whether the person's present password is this one; failures do not count. */
  boolean isPassword(String name, String password) {
    return directory
        .find(Caller.Kind.PERSON, personName(name))
        .filter(entry -> passwords.matches(password, entry.secretHash()))
        .isPresent();
  }

  private Optional<Caller> judge(Caller.Kind kind, String name, String secret, String address) {
    Optional<Caller> known = known(kind, name, secret);
    if (known.isPresent()) {
      return known;
    }
    if (!failures.allows(address)) {
      throw new ProblemException(
          ProblemKind.TOO_MANY_REQUESTS,
          "Too many wrong credentials came from this address; try again in a minute");
    }
    // One judgement of a name at a time: a second one with the right secret finds it remembered.
    synchronized (stripes[Math.floorMod(name.hashCode(), STRIPES)]) {
      known = known(kind, name, secret);
      return known.isPresent() ? known : hashed(kind, name, secret, address);
    }
  }

  private Optional<Caller> known(Caller.Kind kind, String name, String secret) {
    return directory
        .find(kind, name)
        .filter(Entry::admissible)
        .filter(entry -> verified.contains(entry.caller().key(), entry.secretHash(), secret))
        .map(Entry::caller);
  }

  private Optional<Caller> hashed(Caller.Kind kind, String name, String secret, String address) {
    if (!attempts.reserve(kind, name)) {
      failures.count(address);
      directory.forget(kind, name);
      return Optional.empty();
    }
    Optional<Entry> entry = directory.find(kind, name);
    String hash = entry.map(Entry::secretHash).orElseGet(passwords::nobodysHash);
    boolean right = passwords.matches(secret, hash) && entry.isPresent() && entry.get().active();
    directory.forget(kind, name);
    if (!right) {
      failures.count(address);
      return Optional.empty();
    }
    attempts.clear(kind, name);
    verified.add(entry.get().caller().key(), hash, secret);
    return Optional.of(entry.get().caller());
  }

  /** The form of a name under which a person is kept. */
  static String personName(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}

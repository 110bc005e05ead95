package org.pitchwright.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
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

  /** Judged where there is no such client, so that it takes the same time. */
  private static final String NOBODYS_SECRET = "nobody's secret";

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
    Optional<Caller> proven =
        proven(
            clientId,
            known ->
                MessageDigest.isEqual(
                    known.getBytes(StandardCharsets.UTF_8),
                    secret.getBytes(StandardCharsets.UTF_8)));
    return proven.isPresent() ? proven : client(clientId, secret, address);
  }

  /**
   * As {@link #client}, for a system that proves to know its SOAP secret without showing it.
   *
   * @param proof whether the proof was made from the secret that it is given
   */
  public Optional<Caller> soapClient(String clientId, Predicate<String> proof, String address) {
    Optional<Caller> proven = proven(clientId, proof);
    if (proven.isEmpty()) {
      refuseWhereTooMany(address);
      failures.count(address);
      attempts.reserve(Caller.Kind.CLIENT, clientId);
      directory.forget(Caller.Kind.CLIENT, clientId);
    }
    return proven;
  }

  private Optional<Caller> proven(String clientId, Predicate<String> proof) {
    Optional<Entry> entry = directory.find(Caller.Kind.CLIENT, clientId).filter(Entry::admissible);
    Optional<String> known =
        entry.map(Entry::sealedSoapSecret).map(box -> secretBox.open(clientId, box));
    boolean right = proof.test(known.orElse(NOBODYS_SECRET));
    return right && known.isPresent() ? entry.map(Entry::caller) : Optional.empty();
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
    refuseWhereTooMany(address);
    // One judgement of a name at a time: a second one with the right secret finds it remembered.
    synchronized (stripes[Math.floorMod(name.hashCode(), STRIPES)]) {
      known = known(kind, name, secret);
      return known.isPresent() ? known : hashed(kind, name, secret, address);
    }
  }

  private void refuseWhereTooMany(String address) {
    if (!failures.allows(address)) {
      throw new ProblemException(
          ProblemKind.TOO_MANY_REQUESTS,
          "Too many wrong credentials came from this address; try again in a minute");
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

package org.pitchwright.security;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.pitchwright.problem.ProblemException;

/**
 * Hashes and rules of passwords: PBKDF2 with HMAC-SHA-512 and 210,000 rounds (OWASP Password
 * Storage Cheat Sheet), length before composition (NIST SP 800-63B).
 */
@ApplicationScoped
public class Passwords {
  /** The fewest characters of a password that a person chooses. */
  public static final int MIN_LENGTH = 10;

  /** The most characters of a password. */
  public static final int MAX_LENGTH = 200;

  private static final int MIN_DISTINCT = 5;
  private static final Map<String, String> PARAMETERS =
      Map.of(
          "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
          "Pbkdf2PasswordHash.Iterations", "210000",
          "Pbkdf2PasswordHash.SaltSizeBytes", "32",
          "Pbkdf2PasswordHash.KeySizeBytes", "32");

  private final SecureRandom random = new SecureRandom();
  @Inject private Pbkdf2PasswordHash pbkdf2;
  private String nobody = "";

  /** For the container. */
  public Passwords() {}

  Passwords(Pbkdf2PasswordHash pbkdf2) {
    this.pbkdf2 = pbkdf2;
    prepare();
  }

  @PostConstruct
  void prepare() {
    pbkdf2.initialize(PARAMETERS);
    nobody = hash(generate());
  }

  /** The hash of a password, with its parameters and salt. */
  public String hash(String password) {
    return pbkdf2.generate(password.toCharArray());
  }

  /** Whether this is the password with that hash; takes some tenths of a second of work. */
  public boolean matches(String password, String hash) {
    return password.length() <= MAX_LENGTH && pbkdf2.verify(password.toCharArray(), hash);
  }

  /** The hash of a password that nobody has: comparing with it takes as long as with another. */
  String nobodysHash() {
    return nobody;
  }

  /** A secret of 256 random bits, fit for a header and a form. */
  public String generate() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * Refuses a password that is easy to guess.
   *
   * @throws ProblemException naming {@code /password} and what is wrong with it
   */
  public static void check(String accountName, String password) {
    if (password.length() < MIN_LENGTH || password.length() > MAX_LENGTH) {
      throw refused("The password must have " + MIN_LENGTH + " to " + MAX_LENGTH + " characters");
    }
    if (password.codePoints().distinct().count() < MIN_DISTINCT) {
      throw refused("The password must have at least " + MIN_DISTINCT + " different characters");
    }
    if (password.equalsIgnoreCase(accountName)) {
      throw refused("The password must not be the account's name");
    }
  }

  private static ProblemException refused(String detail) {
    return ProblemException.invalid("/password", detail);
  }
}

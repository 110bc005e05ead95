package org.pitchwright.testing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/** A UsernameToken with a digest, made by nothing but the profile's formula. */
public record UsernameToken(String name, String digest, String nonce, String created) {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A token for a new nonce and the present time. */
  public static UsernameToken fresh(String name, String secret) {
    return of(name, secret, Instant.now());
  }

  /** A token for a new nonce that was created at some time. */
  public static UsernameToken of(String name, String secret, Instant created) {
    byte[] nonce = new byte[16];
    RANDOM.nextBytes(nonce);
    String time = created.truncatedTo(ChronoUnit.MILLIS).toString();
    return new UsernameToken(
        name, digest(nonce, time, secret), Base64.getEncoder().encodeToString(nonce), time);
  }

  private static String digest(byte[] nonce, String created, String secret) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(nonce);
      sha1.update(created.getBytes(StandardCharsets.UTF_8));
      sha1.update(secret.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(sha1.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The Security header that carries the token. */
  public String header() {
    String wss = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
    return """
    <wsse:Security xmlns:wsse="%1$swssecurity-secext-1.0.xsd" xmlns:wsu="%1$swssecurity-utility-1.0.xsd">
      <wsse:UsernameToken>
        <wsse:Username>%2$s</wsse:Username>
        <wsse:Password Type="%1$susername-token-profile-1.0#PasswordDigest">%3$s</wsse:Password>
        <wsse:Nonce EncodingType="%1$ssoap-message-security-1.0#Base64Binary">%4$s</wsse:Nonce>
        <wsu:Created>%5$s</wsu:Created>
      </wsse:UsernameToken>
    </wsse:Security>"""
        .formatted(wss, name, digest, nonce, created);
  }
}

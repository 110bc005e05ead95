package org.pitchwright.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps secrets that are needed again in clear, encrypted by AES-256-GCM with a key from outside
 * the database (NIST SP 800-38D: 96-bit random nonce, 128-bit tag). The owner's name is
 * authenticated with it, so that one row's secret cannot be moved to another.
 */
@ApplicationScoped
public class SecretBox {
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final String KEY_FILE = "soap-secret.key";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  @Inject private SecretFiles files;

  /** For the container. */
  public SecretBox() {}

  SecretBox(SecretFiles files) {
    this.files = files;
  }

  /** Nonce and ciphertext of an owner's secret. */
  public byte[] seal(String owner, String secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, owner, nonce)
              .doFinal(secret.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The secret could not be encrypted", e);
    }
  }

  /**
   * The secret of an owner.
   *
   * @throws IllegalStateException if it was sealed with another key or for another owner
   */
  public String open(String owner, byte[] sealed) {
    byte[] nonce = new byte[NONCE_BYTES];
    ByteBuffer bytes = ByteBuffer.wrap(sealed).get(nonce);
    byte[] text = new byte[bytes.remaining()];
    bytes.get(text);
    try {
      byte[] secret = cipher(Cipher.DECRYPT_MODE, owner, nonce).doFinal(text);
      return new String(secret, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "The SOAP secret of " + owner + " was encrypted with another " + KEY_FILE, e);
    }
  }

  private Cipher cipher(int mode, String owner, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(ALGORITHM);
    SecretKeySpec key = new SecretKeySpec(files.key(KEY_FILE), "AES");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}

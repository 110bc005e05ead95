package org.pitchwright.idempotency;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A body that is digested while it is read, so that files of any size need no second copy. */
final class BodyDigest extends FilterInputStream {
  private static final int BUFFER = 16 * 1024;

  private final MessageDigest digest;

  BodyDigest(InputStream body) {
    super(body);
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    if (value >= 0) {
      digest.update((byte) value);
    }
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read > 0) {
      digest.update(buffer, offset, read);
    }
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    return readNBytes((int) Math.min(count, BUFFER)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public void close() {
    // The rest is still to be digested; the server closes the connection's stream itself.
  }

  /** Reads what is left, and gives the SHA-256 of the whole, in hexadecimal. */
  String finish() throws IOException {
    byte[] buffer = new byte[BUFFER];
    while (read(buffer, 0, buffer.length) >= 0) {
      // Reading is all: it is digested on the way.
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}

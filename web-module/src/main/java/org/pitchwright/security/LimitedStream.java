package org.pitchwright.security;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.ProblemKind;

/** A body that may be read up to a limit; what comes after is refused unread. */
public final class LimitedStream extends FilterInputStream {
  private final long limit;
  private long left;

  /** At most {@code limit} bytes of {@code body}. */
  public LimitedStream(InputStream body, long limit) {
    super(body);
    this.limit = limit;
    this.left = limit;
  }

  /**
   * The refusal of a body that is too large.
   *
   * @param limit in bytes
   */
  public static ProblemException tooLarge(long limit) {
    return new ProblemException(
        ProblemKind.TOO_LARGE,
        "The body has more than " + limit + " bytes; send less at once, or import a file");
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    if (value >= 0) {
      count(1);
    }
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read > 0) {
      count(read);
    }
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = super.skip(count);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long bytes) {
    left -= bytes;
    if (left < 0) {
      throw tooLarge(limit);
    }
  }
}

package org.pitchwright.behavior.csv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The physical lines of a file from any line's beginning on, in bounded memory whatever the file
 * holds. Lines are found among the bytes: no encoding that is read here uses the byte of a line
 * feed inside another character.
 */
final class LineReader implements AutoCloseable {
  /** The longest line that is read whole. */
  static final int MAX_BYTES = 1024 * 1024;

  private static final int BUFFER = 256 * 1024;
  private static final int SHOWN_BYTES = 4_000;
  private static final char REPLACEMENT = '\uFFFD';

  private final FileChannel channel;
  private final FileEncoding encoding;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);
  private byte[] line = new byte[4_096];
  private int length;
  private boolean tooLong;
  private long offset;
  private long number;

  /**
   * Begins to read.
   *
   * @param offset the beginning of a line, at least that of the text
   * @param number how many lines lie before it
   */
  LineReader(Path file, FileEncoding encoding, long offset, long number) throws IOException {
    this.channel = FileChannel.open(file, StandardOpenOption.READ);
    this.encoding = encoding;
    this.offset = Math.max(offset, encoding.start());
    this.number = number;
    channel.position(this.offset);
  }

  /** The next line; null at the end of the file. */
  @Nullable Line next() throws IOException {
    length = 0;
    tooLong = false;
    boolean any = false;
    boolean ended = false;
    while (!ended && (buffer.remaining() >= encoding.unit() || fill())) {
      any = true;
      ended = encoding.unit() == 1 ? takeBytes() : takeUnits();
    }
    return any ? line() : null;
  }

  private boolean fill() throws IOException {
    buffer.compact();
    int read = channel.read(buffer);
    buffer.flip();
    return read > 0 && buffer.remaining() >= encoding.unit();
  }

  private boolean takeBytes() {
    byte[] bytes = buffer.array();
    int from = buffer.position();
    int to = buffer.limit();
    byte terminator = (byte) encoding.terminator();
    int at = from;
    while (at < to && bytes[at] != terminator) {
      at++;
    }
    boolean found = at < to;
    keep(bytes, from, at - from);
    buffer.position(found ? at + 1 : to);
    offset += buffer.position() - from;
    return found;
  }

  private boolean takeUnits() {
    int from = buffer.position();
    while (buffer.remaining() >= 2) {
      byte first = buffer.get();
      byte second = buffer.get();
      char unit =
          (char)
              (encoding.bigEndian()
                  ? (first & 0xFF) << 8 | (second & 0xFF)
                  : (second & 0xFF) << 8 | (first & 0xFF));
      if (unit == encoding.terminator()) {
        keep(buffer.array(), from, buffer.position() - from - 2);
        offset += buffer.position() - from;
        return true;
      }
    }
    keep(buffer.array(), from, buffer.position() - from);
    offset += buffer.position() - from;
    return false;
  }

  private void keep(byte[] bytes, int from, int count) {
    int room = MAX_BYTES - length;
    if (count > room) {
      tooLong = true;
    }
    int taken = Math.min(count, room);
    if (length + taken > line.length) {
      line = Arrays.copyOf(line, Math.min(MAX_BYTES, Math.max(line.length * 2, length + taken)));
    }
    System.arraycopy(bytes, from, line, length, taken);
    length += taken;
  }

  private Line line() {
    number++;
    if (tooLong) {
      String beginning = new String(line, 0, SHOWN_BYTES, encoding.charset());
      return new Line(number, offset, beginning, RecordFault.LINE_TOO_LONG);
    }
    String text = new String(line, 0, length, encoding.charset());
    if (text.endsWith("\r")) {
      text = text.substring(0, text.length() - 1);
    }
    boolean wrong = text.indexOf(REPLACEMENT) >= 0 && !strictlyReadable();
    return new Line(number, offset, text, wrong ? RecordFault.WRONG_ENCODING : null);
  }

  private boolean strictlyReadable() {
    try {
      encoding
          .charset()
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(line, 0, length));
      return true;
    } catch (CharacterCodingException e) {
      return false; // The caller says so beside the line.
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

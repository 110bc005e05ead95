package org.pitchwright.behavior.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How the characters of a file are written.
 *
 * @param charset of its text
 * @param start bytes before the text, that is the length of a byte order mark
 * @param unit bytes of a code unit: 2 for UTF-16, else 1
 * @param terminator the character that ends a line: line feed, or carriage return in a file without
 *     line feeds
 */
public record FileEncoding(Charset charset, int start, int unit, char terminator) {
  /** Whether the first byte of a code unit is the higher one. */
  boolean bigEndian() {
    return charset.equals(StandardCharsets.UTF_16BE);
  }

  /** The name that a report shows. */
  public String label() {
    return start > 0 ? charset.name() + " with byte order mark" : charset.name();
  }
}

package org.pitchwright.behavior.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how the characters of a file are written: by its byte order mark; else UTF-8 where most
 * lines with characters beyond ASCII are valid in it; else GB18030 where most are valid in that.
 * Single wrong lines do not change the verdict on a file: they are refused one by one.
 */
final class EncodingDetection {
  private static final int HEAD = 64 * 1024;
  private static final Charset GB18030 = Charset.forName("GB18030");

  private EncodingDetection() {}

  /**
   * The encoding of a file.
   *
   * @throws UnreadableFileException if it is not text, or in none of the encodings that are read
   */
  static FileEncoding of(Path file) throws IOException {
    byte[] head = head(file);
    if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
      return new FileEncoding(StandardCharsets.UTF_8, 3, 1, terminator(head));
    }
    if (startsWith(head, 0xFE, 0xFF)) {
      return new FileEncoding(StandardCharsets.UTF_16BE, 2, 2, terminator(head));
    }
    if (startsWith(head, 0xFF, 0xFE)) {
      return new FileEncoding(StandardCharsets.UTF_16LE, 2, 2, terminator(head));
    }
    refuseBinary(head);
    return withoutMark(file, terminator(head));
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD);
    }
  }

  private static boolean startsWith(byte[] head, int... mark) {
    if (head.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((head[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static void refuseBinary(byte[] head) {
    if (startsWith(head, 'P', 'K', 3, 4)) {
      throw new UnreadableFileException(
          "This is a ZIP or Excel file, not text; save it as CSV (UTF-8) and import that");
    }
    for (byte b : head) {
      if (b == 0) {
        throw new UnreadableFileException(
            "This is not a text file: it holds zero bytes. Save it as CSV in UTF-8");
      }
    }
  }

  private static char terminator(byte[] head) {
    boolean carriageReturn = false;
    for (byte b : head) {
      if (b == '\n') {
        return '\n';
      }
      carriageReturn |= b == '\r';
    }
    return carriageReturn ? '\r' : '\n';
  }

  private static FileEncoding withoutMark(Path file, char terminator) throws IOException {
    FileEncoding utf8 = new FileEncoding(StandardCharsets.UTF_8, 0, 1, terminator);
    if (mostlyValid(file, utf8)) {
      return utf8;
    }
    FileEncoding gb18030 = new FileEncoding(GB18030, 0, 1, terminator);
    if (mostlyValid(file, gb18030)) {
      return gb18030;
    }
    throw new UnreadableFileException(
        "The file is neither UTF-8 nor UTF-16 with a byte order mark nor GB18030; save it as UTF-8");
  }

  private static boolean mostlyValid(Path file, FileEncoding encoding) throws IOException {
    long valid = 0;
    long wrong = 0;
    try (LineReader lines = new LineReader(file, encoding, 0, 0)) {
      for (@Nullable Line line = lines.next(); line != null; line = lines.next()) {
        if (line.fault() == RecordFault.WRONG_ENCODING) {
          wrong++;
        } else if (line.fault() == null && beyondAscii(line.text())) {
          valid++;
        }
      }
    }
    return wrong == 0 || wrong <= valid;
  }

  private static boolean beyondAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return true;
      }
    }
    return false;
  }
}

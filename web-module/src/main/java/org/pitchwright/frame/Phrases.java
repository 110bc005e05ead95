package org.pitchwright.frame;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences that jobs, imports and services write in English, in the reader's language. They are
 * written where no reader is known (in logs, in the database, to the API), so the pages recognise
 * them; one that is not known stays as it is.
 */
final class Phrases {
  private static final String CHINESE = "/org/pitchwright/text/phrases_zh.tsv";

  private final List<Phrase> phrases;

  private record Phrase(Pattern english, String words) {
    static Phrase of(String line) {
      String[] halves = line.split("\t", 2);
      return new Phrase(Pattern.compile(halves[0]), halves[1]);
    }
  }

  private Phrases(List<Phrase> phrases) {
    this.phrases = phrases;
  }

  /** The phrases of Chinese. */
  static Phrases chinese() {
    InputStream file = Phrases.class.getResourceAsStream(CHINESE);
    if (file == null) {
      throw new IllegalStateException(CHINESE + " is not in the application");
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return new Phrases(
          lines.lines().filter(line -> line.contains("\t")).map(Phrase::of).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sentence in this language; itself if it is not known. */
  String of(String sentence) {
    for (Phrase phrase : phrases) {
      Matcher matcher = phrase.english().matcher(sentence);
      if (matcher.matches()) {
        return matcher.replaceFirst(phrase.words());
      }
    }
    return sentence;
  }
}

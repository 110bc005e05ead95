package org.pitchwright.recommendation.dataset;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text files of published data sets: in each line a user, then item numbers in the order
 * of time, separated by blanks.
 *
 * <p>An item number is a name only: its size and order mean nothing to the model.
 */
public final class SequenceFile {

  private static final int TITLE_COLUMN = 2;

  private SequenceFile() {}

  /**
   * Reads sequences and, where given, titles.
   *
   * @param titles tab-separated item number, any key, title; or null
   * @param settings settings that differ from the defaults
   * @throws DatasetException naming file and line of what cannot be used
   */
  public static TrainingDataset read(
      Path file, @Nullable Path titles, Map<String, Object> settings) {
    Map<String, Integer> indexes = new LinkedHashMap<>();
    List<CustomerSequence> sequences = new ArrayList<>();
    eachLine(file, (line, where) -> sequences.add(sequence(line, where, indexes)));
    if (sequences.isEmpty()) {
      throw new DatasetException(file + ": the file is empty; give a user and items per line.");
    }
    List<String> itemIds = List.copyOf(indexes.keySet());
    List<@Nullable String> texts = new ArrayList<>(Collections.nCopies(itemIds.size(), null));
    if (titles != null) {
      Map<String, String> byItem = titles(titles);
      texts.replaceAll(unused -> null);
      for (int item = 0; item < itemIds.size(); item++) {
        texts.set(item, byItem.get(itemIds.get(item)));
      }
    }
    try {
      String fingerprint = titles == null ? Fingerprint.of(file) : Fingerprint.of(file, titles);
      return new TrainingDataset(itemIds, texts, sequences, settings, fingerprint);
    } catch (IOException e) {
      throw new DatasetException(file + " cannot be read: " + e, e);
    }
  }

  private static CustomerSequence sequence(
      String line, String where, Map<String, Integer> indexes) {
    StringTokenizer tokens = new StringTokenizer(line);
    number(tokens.nextToken(), where);
    int[] items = new int[tokens.countTokens()];
    if (items.length == 0) {
      throw new DatasetException(where + ": a user without items; remove the line or add items.");
    }
    for (int event = 0; event < items.length; event++) {
      String item = number(tokens.nextToken(), where);
      Integer index = indexes.putIfAbsent(item, indexes.size());
      items[event] = index == null ? indexes.size() - 1 : index;
    }
    float[] weights = new float[items.length];
    Arrays.fill(weights, 1f);
    return new CustomerSequence(items, weights, new long[items.length]);
  }

  private static String number(String token, String where) {
    if (!token.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new DatasetException(
          where
              + ": \""
              + token
              + "\" is not a number; give a user, then items, by their numbers.");
    }
    return token;
  }

  private static Map<String, String> titles(Path file) {
    Map<String, String> titles = new HashMap<>();
    eachLine(
        file,
        (line, where) -> {
          String[] columns = line.split("\t", -1);
          if (columns.length <= TITLE_COLUMN) {
            throw new DatasetException(
                where
                    + ": %d columns; give item number, key and title, separated by tabs."
                        .formatted(columns.length));
          }
          titles.put(number(columns[0].strip(), where), columns[TITLE_COLUMN].strip());
        });
    return titles;
  }

  private static void eachLine(Path file, LineReader reader) {
    int number = 0;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          reader.read(line, file + ":" + number);
        }
      }
    } catch (NoSuchFileException e) {
      throw new DatasetException(file + ": there is no such file; check the path.", e);
    } catch (MalformedInputException e) {
      throw new DatasetException(
          file + ":" + (number + 1) + ": not UTF-8 text; convert the file to UTF-8.", e);
    } catch (IOException e) {
      throw new DatasetException(file + " cannot be read: " + e, e);
    }
  }

  /** Takes one line. */
  private interface LineReader {
    void read(String line, String where);
  }
}

package org.pitchwright.recommendation.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a folder that {@link DatasetWriter} wrote. Every complaint names file and line. */
public final class DatasetReader {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final List<String> itemIds = new ArrayList<>();
  private final List<@Nullable String> texts = new ArrayList<>();
  private final List<CustomerSequence> sequences = new ArrayList<>();

  private DatasetReader(Path folder) {
    this.folder = folder;
  }

  /**
   * Reads a data set.
   *
   * @throws DatasetException when a file is missing or a line cannot be used
   */
  public static TrainingDataset read(Path folder) {
    return new DatasetReader(folder).read();
  }

  private TrainingDataset read() {
    Path items = folder.resolve(DatasetWriter.ITEMS);
    Path sequenceFile = folder.resolve(DatasetWriter.SEQUENCES);
    Set<String> known = new HashSet<>();
    eachLine(
        items,
        (line, where) -> {
          String id = line.path("id").asText("");
          if (!line.path("id").isTextual() || !known.add(id)) {
            throw new DatasetException(where + ": \"id\" is missing or given before: " + id);
          }
          itemIds.add(id);
          texts.add(line.path("text").isTextual() ? line.path("text").textValue() : null);
        });
    eachLine(sequenceFile, (line, where) -> sequences.add(sequence(line.path("events"), where)));
    try {
      String fingerprint = Fingerprint.of(items, sequenceFile);
      return new TrainingDataset(itemIds, texts, sequences, settings(), fingerprint);
    } catch (IOException e) {
      throw new DatasetException(folder + " cannot be read: " + e, e);
    }
  }

  private Map<String, Object> settings() throws IOException {
    Path file = folder.resolve(DatasetWriter.SETTINGS);
    if (!Files.exists(file)) {
      return Map.of();
    }
    try {
      return JSON.readValue(Files.readString(file), new TypeReference<Map<String, Object>>() {});
    } catch (JsonProcessingException e) {
      throw new DatasetException(file + ": not a JSON object: " + e.getOriginalMessage(), e);
    }
  }

  private CustomerSequence sequence(JsonNode events, String where) {
    int size = events.size();
    int[] items = new int[size];
    float[] weights = new float[size];
    long[] times = new long[size];
    for (int event = 0; event < size; event++) {
      JsonNode values = events.get(event);
      boolean complete =
          values.isArray()
              && values.path(0).isInt()
              && values.path(1).isNumber()
              && values.path(2).isIntegralNumber();
      if (!complete) {
        throw new DatasetException(
            where + ": event " + event + " is not [itemIndex, weight, epochSeconds]: " + values);
      }
      items[event] = values.get(0).intValue();
      weights[event] = values.get(1).floatValue();
      times[event] = values.get(2).longValue();
      if (items[event] < 0 || items[event] >= itemIds.size()) {
        throw new DatasetException(
            where + ": item " + items[event] + " is not one of " + itemIds.size() + " items.");
      }
    }
    return new CustomerSequence(items, weights, times);
  }

  private static void eachLine(Path file, LineReader reader) {
    int number = 0;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          reader.read(JSON.readTree(line), file + ":" + number);
        }
      }
    } catch (JsonProcessingException e) {
      throw new DatasetException(
          file + ":" + number + ": not a JSON object: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new DatasetException(file + " cannot be read: " + e, e);
    }
  }

  /** Takes one line. */
  private interface LineReader {
    void read(JsonNode line, String where);
  }
}

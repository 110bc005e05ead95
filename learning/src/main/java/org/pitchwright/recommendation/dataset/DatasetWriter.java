package org.pitchwright.recommendation.dataset;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a data set folder item by item and customer by customer, without holding it in memory.
 *
 * <p>First all items, then the customers, then {@link #finish}. Not safe for several threads.
 */
public final class DatasetWriter implements AutoCloseable {

  static final String ITEMS = "items.jsonl";
  static final String SEQUENCES = "sequences.jsonl";
  static final String SETTINGS = "training.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final JsonGenerator itemLines;
  private final JsonGenerator sequenceLines;
  private final Set<String> itemIds = new HashSet<>();
  private int customers;
  private long events;

  /** Creates the folder where needed and overwrites a data set that is in it. */
  public DatasetWriter(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    Files.deleteIfExists(folder.resolve(SETTINGS));
    itemLines = lines(folder.resolve(ITEMS));
    sequenceLines = lines(folder.resolve(SEQUENCES));
  }

  private static JsonGenerator lines(Path file) throws IOException {
    JsonGenerator generator = JSON.createGenerator(Files.newBufferedWriter(file));
    generator.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    return generator;
  }

  /**
   * Adds an item.
   *
   * @param id any text that identifies the item, once only
   * @param text title, category and description as sentences, or null where there is no text
   * @return the item's index for {@link #addCustomer}, from 0
   */
  public int addItem(String id, @Nullable String text) throws IOException {
    if (!itemIds.add(id)) {
      throw new DatasetException("Item \"" + id + "\" is given twice; give each item once.");
    }
    itemLines.writeStartObject();
    itemLines.writeStringField("id", id);
    itemLines.writeStringField("text", text);
    itemLines.writeEndObject();
    return itemIds.size() - 1;
  }

  /**
   * Adds one customer.
   *
   * @throws DatasetException for an unknown item, a weight that is 0 or not finite, or events that
   *     are not in the order of time
   */
  public void addCustomer(CustomerSequence sequence) throws IOException {
    sequenceLines.writeStartObject();
    sequenceLines.writeArrayFieldStart("events");
    for (int event = 0; event < sequence.size(); event++) {
      check(sequence, event);
      sequenceLines.writeStartArray();
      sequenceLines.writeNumber(sequence.items()[event]);
      sequenceLines.writeNumber(sequence.weights()[event]);
      sequenceLines.writeNumber(sequence.times()[event]);
      sequenceLines.writeEndArray();
    }
    sequenceLines.writeEndArray();
    sequenceLines.writeEndObject();
    customers++;
    events += sequence.size();
  }

  private void check(CustomerSequence sequence, int event) {
    String where = "Customer " + customers + ", event " + event + ": ";
    int item = sequence.items()[event];
    float weight = sequence.weights()[event];
    if (item < 0 || item >= itemIds.size()) {
      throw new DatasetException(
          where + "item " + item + " is unknown; add the " + itemIds.size() + " items first.");
    }
    if (weight == 0 || !Float.isFinite(weight)) {
      throw new DatasetException(where + "weight " + weight + " must be finite and not 0.");
    }
    if (event > 0 && sequence.times()[event] < sequence.times()[event - 1]) {
      throw new DatasetException(where + "events must be in the order of time; sort them.");
    }
  }

  /**
   * Writes the settings of the training; without this call the defaults hold.
   *
   * @param settings names of {@code Hyperparameters} and their values
   */
  public void settings(Map<String, ?> settings) throws IOException {
    JSON.writerWithDefaultPrettyPrinter().writeValue(folder.resolve(SETTINGS).toFile(), settings);
  }

  /** Completes the folder and says what is in it. */
  public DatasetSummary finish() throws IOException {
    close();
    String fingerprint = Fingerprint.of(folder.resolve(ITEMS), folder.resolve(SEQUENCES));
    return new DatasetSummary(itemIds.size(), customers, events, fingerprint);
  }

  @Override
  public void close() throws IOException {
    try {
      itemLines.close();
    } finally {
      sequenceLines.close();
    }
  }
}

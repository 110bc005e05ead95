package org.pitchwright.recommendation.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A data set in memory.
 *
 * @param itemIds item ids; the position is the item's index
 * @param texts text of each item, null where there is none; same length as {@code itemIds}
 * @param sequences one for each customer
 * @param settings settings that differ from the defaults
 * @param fingerprint {@code sha256:…} of items and sequences
 */
public record TrainingDataset(
    List<String> itemIds,
    List<@Nullable String> texts,
    List<CustomerSequence> sequences,
    Map<String, Object> settings,
    String fingerprint) {

  /** Checks the sizes and takes copies. */
  public TrainingDataset {
    itemIds = List.copyOf(itemIds);
    texts = Collections.unmodifiableList(new ArrayList<>(texts));
    sequences = List.copyOf(sequences);
    if (texts.size() != itemIds.size()) {
      throw new DatasetException(
          "There are %d items and %d texts.".formatted(itemIds.size(), texts.size()));
    }
  }

  /** Whether any item has a text. */
  public boolean hasTexts() {
    return texts.stream().anyMatch(text -> text != null && !text.isBlank());
  }

  /**
   * How much there is and from when, for a model's card: {@code items}, {@code customers}, {@code
   * events}, {@code from} and {@code until} in seconds since 1970.
   */
  public Map<String, Double> extent() {
    long events = 0;
    long from = Long.MAX_VALUE;
    long until = Long.MIN_VALUE;
    for (CustomerSequence sequence : sequences) {
      events += sequence.size();
      for (long time : sequence.times()) {
        from = Math.min(from, time);
        until = Math.max(until, time);
      }
    }
    Map<String, Double> extent = new LinkedHashMap<>();
    extent.put("items", (double) itemIds.size());
    extent.put("customers", (double) sequences.size());
    extent.put("events", (double) events);
    if (events > 0) {
      extent.put("from", (double) from);
      extent.put("until", (double) until);
    }
    return extent;
  }

  /** The same data with other texts. */
  public TrainingDataset withTexts(List<@Nullable String> others) {
    return new TrainingDataset(itemIds, others, sequences, settings, fingerprint);
  }

  /** The same data with other settings. */
  public TrainingDataset withSettings(Map<String, Object> others) {
    return new TrainingDataset(itemIds, texts, sequences, others, fingerprint);
  }
}

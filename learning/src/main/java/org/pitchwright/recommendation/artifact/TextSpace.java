package org.pitchwright.recommendation.artifact;

import java.util.List;

/**
 * How the texts of a model's items became vectors, so that the text of another item becomes one
 * that can be compared with them.
 *
 * @param model name of the sentence encoder
 * @param mean of the catalogue's vectors, which is taken from each
 */
public record TextSpace(String model, List<Float> mean) {
  /** Copies the mean. */
  public TextSpace {
    mean = List.copyOf(mean);
  }
}

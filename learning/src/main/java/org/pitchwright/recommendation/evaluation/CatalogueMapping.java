package org.pitchwright.recommendation.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.pitchwright.recommendation.History;
import org.pitchwright.recommendation.RecommenderModel;

/**
 * Lets a model answer for another data set's catalogue, so that an older model can be measured on
 * the cases of a newer one: items are matched by id; those that the model does not know are dropped
 * from histories and rank last.
 */
public final class CatalogueMapping implements Scorer {

  private final RecommenderModel model;
  private final int[] modelItems;

  /**
   * Creates the mapping.
   *
   * @param itemIds the catalogue of the cases
   */
  public CatalogueMapping(RecommenderModel model, List<String> itemIds) {
    this.model = model;
    this.modelItems = itemIds.stream().mapToInt(id -> model.indexOf(id).orElse(-1)).toArray();
  }

  @Override
  public float[][] scores(List<History> histories) {
    float[][] known = model.scores(histories.stream().map(this::translate).toList());
    float[][] scores = new float[known.length][modelItems.length];
    for (int row = 0; row < known.length; row++) {
      Arrays.fill(scores[row], Float.NEGATIVE_INFINITY);
      for (int item = 0; item < modelItems.length; item++) {
        if (modelItems[item] >= 0) {
          scores[row][item] = known[row][modelItems[item]];
        }
      }
    }
    return scores;
  }

  private History translate(History history) {
    int[] kept =
        IntStream.range(0, history.size())
            .filter(event -> modelItems[history.items()[event]] >= 0)
            .toArray();
    int[] items = new int[kept.length];
    float[] weights = new float[kept.length];
    for (int event = 0; event < kept.length; event++) {
      items[event] = modelItems[history.items()[kept[event]]];
      weights[event] = history.weights()[kept[event]];
    }
    return new History(items, weights).mergingRepeats();
  }
}

package org.pitchwright.recommendation.evaluation;

import java.util.Arrays;
import java.util.List;
import org.pitchwright.recommendation.History;
import org.pitchwright.recommendation.dataset.CustomerSequence;

/** The baseline that every model must beat: the same most popular items for everyone. */
public final class PopularityScorer implements Scorer {

  private final float[] popularity;

  /** Takes the weighted number of events of each item. */
  public PopularityScorer(float[] popularity) {
    this.popularity = popularity.clone();
  }

  /** Counts positive events by their weight. */
  public static float[] count(List<CustomerSequence> training, int items) {
    float[] popularity = new float[items];
    for (CustomerSequence sequence : training) {
      for (int event = 0; event < sequence.size(); event++) {
        popularity[sequence.items()[event]] += Math.max(0f, sequence.weights()[event]);
      }
    }
    return popularity;
  }

  @Override
  public float[][] scores(List<History> histories) {
    float[][] scores = new float[histories.size()][];
    Arrays.fill(scores, popularity);
    return scores;
  }
}

package org.pitchwright.recommendation.evaluation;

import java.util.List;
import org.pitchwright.recommendation.History;

/** Whatever scores all items for histories: a model, a part of one, or a simple baseline. */
@FunctionalInterface
public interface Scorer {

  /** Scores {@code [history][item]}; greater is better. */
  float[][] scores(List<History> histories);
}

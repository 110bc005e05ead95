package org.pitchwright.recommendation.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Puts windows of similar length together, so that hardly any work is done on padding: shuffled,
 * sorted by length with a random fraction, cut where the events fill a batch, and the batches
 * shuffled.
 */
final class BatchPlan {

  private BatchPlan() {}

  /** Batches of one epoch; the same random state gives the same batches. */
  static List<TrainingBatch> of(List<TrainingWindow> windows, int tokensPerBatch, Random random) {
    record Place(TrainingWindow window, double key) {}
    List<Place> order = new ArrayList<>();
    for (TrainingWindow window : windows) {
      order.add(new Place(window, window.targets() + .9 * random.nextDouble()));
    }
    order.sort(Comparator.comparingDouble(Place::key));
    List<TrainingBatch> batches = new ArrayList<>();
    List<TrainingWindow> current = new ArrayList<>();
    int tokens = 0;
    for (Place place : order) {
      current.add(place.window());
      tokens += place.window().targets();
      if (tokens >= tokensPerBatch) {
        batches.add(TrainingBatch.of(current));
        current.clear();
        tokens = 0;
      }
    }
    if (!current.isEmpty()) {
      batches.add(TrainingBatch.of(current));
    }
    Collections.shuffle(batches, random);
    return batches;
  }
}

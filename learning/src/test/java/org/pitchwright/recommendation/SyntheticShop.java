package org.pitchwright.recommendation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.pitchwright.recommendation.dataset.CustomerSequence;
import org.pitchwright.recommendation.dataset.TrainingDataset;

/**
 * Customers who walk through the shop in circles: after item i of a group of ten most take item i +
 * 1 of the same group. A model that learns sequences predicts that, popularity cannot.
 */
public final class SyntheticShop {

  private static final int GROUP = 10;

  private SyntheticShop() {}

  /** A data set of this shop; the same seed gives the same one. */
  public static TrainingDataset dataset(
      int items, int customers, int length, Map<String, Object> settings) {
    Random random = new Random(11);
    List<CustomerSequence> sequences = new ArrayList<>();
    for (int customer = 0; customer < customers; customer++) {
      sequences.add(walk(items, length, random));
    }
    return dataset(items, sequences, settings);
  }

  /** A data set of given sequences over items named by their index. */
  public static TrainingDataset dataset(
      int items, List<CustomerSequence> sequences, Map<String, Object> settings) {
    List<String> ids = new ArrayList<>();
    for (int item = 0; item < items; item++) {
      ids.add("item-" + item);
    }
    return new TrainingDataset(
        ids, Collections.nCopies(items, null), sequences, settings, "sha256:synthetic");
  }

  /** A sequence of positive events of the same weight. */
  public static CustomerSequence sequence(int... items) {
    float[] weights = new float[items.length];
    Arrays.fill(weights, 1f);
    return new CustomerSequence(items, weights, new long[items.length]);
  }

  private static CustomerSequence walk(int items, int length, Random random) {
    int[] steps = new int[length];
    int item = random.nextInt(items);
    for (int step = 0; step < length; step++) {
      steps[step] = item;
      boolean strays = random.nextDouble() < .15;
      int group = item / GROUP * GROUP;
      item = strays ? random.nextInt(items) : group + (item - group + 1) % GROUP;
    }
    return sequence(steps);
  }
}

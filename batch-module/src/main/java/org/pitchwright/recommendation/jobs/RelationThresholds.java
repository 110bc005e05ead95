package org.pitchwright.recommendation.jobs;

import java.util.Map;

/**
 * What is counted, and from where on it counts.
 *
 * @param windowDays purchases that follow one another within so many days are one basket
 * @param days how far back purchases are counted
 * @param minimumCustomers whose baskets must hold both items
 * @param minimumLift how many times as often as by chance both must be in a basket
 * @param minimumLogLikelihood how surely it must not be chance (Dunning 1993)
 * @param perItem how many relations are kept for an item at most, those that are surest
 */
record RelationThresholds(
    int windowDays,
    int days,
    int minimumCustomers,
    double minimumLift,
    double minimumLogLikelihood,
    int perItem) {

  /** The thresholds of an execution with these parameters, which are complete. */
  static RelationThresholds of(Map<String, String> parameters) {
    return new RelationThresholds(
        integer(parameters, "windowDays"),
        integer(parameters, "days"),
        integer(parameters, "minimumCustomers"),
        decimal(parameters, "minimumLift"),
        decimal(parameters, "minimumLogLikelihood"),
        integer(parameters, "perItem"));
  }

  private static int integer(Map<String, String> parameters, String name) {
    return (int) decimal(parameters, name);
  }

  private static double decimal(Map<String, String> parameters, String name) {
    String value = parameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException("The parameter " + name + " is missing");
    }
    return Double.parseDouble(value);
  }
}

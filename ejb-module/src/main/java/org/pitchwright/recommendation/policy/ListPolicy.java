package org.pitchwright.recommendation.policy;

import java.util.ArrayList;
import java.util.List;
import org.pitchwright.problem.Violation;

/**
 * How lists are mixed. With zeros a list is what the model and the business rules make of it.
 *
 * @param diversity how much an item loses for resembling those above it, 0 to 1
 * @param calibration how closely the categories of a list follow the customer's past, 0 to 1
 * @param exploration the share of places that are given to items that come next, 0 to {@value
 *     #MAX_EXPLORATION}
 * @param explorationPool how many items that come next may be tried, {@value #MIN_POOL} to {@value
 *     #MAX_POOL}
 */
public record ListPolicy(
    double diversity, double calibration, double exploration, int explorationPool) {
  public static final double MAX_EXPLORATION = .5;
  public static final int MIN_POOL = 10;
  public static final int MAX_POOL = 200;
  public static final int DEFAULT_POOL = 50;

  /** Leaves every list as it is. */
  public static final ListPolicy OFF = new ListPolicy(0, 0, 0, DEFAULT_POOL);

  /** Whether the order of a list may be another than that of its scores. */
  public boolean reorders() {
    return diversity > 0 || calibration > 0;
  }

  /** Whether places are given to items that come next. */
  public boolean explores() {
    return exploration > 0;
  }

  /** Whether lists are left as they are. */
  public boolean isOff() {
    return !reorders() && !explores();
  }

  /** How many items are needed beyond the list itself. */
  public int poolSize() {
    return explores() ? explorationPool : 0;
  }

  /** The same without trying anything. */
  public ListPolicy withoutExploration() {
    return explores() ? new ListPolicy(diversity, calibration, 0, explorationPool) : this;
  }

  /** Everything that is out of its range; empty if nothing is. */
  List<Violation> violations() {
    List<Violation> found = new ArrayList<>();
    range(found, "diversity", diversity, 1);
    range(found, "calibration", calibration, 1);
    range(found, "exploration", exploration, MAX_EXPLORATION);
    if (explorationPool < MIN_POOL || explorationPool > MAX_POOL) {
      found.add(
          new Violation(
              "/explorationPool",
              "explorationPool must be a whole number from "
                  + MIN_POOL
                  + " to "
                  + MAX_POOL
                  + ", not "
                  + explorationPool));
    }
    return found;
  }

  /** What is not a number lies in no range. */
  private static void range(List<Violation> found, String member, double value, double maximum) {
    if (!(value >= 0 && value <= maximum)) {
      String most = maximum == 1 ? "1" : String.valueOf(maximum);
      found.add(
          new Violation(
              "/" + member, member + " must lie between 0 and " + most + ", not " + value));
    }
  }
}

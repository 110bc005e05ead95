package org.pitchwright.recommendation.policy;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.pitchwright.problem.PathKey;
import org.pitchwright.problem.ProblemException;

/** A list policy while a person sets it; shares are written in percent. */
public class PolicyForm implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double PERCENT = 100;

  private final long version;
  private final boolean placed;
  private @Nullable String scenario;
  private @Nullable String diversity;
  private @Nullable String calibration;
  private @Nullable String exploration;
  private @Nullable String explorationPool;

  private PolicyForm(@Nullable PolicyScenario place, ListPolicy policy, long version) {
    this.version = version;
    placed = place != null;
    scenario = place == null ? null : place.value();
    diversity = percent(policy.diversity());
    calibration = percent(policy.calibration());
    exploration = percent(policy.exploration());
    explorationPool = String.valueOf(policy.explorationPool());
  }

  /**
   * A policy for another place, which begins as what counts there now.
   *
   * @param everywhere the policy for everywhere
   */
  static PolicyForm blank(ListPolicy everywhere) {
    return new PolicyForm(null, everywhere, 0);
  }

  /**
   * The policy of a place, ready to be changed.
   *
   * @param version that the person has seen; 0 where there is none yet
   */
  static PolicyForm of(PolicyScenario place, ListPolicy policy, long version) {
    return new PolicyForm(place, policy, version);
  }

  private static String percent(double share) {
    return String.valueOf(Math.round(share * PERCENT));
  }

  /**
   * The policy as it is set.
   *
   * @throws ProblemException naming the field that cannot be read, or is no such share
   */
  ListPolicy policy() {
    return new ListPolicy(
        share("diversity", diversity, 1),
        share("calibration", calibration, 1),
        share("exploration", exploration, ListPolicy.MAX_EXPLORATION),
        number("explorationPool", explorationPool));
  }

  private static double share(String field, @Nullable String text, double maximum) {
    int percent = number(field, text);
    long most = Math.round(maximum * PERCENT);
    if (percent < 0 || percent > most) {
      throw ProblemException.invalid(
          "/" + field, field + " must be a whole number from 0 to " + most + ", not " + percent);
    }
    return percent / PERCENT;
  }

  private static int number(String field, @Nullable String text) {
    try {
      return Integer.parseInt(text == null ? "" : text.strip());
    } catch (NumberFormatException e) {
      throw ProblemException.invalid("/" + field, field + " must be a whole number");
    }
  }

  /**
   * The place that it is for.
   *
   * @throws ProblemException if none is named
   */
  PolicyScenario place() {
    return PathKey.parse("scenario", scenario == null ? "" : scenario.strip(), PolicyScenario::new);
  }

  long version() {
    return version;
  }

  /** Whether the place is still to be named. */
  public boolean isNew() {
    return !placed;
  }

  /** Whether the policy is kept, so that it can be taken away. */
  public boolean isKept() {
    return version > 0;
  }

  public @Nullable String getScenario() {
    return scenario;
  }

  public void setScenario(@Nullable String scenario) {
    this.scenario = scenario;
  }

  public @Nullable String getDiversity() {
    return diversity;
  }

  public void setDiversity(@Nullable String diversity) {
    this.diversity = diversity;
  }

  public @Nullable String getCalibration() {
    return calibration;
  }

  public void setCalibration(@Nullable String calibration) {
    this.calibration = calibration;
  }

  public @Nullable String getExploration() {
    return exploration;
  }

  public void setExploration(@Nullable String exploration) {
    this.exploration = exploration;
  }

  public @Nullable String getExplorationPool() {
    return explorationPool;
  }

  public void setExplorationPool(@Nullable String explorationPool) {
    this.explorationPool = explorationPool;
  }
}

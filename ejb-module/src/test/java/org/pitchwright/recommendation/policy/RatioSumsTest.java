package org.pitchwright.recommendation.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Estimates of lists whose true rates are known, because they are drawn. */
class RatioSumsTest {
  private static final int PLACES = 10;
  private static final double EXPLORED = .3;
  private static final double GREEDY_RATE = .2;
  private static final double TRIED_RATE = .05;
  private static final double SHOWN_RATE = (1 - EXPLORED) * GREEDY_RATE + EXPLORED * TRIED_RATE;

  private final SplittableRandom random = new SplittableRandom(42);

  private record Sums(RatioSums shown, RatioSums greedy, RatioSums.Cross cross) {}

  private Sums draw(int lists) {
    double[] s = new double[5];
    double[] g = new double[5];
    double[] x = new double[4];
    for (int list = 0; list < lists; list++) {
      double clicks = 0;
      double weight = 0;
      double weightOfClicks = 0;
      for (int place = 0; place < PLACES; place++) {
        boolean tried = random.nextDouble() < EXPLORED;
        boolean clicked = random.nextDouble() < (tried ? TRIED_RATE : GREEDY_RATE);
        clicks += clicked ? 1 : 0;
        weight += tried ? 0 : 1 / (1 - EXPLORED);
        weightOfClicks += clicked && !tried ? 1 / (1 - EXPLORED) : 0;
      }
      add(s, clicks, PLACES);
      add(g, weightOfClicks, weight);
      x[0] += weightOfClicks * clicks;
      x[1] += weightOfClicks * PLACES;
      x[2] += weight * clicks;
      x[3] += weight * PLACES;
    }
    return new Sums(
        new RatioSums(s[0], s[1], s[2], s[3], s[4]),
        new RatioSums(g[0], g[1], g[2], g[3], g[4]),
        new RatioSums.Cross(x[0], x[1], x[2], x[3]));
  }

  private static void add(double[] sums, double a, double w) {
    sums[0] += a;
    sums[1] += w;
    sums[2] += a * a;
    sums[3] += a * w;
    sums[4] += w * w;
  }

  @Test
  void theRateOfListsWithoutTryingIsFound() {
    Sums sums = draw(20_000);

    assertThat(sums.greedy().rate()).isCloseTo(GREEDY_RATE, within(.005));
    assertThat(sums.shown().rate()).isCloseTo(SHOWN_RATE, within(.005));
    assertThat(sums.greedy().minus(sums.shown(), sums.cross()).value())
        .isCloseTo(GREEDY_RATE - SHOWN_RATE, within(.005));
  }

  @Test
  void theIntervalsHoldTheTruthAsOftenAsTheySay() {
    int rates = 0;
    int gains = 0;
    int trials = 400;
    for (int trial = 0; trial < trials; trial++) {
      Sums sums = draw(200);
      rates += holds(sums.greedy().estimate(), GREEDY_RATE);
      gains += holds(sums.greedy().minus(sums.shown(), sums.cross()), GREEDY_RATE - SHOWN_RATE);
    }
    // 380 of 400 are expected; five standard deviations are 22.
    assertThat(rates).isBetween(358, 400);
    assertThat(gains).isBetween(358, 400);
  }

  private static int holds(ExplorationReport.Rate rate, double truth) {
    return rate.lower() <= truth && truth <= rate.upper() ? 1 : 0;
  }

  @Test
  void withoutPlacesThereIsNoRate() {
    RatioSums nothing = new RatioSums(0, 0, 0, 0, 0);

    assertThat(nothing.estimate()).isNull();
    assertThat(nothing.minus(nothing, new RatioSums.Cross(0, 0, 0, 0))).isNull();
  }

  @Test
  void aRateStaysARate() {
    // One list of ten places, each clicked: nothing varies.
    assertThat(new RatioSums(10, 10, 100, 100, 100).estimate())
        .isEqualTo(new ExplorationReport.Rate(1, 1, 1));
  }
}

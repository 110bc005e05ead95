package org.pitchwright.operations.demo;

import java.util.List;
import java.util.Random;

/**
 * A stream of random draws that is the same on every platform: {@link Random} is specified to the
 * bit, and so is {@link StrictMath}.
 */
final class Dice {
  private final Random random;

  private Dice(long seed) {
    random = new Random(seed);
  }

  /**
   * The stream of one part of the company, independent of all others: what one customer does never
   * changes what the next one does.
   */
  static Dice of(long seed, String part, long index) {
    return new Dice(mix(mix(seed + part.hashCode()) + index));
  }

  /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014). */
  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L + 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }

  Random random() {
    return random;
  }

  long bits() {
    return random.nextLong();
  }

  /** True with this probability. */
  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** A whole number between both bounds, each included. */
  int between(int from, int to) {
    return from + random.nextInt(to - from + 1);
  }

  int between(Span span) {
    return between(span.from(), span.to());
  }

  double uniform() {
    return random.nextDouble();
  }

  double gaussian() {
    return random.nextGaussian();
  }

  double logNormal(double median, double sigma) {
    return median * StrictMath.exp(sigma * random.nextGaussian());
  }

  <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** An index, drawn in proportion to its weight; -1 if no weight is positive. */
  int weighted(double... weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double rest = random.nextDouble() * sum;
    for (int i = 0; i < weights.length; i++) {
      rest -= weights[i];
      if (rest < 0) {
        return i;
      }
    }
    return -1;
  }
}

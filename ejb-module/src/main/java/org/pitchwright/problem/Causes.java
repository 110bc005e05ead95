package org.pitchwright.problem;

import java.util.stream.Stream;

/** What stands behind an exception. */
public final class Causes {
  private static final int MAX_DEPTH = 20;

  private Causes() {}

  /** The exception and its causes, outermost first; a circle of causes is cut off. */
  public static Stream<Throwable> of(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause).limit(MAX_DEPTH);
  }
}

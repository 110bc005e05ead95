package org.pitchwright.behavior.cleansing;

import java.util.Optional;

/** Judges an event by itself. */
@FunctionalInterface
interface EventRule {
  /** What is wrong with the event; empty if nothing is. */
  Optional<Rejection> judge(RawEvent event);
}

package org.pitchwright.recommendation;

import org.jspecify.annotations.Nullable;

/**
 * An item on its way into an answer.
 *
 * @param item number in the {@link ItemTable}
 * @param place in the ranking, from 0; −1 for an item that a rule pinned
 * @param score after relations and rules have moved it
 * @param bond the relation without which it would not be on the list; null where there is none
 */
record Candidate(int item, int place, double score, GraphEffect.@Nullable Bond bond) {
  private static final int NOWHERE = -1;

  Candidate(int item, int place, double score) {
    this(item, place, score, null);
  }

  static Candidate pinned(int item, double score) {
    return new Candidate(item, NOWHERE, score);
  }

  boolean pinned() {
    return place == NOWHERE;
  }

  /** Whether its place in the ranking is why it is here, rather than a rule or a relation. */
  boolean ranked() {
    return !pinned() && bond == null;
  }

  Candidate withScore(double another) {
    return new Candidate(item, place, another, bond);
  }

  Candidate withBond(GraphEffect.@Nullable Bond another) {
    return new Candidate(item, place, score, another);
  }
}

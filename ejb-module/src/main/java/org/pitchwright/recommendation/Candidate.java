package org.pitchwright.recommendation;

/**
 * An item on its way into an answer.
 *
 * @param item number in the {@link ItemTable}
 * @param place in the ranking, from 0; −1 for an item that a rule pinned
 * @param score after rules have moved it
 */
record Candidate(int item, int place, double score) {
  private static final int NOWHERE = -1;

  static Candidate pinned(int item, double score) {
    return new Candidate(item, NOWHERE, score);
  }

  boolean pinned() {
    return place == NOWHERE;
  }

  Candidate withScore(double another) {
    return new Candidate(item, place, another);
  }
}

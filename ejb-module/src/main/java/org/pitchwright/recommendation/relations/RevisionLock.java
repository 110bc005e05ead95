package org.pitchwright.recommendation.relations;

import org.jspecify.annotations.Nullable;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.ProblemKind;
import org.pitchwright.sql.Database;

/** Lets one change of the graph follow the other, so that each sees what those before it made. */
final class RevisionLock {
  static final int MAX_NOTE = 500;

  private RevisionLock() {}

  /** Waits until no other transaction changes the graph, and keeps others waiting. */
  static void take(Database database) {
    database.first("SELECT revision FROM relation_revision FOR UPDATE", row -> true);
  }

  /**
   * Refuses a change of something else than the caller has seen.
   *
   * @param expected the version that the caller has seen; null for any, 0 for none
   * @param actual the present version, 0 for none
   */
  static void check(@Nullable Long expected, long actual, String what) {
    if (expected != null && expected != actual) {
      throw new ProblemException(
          ProblemKind.PRECONDITION_FAILED,
          actual == 0
              ? "There is no " + what + " yet"
              : "The " + what + " has version " + actual + ", not " + expected + "; read it again");
    }
  }

  /** Refuses a note that is too long, or that the database cannot keep. */
  static void checkNote(@Nullable String note) {
    if (note != null && (note.length() > MAX_NOTE || note.indexOf('\0') >= 0)) {
      throw ProblemException.invalid("/note", "note must have at most " + MAX_NOTE + " characters");
    }
  }
}

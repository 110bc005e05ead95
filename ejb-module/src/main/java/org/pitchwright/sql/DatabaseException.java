package org.pitchwright.sql;

import java.sql.SQLException;
import java.util.Optional;
import org.pitchwright.problem.Causes;

/** The database refused a statement or could not be reached. */
public class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final String UNIQUE_VIOLATION = "23505";

  private final String state;

  public DatabaseException(SQLException cause) {
    super(cause.getMessage(), cause);
    state = cause.getSQLState() == null ? "08000" : cause.getSQLState();
  }

  /** What the database said, where it stands behind another exception. */
  public static Optional<DatabaseException> behind(Throwable thrown) {
    return Causes.of(thrown)
        .filter(SQLException.class::isInstance)
        .map(cause -> new DatabaseException((SQLException) cause))
        .findFirst();
  }

  /** Whether a row with the same key is there already. */
  public boolean uniqueViolation() {
    return state.equals(UNIQUE_VIOLATION);
  }

  /** SQLSTATE, five characters. */
  public String state() {
    return state;
  }

  /** Whether trying again later may help: SQLSTATE classes 08 (connection), 53, 57 and 40. */
  public boolean transientFault() {
    return state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57")
        || state.startsWith("40");
  }
}

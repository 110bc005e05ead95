package org.pitchwright.sql;

import java.sql.SQLException;

/** The database refused a statement or could not be reached. */
public class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String state;

  public DatabaseException(SQLException cause) {
    super(cause.getMessage(), cause);
    state = cause.getSQLState() == null ? "08000" : cause.getSQLState();
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

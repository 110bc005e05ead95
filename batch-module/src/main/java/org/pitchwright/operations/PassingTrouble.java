package org.pitchwright.operations;

import jakarta.resource.ResourceException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javax.transaction.xa.XAException;
import org.jspecify.annotations.Nullable;

/** Failures that pass by themselves: to try again is all that is needed. */
final class PassingTrouble {
  /**
   * SQLSTATE classes and codes of PostgreSQL (Appendix A of its manual): no connection, no
   * resources, the server goes down or comes up, a deadlock, a serialization failure.
   */
  private static final List<String> STATES = List.of("08", "53", "57P", "40001", "40P01");

  private PassingTrouble() {}

  static boolean is(Throwable failure) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    @Nullable Throwable current = failure;
    while (current != null && seen.add(current)) {
      if (passes(current)) {
        return true;
      }
      current = current.getCause();
    }
    return false;
  }

  private static boolean passes(Throwable failure) {
    if (failure instanceof SQLException sql) {
      @Nullable String state = sql.getSQLState();
      return sql instanceof SQLTransientException
          || (state != null && STATES.stream().anyMatch(state::startsWith));
    }
    // The last two are what the server's pool says of a connection that broke while it was in use.
    return failure instanceof ConnectException
        || failure instanceof ResourceException
        || failure instanceof XAException;
  }
}

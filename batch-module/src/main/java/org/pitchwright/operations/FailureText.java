package org.pitchwright.operations;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a person who is woken at night needs to know about a failure, in one or two sentences. */
final class FailureText {
  private static final int MAX_LENGTH = 2_000;

  private FailureText() {}

  static String of(Throwable failure) {
    Throwable root = root(failure);
    String text = describe(root) + advice(root);
    return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
  }

  private static String describe(Throwable root) {
    @Nullable String message = root.getMessage();
    if (root instanceof JobFailure && message != null) {
      return message;
    }
    return message == null || message.isBlank()
        ? root.getClass().getSimpleName()
        : root.getClass().getSimpleName() + ": " + message;
  }

  private static String advice(Throwable root) {
    if (root instanceof JobFailure) {
      return "";
    }
    if (root instanceof SQLException sql && databaseAway(sql)) {
      return ". The database could not be reached or refused the work; once it is back, restart the"
          + " execution: it goes on from its checkpoint.";
    }
    if (root instanceof OutOfMemoryError) {
      return ". Give the server more memory (-Xmx), then restart the execution.";
    }
    return ". The server log has the details; when the cause is mended, restart the execution: it"
        + " goes on from its checkpoint.";
  }

  private static boolean databaseAway(SQLException sql) {
    @Nullable String state = sql.getSQLState();
    return state != null
        && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57"));
  }

  private static Throwable root(Throwable failure) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Throwable current = failure;
    while (!(current instanceof JobFailure) && seen.add(current)) {
      @Nullable Throwable cause = current.getCause();
      if (cause == null) {
        return current;
      }
      current = cause;
    }
    return current;
  }
}

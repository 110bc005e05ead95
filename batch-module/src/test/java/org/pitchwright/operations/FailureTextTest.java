package org.pitchwright.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FailureTextTest {
  @Test
  void saysWhatAJobSaysOfItself() {
    RuntimeException wrapped =
        new IllegalStateException(new JobFailure("There is too little to learn from."));

    assertThat(FailureText.of(wrapped)).isEqualTo("There is too little to learn from.");
  }

  @Test
  void tellsThatTheDatabaseWasAway() {
    String text =
        FailureText.of(new RuntimeException(new SQLException("connection refused", "08001")));

    assertThat(text).contains("connection refused").contains("restart the execution");
  }

  @Test
  void namesTheRootCauseAndWhereToLook() {
    String text =
        FailureText.of(new RuntimeException("outer", new IllegalArgumentException("inner")));

    assertThat(text).startsWith("IllegalArgumentException: inner").contains("server log");
  }
}

package org.pitchwright.operations;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.resource.spi.ResourceAllocationException;
import java.net.ConnectException;
import java.sql.SQLException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassingTroubleTest {
  @ParameterizedTest
  @ValueSource(strings = {"08001", "08006", "53300", "57P01", "57P03", "40P01", "40001"})
  void aDatabaseThatIsAwayOrBusyComesBack(String state) {
    assertThat(PassingTrouble.is(new RuntimeException(new SQLException("x", state)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "42601", "22P02", "57014"})
  void aStatementThatIsWrongStaysWrong(String state) {
    assertThat(PassingTrouble.is(new RuntimeException(new SQLException("x", state)))).isFalse();
  }

  @Test
  void aConnectionThatBrokeInTheServersPoolIsReplaced() {
    Exception enlisting = new XAException("This connection has been closed.");
    Exception allocating = new ResourceAllocationException("x");

    assertThat(PassingTrouble.is(new RuntimeException(enlisting))).isTrue();
    assertThat(PassingTrouble.is(new SQLException("no connection", allocating))).isTrue();
  }

  @Test
  void looksThroughAllCauses() {
    Exception pool =
        new SQLException("no connection", new IllegalStateException(new ConnectException("x")));

    assertThat(PassingTrouble.is(new RuntimeException(pool))).isTrue();
    assertThat(PassingTrouble.is(new JobFailure("too little"))).isFalse();
  }
}

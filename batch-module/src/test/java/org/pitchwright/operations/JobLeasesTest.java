package org.pitchwright.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pitchwright.sql.Database;
import org.pitchwright.testing.TestDatabase;

class JobLeasesTest {
  private static final String JOB = "cleanse-behavior";

  @TempDir private Path folder;

  private final Database database = new Database(TestDatabase.migrated());
  private NodeIdentity one;
  private NodeIdentity other;
  private JobLeases here;
  private JobLeases there;

  @BeforeEach
  void twoNodes() {
    one = new NodeIdentity(folder.resolve("one"));
    other = new NodeIdentity(folder.resolve("other"));
    here = new JobLeases(database, one);
    there = new JobLeases(database, other);
  }

  @AfterEach
  void release() {
    one.release();
    other.release();
  }

  @Test
  void oneOfTwoNodesGetsALease() {
    assertThat(here.acquire(JOB)).isTrue();
    assertThat(there.acquire(JOB)).isFalse();
    assertThat(here.acquire(JOB)).as("a second execution on the same node").isFalse();
    assertThat(there.holder(JOB)).contains(one.holder());
  }

  @Test
  void aLeaseThatIsGivenBackIsFree() {
    here.acquire(JOB);

    here.release(JOB);

    assertThat(there.holder(JOB)).isEmpty();
    assertThat(there.acquire(JOB)).isTrue();
  }

  @Test
  void nobodyGivesBackTheLeaseOfAnother() {
    here.acquire(JOB);

    there.release(JOB);

    assertThat(there.acquire(JOB)).isFalse();
  }

  @Test
  void aLeaseThatIsNotRenewedRunsOut() {
    here.acquire(JOB);
    runOut();

    assertThat(there.acquire(JOB)).isTrue();
    assertThat(here.renew(Set.of(JOB))).containsExactly(JOB);
    assertThatThrownBy(() -> here.confirm(JOB))
        .isInstanceOf(LeaseLostException.class)
        .hasMessageContaining(JOB);
  }

  @Test
  void aLeaseThatRanOutAndNobodyTookIsRenewed() {
    here.acquire(JOB);
    runOut();

    assertThat(here.renew(Set.of(JOB))).isEmpty();
    assertThatCode(() -> here.confirm(JOB)).doesNotThrowAnyException();
    assertThat(there.acquire(JOB)).isFalse();
  }

  @Test
  void aNodeThatCameBackTakesTheLeaseOfItsFormerSelfAtOnce() {
    here.acquire(JOB);
    one.release();
    one = new NodeIdentity(folder.resolve("one"));

    assertThat(new JobLeases(database, one).acquire(JOB)).isTrue();
    assertThat(here.renew(Set.of(JOB))).containsExactly(JOB);
  }

  @Test
  void twoServersOnOneDataDirectoryAreTwoNodes() {
    NodeIdentity second = new NodeIdentity(folder.resolve("one"));

    assertThat(second.name()).isNotEqualTo(one.name());
    second.release();
  }

  @Test
  void aNodeKeepsItsName() {
    String name = one.name();
    String holder = one.holder();
    one.release();

    one = new NodeIdentity(folder.resolve("one"));

    assertThat(one.name()).isEqualTo(name);
    assertThat(one.holder()).isNotEqualTo(holder).startsWith(name + "/");
  }

  private void runOut() {
    database.update("UPDATE job_lease SET expires_at = now() - interval '1 second'");
  }
}

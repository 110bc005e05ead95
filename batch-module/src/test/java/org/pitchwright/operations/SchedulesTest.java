package org.pitchwright.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pitchwright.sql.Database;
import org.pitchwright.testing.TestDatabase;

class SchedulesTest {
  private static final String JOB = "cleanse-behavior";

  private final Database database = new Database(TestDatabase.migrated());
  private final Schedules here = new Schedules(database, Clock.systemUTC());
  private final Schedules there = new Schedules(database, Clock.systemUTC());

  @BeforeEach
  void everyMinuteAndOverdue() {
    database.update(
        "UPDATE job_schedule SET cron = '* * * * *', enabled = true,"
            + " next_fire_at = now() - interval '3 hours' WHERE job = ?",
        JOB);
  }

  @Test
  void ofTwoNodesThatSeeADueScheduleOneMayStartTheJob() {
    JobSchedule seenHere = here.due().get(0);
    JobSchedule seenThere = there.due().get(0);

    assertThat(here.claim(seenHere)).isTrue();
    assertThat(there.claim(seenThere)).isFalse();
  }

  @Test
  void timesThatPassedWhileNoServerWasUpCountAsOne() {
    here.claim(here.due().get(0));

    assertThat(here.due()).isEmpty();
    assertThat(here.find(JOB).orElseThrow().nextFireAt()).isAfter(OffsetDateTime.now());
    assertThat(here.find(JOB).orElseThrow().lastFireAt())
        .isAfter(OffsetDateTime.now().minusMinutes(1));
  }

  @Test
  void aScheduleThatIsOffIsNotDue() {
    database.update("UPDATE job_schedule SET enabled = false");

    assertThat(here.due()).isEmpty();
  }

  @Test
  void aScheduleThatWasChangedInTheMeantimeIsNotClaimed() {
    JobSchedule seen = here.due().get(0);
    database.update("UPDATE job_schedule SET version = version + 1");

    assertThat(here.claim(seen)).isFalse();
  }

  @Test
  void aScheduleThatWasJustSwitchedOnWaitsForItsFirstTime() {
    database.update("UPDATE job_schedule SET next_fire_at = NULL WHERE job = ?", JOB);

    assertThat(here.claim(here.due().get(0))).isFalse();
    assertThat(here.find(JOB).orElseThrow().nextFireAt()).isNotNull();
  }
}

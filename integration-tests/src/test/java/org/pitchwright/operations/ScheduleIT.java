package org.pitchwright.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pitchwright.testing.BatchClient;
import org.pitchwright.testing.RunningServer;
import org.pitchwright.testing.ServerDatabase;

class ScheduleIT {
  private static final String JOB = "cleanse-behavior";

  private final BatchClient server = BatchClient.of(RunningServer.current());
  private final ServerDatabase database = ServerDatabase.of(RunningServer.current());

  @AfterEach
  void switchOff() {
    database.execute("UPDATE job_schedule SET enabled = false, next_fire_at = NULL");
  }

  @Test
  void startsAJobOnceWhenItsTimeHasCome() throws InterruptedException {
    long before = server.await(server.start(JOB, Map.of())).path("id").asLong();
    database.execute(
        "UPDATE job_schedule SET cron = '0 0 1 1 *', enabled = true, next_fire_at = now(),"
            + " parameters = '{\"partitions\": \"3\"}' WHERE job = '"
            + JOB
            + "'");

    JsonNode execution = server.await(server.awaitNewer(JOB, before));

    assertThat(execution.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(execution.path("startedBy").asText()).isEqualTo("schedule");
    assertThat(execution.path("parameters").path("partitions").asText()).isEqualTo("3");
    Thread.sleep(4_000); // Longer than a node waits between two looks at the schedules.
    assertThat(
            database.number(
                "SELECT count(*) FROM job_run WHERE started_by = 'schedule' AND execution_id > "
                    + before))
        .isEqualTo(1);
    assertThat(
            database.number(
                "SELECT count(*) FROM job_schedule WHERE enabled AND next_fire_at > now()"))
        .isEqualTo(1);
  }
}

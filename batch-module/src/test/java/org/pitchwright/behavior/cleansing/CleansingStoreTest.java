package org.pitchwright.behavior.cleansing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pitchwright.behavior.EventDraft;
import org.pitchwright.behavior.EventType;
import org.pitchwright.behavior.EventWriter;
import org.pitchwright.behavior.cleansing.CleansingRules.Thresholds;
import org.pitchwright.sql.Database;
import org.pitchwright.testing.TestDatabase;

/** Cleansing on a real PostgreSQL, chunk by chunk as the job does it. */
class CleansingStoreTest {
  private static final int PARTITIONS = 3;
  private static final Instant NOON = Instant.now().minus(Duration.ofDays(2));

  private final Database database = new Database(TestDatabase.migrated());
  private final CleansingStore store = new CleansingStore(database);
  private final CleansingRules rules =
      new CleansingRules(
          new Thresholds(
              1,
              5,
              Thresholds.window(Duration.ofSeconds(5)),
              Duration.ofSeconds(300),
              Instant.parse("2000-01-01T00:00:00Z"),
              60,
              5_000));
  private int events;

  @BeforeEach
  void oneItem() {
    database.update("INSERT INTO item (item_id, title) VALUES ('cup', 'Cup')");
  }

  @Test
  void everyWaitingEventGetsExactlyOneVerdict() {
    for (int customer = 0; customer < 40; customer++) {
      write("c-" + customer, null, "cup", NOON);
      write("c-" + customer, null, "cup", NOON.plusSeconds(1));
      write("c-" + customer, null, "bowl", NOON);
    }
    write(null, "s-1", "cup", NOON);

    CleansingStore.Task task = run(1);

    assertThat(task.waiting()).isEqualTo(121);
    assertThat(verdicts())
        .isEqualTo(Map.of("accepted", 41L, "NEAR_DUPLICATE", 40L, "UNKNOWN_ITEM", 40L));
    CleansingCounts counts = CleansingCounts.NONE;
    for (int partition = 0; partition < PARTITIONS; partition++) {
      counts = counts.plus(store.counts(1, partition));
    }
    assertThat(counts.accepted() + counts.rejected()).isEqualTo(task.waiting());
    assertThat(store.waiting(1)).isZero();
  }

  @Test
  void aSecondRunFindsNothingToDo() {
    write("anna", null, "cup", NOON);
    run(1);

    assertThat(run(2).waiting()).isZero();
    assertThat(verdicts()).isEqualTo(Map.of("accepted", 1L));
  }

  @Test
  void aRunThatIsCollectedTwiceKnowsItsTask() {
    write("anna", null, "cup", NOON);
    CleansingStore.Task first = store.collect(1, PARTITIONS);
    write("ben", null, "cup", NOON);

    assertThat(store.collect(1, PARTITIONS)).isEqualTo(first);
    assertThat(store.waiting(1)).isEqualTo(1);
  }

  @Test
  void aRunThatWasInterruptedGoesOnWithWhatIsStillOnItsList() {
    for (int customer = 0; customer < 20; customer++) {
      write("c-" + customer, null, "cup", NOON);
    }
    CleansingStore.Task task = store.collect(1, 1);
    judge(1, 0, store.next(1, 0, "", 7, task.lastEvent()));

    List<SubjectEvents> rest = store.next(1, 0, "", 100, task.lastEvent());
    judge(1, 0, rest);

    assertThat(rest).hasSize(13);
    assertThat(store.counts(1, 0).accepted()).isEqualTo(20);
    assertThat(verdicts()).isEqualTo(Map.of("accepted", 20L));
  }

  @Test
  void anEventIsJudgedAgainOnceItsItemIsKnown() {
    write("anna", null, "bowl", NOON);
    run(1);
    assertThat(verdicts()).isEqualTo(Map.of("UNKNOWN_ITEM", 1L));

    database.update("INSERT INTO item (item_id, title) VALUES ('bowl', 'Bowl')");
    run(2);

    assertThat(verdicts()).isEqualTo(Map.of("accepted", 1L));
  }

  @Test
  void whatComesInLaterIsJudgedBesideWhatWasAcceptedBefore() {
    write("anna", null, "cup", NOON);
    run(1);
    write("anna", null, "cup", NOON.plusSeconds(2));
    write("anna", null, "cup", NOON.minusSeconds(2));

    run(2);

    assertThat(verdicts()).isEqualTo(Map.of("accepted", 1L, "NEAR_DUPLICATE", 2L));
  }

  @Test
  void aCustomerIsNotTakenForASessionOfTheSameName() {
    write("same", null, "cup", NOON);
    write("session:same", null, "cup", NOON.plusSeconds(1));
    write(null, "same", "cup", NOON.plusSeconds(2));

    run(1);

    assertThat(verdicts()).isEqualTo(Map.of("accepted", 3L));
    assertThat(
            database.list("SELECT subject FROM cleansed_event ORDER BY 1", row -> row.getString(1)))
        .containsExactlyInAnyOrder("same", "session:same", " session:same");
  }

  private CleansingStore.Task run(long instance) {
    CleansingStore.Task task = store.collect(instance, PARTITIONS);
    for (int partition = 0; partition < PARTITIONS; partition++) {
      String last = "";
      List<SubjectEvents> chunk = store.next(instance, partition, last, 5, task.lastEvent());
      while (!chunk.isEmpty()) {
        judge(instance, partition, chunk);
        last = chunk.get(chunk.size() - 1).subject();
        chunk = store.next(instance, partition, last, 5, task.lastEvent());
      }
    }
    return task;
  }

  private void judge(long instance, int partition, List<SubjectEvents> chunk) {
    List<SubjectVerdicts> verdicts = new ArrayList<>();
    for (SubjectEvents subject : chunk) {
      verdicts.add(new SubjectVerdicts(subject.subject(), rules.judge(subject.events())));
    }
    store.keep(instance, 100 + instance, partition, verdicts);
  }

  private Map<String, Long> verdicts() {
    Map<String, Long> verdicts = new TreeMap<>();
    database.list(
        "SELECT 'accepted', count(*) FROM cleansed_event HAVING count(*) > 0"
            + " UNION ALL SELECT reason, count(*) FROM event_rejection GROUP BY 1",
        row -> verdicts.put(row.getString(1), row.getLong(2)));
    return verdicts;
  }

  private void write(@Nullable String customer, @Nullable String session, String item, Instant at) {
    EventDraft draft =
        new EventDraft(
            "e-" + events++,
            EventType.VIEW,
            customer,
            item,
            OffsetDateTime.ofInstant(at, ZoneOffset.UTC),
            null,
            null,
            null,
            null,
            null,
            session,
            null,
            null,
            null);
    database.run(
        connection -> {
          connection.setAutoCommit(false);
          EventWriter.write(connection, List.of(draft));
          connection.commit();
        });
  }
}

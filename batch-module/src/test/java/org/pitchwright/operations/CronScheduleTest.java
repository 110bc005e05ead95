package org.pitchwright.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pitchwright.problem.ProblemException;

class CronScheduleTest {
  @ParameterizedTest
  @CsvSource({
    "30 2 * * *,    UTC,             2026-03-10T02:29:59Z, 2026-03-10T02:30:00Z",
    "30 2 * * *,    UTC,             2026-03-10T02:30:00Z, 2026-03-11T02:30:00Z",
    "30 2 * * *,    Asia/Shanghai,   2026-03-10T02:30:00Z, 2026-03-10T18:30:00Z",
    "*/15 * * * *,  UTC,             2026-03-10T02:31:00Z, 2026-03-10T02:45:00Z",
    "0 9 * * 1-5,   Europe/Berlin,   2026-03-13T12:00:00Z, 2026-03-16T08:00:00Z",
    "0 0 1 * *,     UTC,             2026-12-15T00:00:00Z, 2027-01-01T00:00:00Z",
    "0 0 29 2 *,    UTC,             2026-03-01T00:00:00Z, 2028-02-29T00:00:00Z"
  })
  void isDueByTheWallClockOfItsZone(
      String cron, String zone, OffsetDateTime after, OffsetDateTime due) {
    assertThat(next(cron, zone, after)).isEqualTo(due);
  }

  @Test
  void aTimeThatTheClockLeavesOutIsTakenRightAfterIt() {
    // On 29 March 2026 the clocks of Berlin go from 02:00 to 03:00.
    OffsetDateTime first = next("30 2 * * *", "Europe/Berlin", time("2026-03-28T12:00:00Z"));

    assertThat(first).isEqualTo(time("2026-03-29T01:00:00Z"));
    assertThat(next("30 2 * * *", "Europe/Berlin", first)).isEqualTo(time("2026-03-30T00:30:00Z"));
  }

  @Test
  void aTimeThatComesTwiceCountsOnce() {
    // On 25 October 2026 the clocks of Berlin go from 03:00 back to 02:00.
    List<OffsetDateTime> times =
        preview("30 2 * * *", "Europe/Berlin", time("2026-10-24T12:00:00Z"), 2);

    assertThat(times).hasSize(2);
    assertThat(times.get(0)).isIn(time("2026-10-25T00:30:00Z"), time("2026-10-25T01:30:00Z"));
    assertThat(times.get(1)).isEqualTo(time("2026-10-26T01:30:00Z"));
  }

  @Test
  void everyHourIsEveryHourWhateverTheClockDoes() {
    List<OffsetDateTime> times =
        preview("0 * * * *", "Europe/Berlin", time("2026-03-28T23:30:00Z"), 4);

    assertThat(times)
        .containsExactly(
            time("2026-03-29T00:00:00Z"),
            time("2026-03-29T01:00:00Z"),
            time("2026-03-29T02:00:00Z"),
            time("2026-03-29T03:00:00Z"));
  }

  @Test
  void aDayThatNeverComesIsNeverDue() {
    assertThat(CronSchedule.of("0 0 30 2 *", "UTC").next(time("2026-01-01T00:00:00Z"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"61 * * * *", "* * * *", "every day", "* * * * * *", "0 0 32 1 *"})
  void refusesWhatIsNoExpressionAndShowsOne(String cron) {
    assertThatThrownBy(() -> CronSchedule.of(cron, "UTC"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("30 2 * * *");
  }

  @Test
  void refusesATimeZoneThatDoesNotExist() {
    assertThatThrownBy(() -> CronSchedule.of("0 0 * * *", "Europe/Atlantis"))
        .hasMessageContaining("Asia/Shanghai");
  }

  private static OffsetDateTime next(String cron, String zone, OffsetDateTime after) {
    return CronSchedule.of(cron, zone)
        .next(after)
        .orElseThrow()
        .withOffsetSameInstant(java.time.ZoneOffset.UTC);
  }

  private static List<OffsetDateTime> preview(
      String cron, String zone, OffsetDateTime after, int count) {
    return CronSchedule.of(cron, zone).preview(after, count).stream()
        .map(time -> time.withOffsetSameInstant(java.time.ZoneOffset.UTC))
        .toList();
  }

  private static OffsetDateTime time(String text) {
    return OffsetDateTime.parse(text);
  }
}

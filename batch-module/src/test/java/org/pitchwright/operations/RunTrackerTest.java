package org.pitchwright.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;

class RunTrackerTest {
  private final RunTracker tracker = new RunTracker(Clock.systemUTC());

  @Test
  void countsWhatAStepGetsThrough() {
    tracker.stepStarted("import");
    tracker.measure(100, 1_000, "bytes");
    tracker.advance(50);
    tracker.say("file.csv");

    assertThat(tracker.progress())
        .isEqualTo(new JobExecution.Progress(150, 1_000, "bytes", "file.csv"));
  }

  @Test
  void whatAnEarlierStepReachedStaysUntilTheNextOneMeasures() {
    tracker.stepStarted("collect");
    tracker.measure(0, 80, "events");
    tracker.stepFinished("collect", JobStatus.COMPLETED);

    tracker.stepStarted("cleanse");

    assertThat(tracker.progress().total()).isEqualTo(80);
  }

  @Test
  void neverGoesBackNorBeyondTheEnd() {
    tracker.stepStarted("cleanse");
    tracker.measure(60, 100, "events");
    tracker.measure(30, 100, "events");
    assertThat(tracker.progress().done()).isEqualTo(60);

    tracker.advance(70);

    assertThat(tracker.progress().done()).isEqualTo(100);
  }

  @Test
  void neverShowsASmallerShareThoughSomethingElseIsCounted() {
    tracker.stepStarted("train");
    tracker.measure(50, 100, "percent");

    tracker.measure(10, 1_000, "rows");

    assertThat(tracker.progress()).isEqualTo(new JobExecution.Progress(500, 1_000, "rows", ""));
  }

  @Test
  void keepsTheFirstFailureBecauseTheOthersFollowFromIt() {
    IllegalStateException first = new IllegalStateException("first");

    tracker.fail(first);
    tracker.fail(new IllegalStateException("second"));

    assertThat(tracker.failure()).isSameAs(first);
  }

  @Test
  void remembersHowEachStepEnded() {
    tracker.stepStarted("a");
    tracker.measure(3, 9, "rows");
    tracker.stepFinished("a", JobStatus.COMPLETED);
    tracker.stepStarted("b");

    assertThat(tracker.steps()).extracting(JobStep::name).containsExactly("a", "b");
    assertThat(tracker.steps().get(0).done()).isEqualTo(3);
    assertThat(tracker.steps().get(0).finishedAt()).isNotNull();
    assertThat(tracker.steps().get(1).status()).isEqualTo(JobStatus.STARTED);
  }
}

package org.pitchwright.recommendation.jobs;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.Batchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pitchwright.model.ModelVersion;
import org.pitchwright.operations.JobFailure;
import org.pitchwright.operations.JobProgress;
import org.pitchwright.operations.Jobs;
import org.pitchwright.recommendation.dataset.DatasetReader;
import org.pitchwright.recommendation.dataset.TrainingDataset;

/** Measures a candidate beside the champion and popularity, and promotes it where it is better. */
@Named("recommenderEvaluate")
@Dependent
public class EvaluateStep implements Batchlet {
  @Inject @BatchProperty private @Nullable String version;
  @Inject @BatchProperty private String margin;
  @Inject @BatchProperty private String cases;
  @Inject @BatchProperty private String promote;
  @Inject private JobContext job;
  @Inject private Jobs jobs;
  @Inject private JobProgress progress;
  @Inject private DatasetExport export;
  @Inject private WorkFolder work;
  @Inject private Contest contest;
  @Inject private PromotionGate gate;

  private volatile boolean stopped;

  @Override
  public String process() throws IOException {
    Optional<ModelVersion> candidate = gate.candidate(number(version));
    if (candidate.isEmpty()) {
      progress.say(job.getExecutionId(), "There is no candidate to evaluate");
      return "COMPLETED";
    }
    progress.say(job.getExecutionId(), "Reading held-out events");
    Path folder = work.of(job.getInstanceId());
    try {
      List<String> languages = export.write(folder, Map.of()).languages();
      TrainingDataset dataset = DatasetReader.read(folder);
      Contest.Score score =
          contest.hold(
              new Contest.Held(dataset, languages),
              candidate.get(),
              Integer.parseInt(cases),
              (done, of, what) -> show(done, of, what));
      if (stopped) {
        return "STOPPED";
      }
      String by = jobs.execution(job.getExecutionId()).startedBy();
      String decision =
          gate.decide(
              candidate.get(),
              score,
              new PromotionGate.Terms(Double.parseDouble(margin), Boolean.parseBoolean(promote)),
              by);
      progress.measure(job.getExecutionId(), score.cases(), score.cases(), "cases");
      progress.say(job.getExecutionId(), decision);
      return "COMPLETED";
    } finally {
      work.discard(job.getInstanceId());
    }
  }

  private void show(int done, int of, String what) {
    if (stopped) {
      throw new JobFailure("The evaluation was stopped before " + what);
    }
    progress.measure(job.getExecutionId(), done, of, "models");
    progress.say(job.getExecutionId(), what);
  }

  private static @Nullable Integer number(@Nullable String text) {
    return text == null || text.isEmpty() ? null : Integer.valueOf(text);
  }

  @Override
  public void stop() {
    stopped = true;
  }
}

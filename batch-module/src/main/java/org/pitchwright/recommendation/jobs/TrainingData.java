package org.pitchwright.recommendation.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pitchwright.operations.JobFailure;
import org.pitchwright.operations.JobProgress;
import org.pitchwright.operations.Jobs;

/** The data set of a training, made once for an instance and again on a node that lacks it. */
@ApplicationScoped
public class TrainingData {
  private static final String DATASET = "dataset";
  private static final String COMPLETE = "complete";

  @Inject private WorkFolder work;
  @Inject private DatasetExport export;
  @Inject private Jobs jobs;
  @Inject private JobProgress progress;

  /**
   * The folder of the data set.
   *
   * @throws JobFailure if there are too few customers to learn from
   */
  Path prepare(long executionId, long instanceId) throws IOException {
    Path folder = work.of(instanceId).resolve(DATASET);
    Path marker = work.of(instanceId).resolve(COMPLETE);
    if (Files.exists(marker)) {
      return folder;
    }
    progress.say(executionId, "Reading cleansed events and the catalogue");
    Map<String, String> parameters = jobs.execution(executionId).parameters();
    DatasetExport.Export written = export.write(folder, settings(parameters));
    int minimum = Integer.parseInt(parameters.getOrDefault("minimumCustomers", "50"));
    if (written.cases() < minimum) {
      throw new JobFailure(
          "There is too little to learn from: "
              + written.cases()
              + " customers have shown interest in three or more items, "
              + minimum
              + " are needed. Import more behaviour, run cleanse-behavior, then train again.");
    }
    Files.writeString(marker, written.summary().fingerprint());
    progress.measure(
        executionId, written.summary().events(), written.summary().events(), "interactions");
    progress.say(
        executionId,
        written.summary().events()
            + " interactions of "
            + written.summary().customers()
            + " customers with "
            + written.summary().items()
            + " items");
    return folder;
  }

  private static Map<String, Object> settings(Map<String, String> parameters) {
    Map<String, Object> settings = new LinkedHashMap<>();
    for (String name : new String[] {"seed", "epochs"}) {
      @Nullable String value = parameters.get(name);
      if (value != null) {
        settings.put(name, Long.valueOf(value));
      }
    }
    return settings;
  }
}

package org.pitchwright.recommendation.jobs;

import jakarta.batch.api.Batchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pitchwright.model.ModelRegistry;
import org.pitchwright.model.ModelVersion;
import org.pitchwright.operations.JobProgress;
import org.pitchwright.operations.Jobs;
import org.pitchwright.recommendation.artifact.ModelArtifact;
import org.pitchwright.recommendation.trainer.TrainerProcess;

/**
 * Gives the model in service the items that came after its training, placed by their texts, and
 * lets the larger model serve.
 */
@Named("recommenderAddItems")
@Dependent
public class AddItemsStep implements Batchlet {
  private static final String NEWCOMERS = "newcomers";
  private static final String MODEL = "model";
  private static final String LARGER = "larger";

  @Inject private JobContext job;
  @Inject private Jobs jobs;
  @Inject private JobProgress progress;
  @Inject private ModelRegistry registry;
  @Inject private NewItems newItems;
  @Inject private ExtendedModel extended;
  @Inject private WorkFolder work;
  @Inject private TrainerRun trainer;

  @Override
  public String process() throws IOException, InterruptedException {
    @Nullable ModelVersion champion = registry.champion(ModelRegistry.RECOMMENDER).orElse(null);
    if (champion == null) {
      progress.say(job.getExecutionId(), "No model serves yet");
      return "COMPLETED";
    }
    work.discard(job.getInstanceId());
    try {
      return extend(champion);
    } finally {
      work.discard(job.getInstanceId());
    }
  }

  private String extend(ModelVersion champion) throws IOException, InterruptedException {
    long execution = job.getExecutionId();
    Path folder = work.of(job.getInstanceId());
    ModelArtifact model = new ModelArtifact(registry.artifact(champion.name(), champion.version()));
    int count = newItems.write(folder.resolve(NEWCOMERS), champion, Set.copyOf(model.itemIds()));
    progress.measure(execution, 0, count, "items");
    if (count == 0) {
      progress.say(execution, "The model knows every active item with a text");
      return "COMPLETED";
    }
    if (model.textSpace().isEmpty()) {
      progress.say(execution, "The model was trained without texts; train it again to add items");
      return "COMPLETED";
    }
    model.write(folder.resolve(MODEL));
    boolean done =
        trainer.run(
            execution,
            "it begins anew",
            (home, listener) ->
                TrainerProcess.extend(
                    home,
                    folder.resolve(MODEL),
                    folder.resolve(NEWCOMERS),
                    folder.resolve(LARGER),
                    listener));
    if (!done) {
      return "STOPPED";
    }
    String by = jobs.execution(execution).startedBy();
    progress.say(
        execution,
        extended.install(
            champion, ModelArtifact.read(folder.resolve(LARGER)), count, execution, by));
    progress.measure(execution, count, count, "items");
    return "COMPLETED";
  }

  @Override
  public void stop() {
    trainer.stop();
  }
}

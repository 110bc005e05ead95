package org.pitchwright.recommendation.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.pitchwright.model.ModelRegistry;
import org.pitchwright.model.ModelVersion.NewModel;
import org.pitchwright.operations.JobCheckpoints;
import org.pitchwright.recommendation.ModelCard;
import org.pitchwright.recommendation.artifact.ModelArtifact;

/** Registers the model of a training exactly once, however often its last step is repeated. */
@ApplicationScoped
public class CandidateRegistration {
  private static final String STEP = "register";

  @Inject private ModelRegistry registry;
  @Inject private JobCheckpoints checkpoints;

  private record Registered(int version) {}

  /** The version under which the model of this instance is registered. */
  @Transactional
  public int register(
      long instanceId, long executionId, String by, Supplier<ModelArtifact> trained) {
    Optional<Registered> done = checkpoints.load(instanceId, STEP, 0, Registered.class);
    if (done.isPresent()) {
      return done.get().version();
    }
    ModelArtifact artifact = trained.get();
    ModelCard card = artifact.card();
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.putAll(card.metrics().getOrDefault("test", Map.of()));
    metrics.putAll(card.metrics());
    NewModel model =
        new NewModel(metrics, parameters(card), card.dataFingerprint(), executionId, by);
    int version = registry.register(ModelRegistry.RECOMMENDER, model, artifact.blobs()).version();
    checkpoints.save(instanceId, STEP, 0, new Registered(version));
    return version;
  }

  private static Map<String, Object> parameters(ModelCard card) {
    Map<String, Object> parameters = new LinkedHashMap<>(card.hyperparameters());
    parameters.put("seed", card.seed());
    parameters.put("items", card.items());
    parameters.put("trainingSeconds", card.trainingSeconds());
    parameters.put("peakMemoryMiB", card.peakMemoryMiB());
    parameters.put("libraries", card.libraries());
    return parameters;
  }
}

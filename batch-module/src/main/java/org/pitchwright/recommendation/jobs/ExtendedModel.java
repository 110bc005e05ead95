package org.pitchwright.recommendation.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.pitchwright.model.ModelRegistry;
import org.pitchwright.model.ModelVersion;
import org.pitchwright.recommendation.artifact.ModelArtifact;

/** Lets a model with more items take the place of the one that it was made from. */
@ApplicationScoped
public class ExtendedModel {
  /** Names the version that a version has its learning from. */
  static final String EXTENDS = "extends";

  static final String ADDED = "addedItems";

  @Inject private ModelRegistry registry;

  /**
   * Registers the larger model and lets it serve, unless another one serves by now. Its figures are
   * those of its origin: they were measured on the same learning. An origin that was itself only
   * made larger is archived; the trained one stays, to go back to.
   *
   * @return what was done, for people
   */
  @Transactional
  public String install(
      ModelVersion origin, ModelArtifact larger, int count, long executionId, String by) {
    String name = origin.name();
    if (registry.championVersion(name) != origin.version()) {
      return "Another version serves meanwhile; the next run adds the items to it";
    }
    Map<String, Object> parameters = new LinkedHashMap<>(origin.parameters());
    parameters.put("items", larger.card().items());
    parameters.put(EXTENDS, origin.version());
    parameters.put(ADDED, count);
    ModelVersion.NewModel model =
        new ModelVersion.NewModel(
            origin.metrics(), parameters, origin.dataFingerprint(), executionId, by);
    int version = registry.register(name, model, larger.blobs()).version();
    String what =
        String.format(
            Locale.ROOT,
            "Version %d is version %d with %d more items",
            version,
            origin.version(),
            count);
    registry.promote(name, version, by, what);
    if (origin.parameters().containsKey(EXTENDS)) {
      registry.archive(name, origin.version(), by, what);
    }
    return what;
  }
}

package org.pitchwright.recommendation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pitchwright.model.ModelRegistry;
import org.pitchwright.model.ModelStage;
import org.pitchwright.model.ModelVersion;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.ProblemKind;

/** Made-up histories, asked of any version of the recommender. Nothing counts as served. */
@ApplicationScoped
public class Playground {
  @EJB private ServingPipeline pipeline;
  @Inject private ModelRegistry registry;

  /**
   * What would be recommended after a history, with the parts of each score.
   *
   * @throws ProblemException if the question is not valid, there is no such version, its files are
   *     gone, or none serves and none is named
   */
  public PlaygroundAnswer ask(PlaygroundQuestion question) {
    question.check();
    Integer version = question.version();
    if (version != null) {
      requireFiles(version);
    }
    return pipeline.tryOut(question);
  }

  /**
   * Refuses a version that cannot be asked.
   *
   * @throws ProblemException if there is none, or its files are gone
   */
  void requireFiles(int version) {
    ModelVersion model =
        registry
            .find(ModelRegistry.RECOMMENDER, version)
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        "model version", ModelRegistry.RECOMMENDER + "/" + version));
    if (model.stage() == ModelStage.ARCHIVED) {
      throw new ProblemException(
          ProblemKind.CONFLICT,
          "Version " + version + " of recommender is archived, its files are gone");
    }
  }
}

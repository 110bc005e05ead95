package org.pitchwright.recommendation.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pitchwright.operations.JobDefinition;
import org.pitchwright.operations.JobExecution;
import org.pitchwright.operations.JobParameter;
import org.pitchwright.operations.JobStatus;
import org.pitchwright.operations.Jobs;
import org.pitchwright.problem.ProblemException;

/** The jobs that make, measure and enlarge the recommender, and learn what goes together. */
@ApplicationScoped
public class RecommenderJobs {
  public static final String TRAIN = "train-recommender";
  public static final String EVALUATE = "evaluate-recommender";
  public static final String ADD_ITEMS = "add-items";
  public static final String LEARN_RELATIONS = "learn-relations";

  private static final Logger LOG = Logger.getLogger(RecommenderJobs.class.getName());
  private static final String THEN_EVALUATE = "evaluate";

  @Inject private Jobs jobs;

  @Produces
  JobDefinition training() {
    return JobDefinition.of(
        TRAIN,
        JobParameter.integer("seed", "42", 0, Integer.MAX_VALUE),
        JobParameter.integer("epochs", null, 1, 10_000),
        JobParameter.integer("minimumCustomers", "50", 1, 1_000_000),
        JobParameter.flag(THEN_EVALUATE, false));
  }

  @Produces
  JobDefinition evaluation() {
    return JobDefinition.of(
        EVALUATE,
        JobParameter.integer("version", null, 1, Integer.MAX_VALUE),
        JobParameter.decimal("margin", "0", "0", "10"),
        JobParameter.integer("cases", "10000", 10, 10_000_000),
        JobParameter.flag("promote", true));
  }

  @Produces
  JobDefinition additionOfItems() {
    return JobDefinition.of(ADD_ITEMS);
  }

  @Produces
  JobDefinition learningOfRelations() {
    return JobDefinition.of(
        LEARN_RELATIONS,
        JobParameter.integer("windowDays", "7", 1, 60),
        JobParameter.integer("days", "365", 1, 3_650),
        JobParameter.integer("minimumCustomers", "3", 2, 1_000_000),
        JobParameter.decimal("minimumLift", "2", "1", "1000000"),
        JobParameter.decimal("minimumLogLikelihood", "10.83", "0", "1000000"),
        JobParameter.integer("perItem", "20", 1, 100));
  }

  /** Where it was asked for, a training is followed by the evaluation of what it made. */
  void evaluateNext(@Observes JobExecution execution) {
    if (execution.job().equals(TRAIN)
        && execution.status() == JobStatus.COMPLETED
        && "true".equals(execution.parameters().get(THEN_EVALUATE))) {
      try {
        jobs.start(EVALUATE, Map.of(), execution.startedBy());
      } catch (ProblemException e) {
        LOG.log(Level.WARNING, "The new model could not be evaluated: {0}", e.getMessage());
      }
    }
  }
}

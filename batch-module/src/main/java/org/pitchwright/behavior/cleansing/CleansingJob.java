package org.pitchwright.behavior.cleansing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.pitchwright.operations.JobDefinition;
import org.pitchwright.operations.JobParameter;

/** The job {@code cleanse-behavior}. */
@ApplicationScoped
public class CleansingJob {
  public static final String NAME = "cleanse-behavior";

  @Produces
  JobDefinition definition() {
    return JobDefinition.of(
        NAME,
        JobParameter.integer("partitions", "2", 1, 64),
        JobParameter.decimal("nearDuplicateSeconds", "5", "0", "86400"),
        JobParameter.decimal("minimumRating", "1", "-1000", "1000"),
        JobParameter.decimal("maximumRating", "5", "-1000", "1000"),
        JobParameter.integer("clockToleranceSeconds", "300", 0, 604_800),
        JobParameter.integer("earliestYear", "2000", 1900, 2199),
        JobParameter.integer("botEventsPerMinute", "60", 1, 1_000_000),
        JobParameter.integer("botEventsPerDay", "5000", 1, 100_000_000));
  }
}

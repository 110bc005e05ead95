package org.pitchwright.behavior.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pitchwright.operations.JobDefinition;
import org.pitchwright.operations.JobExecution;
import org.pitchwright.operations.JobParameter;
import org.pitchwright.operations.JobStatus;

/** The job {@code import-data}: one execution for each file, several side by side. */
@ApplicationScoped
public class ImportJob {
  public static final String NAME = "import-data";
  static final String IMPORT_ID = "importId";
  static final String TIME_ZONE = "timeZone";

  private static final Logger LOG = Logger.getLogger(ImportJob.class.getName());

  @Inject private ImportRuns runs;

  @Produces
  JobDefinition definition() {
    return new JobDefinition(
        NAME,
        List.of(JobParameter.uuid(IMPORT_ID), JobParameter.timeZone(TIME_ZONE, "UTC")),
        true,
        IMPORT_ID,
        this::fileIsHere);
  }

  /** A file lies on the node that took it in, unless the nodes share their data directory. */
  private boolean fileIsHere(Map<String, String> parameters) {
    return runs.find(UUID.fromString(parameters.get(IMPORT_ID)))
        .map(run -> Files.isReadable(run.content()))
        .orElse(false);
  }

  /**
   * Closes the import with its execution, unless that goes on by itself; the file of a completed
   * one is not needed any more.
   */
  void ended(@Observes JobExecution execution) {
    if (execution.job().equals(NAME) && !execution.resumes()) {
      UUID id = UUID.fromString(String.valueOf(execution.parameters().get(IMPORT_ID)));
      runs.ended(id, execution.status().name(), execution.error());
      if (execution.status() == JobStatus.COMPLETED) {
        Optional<ImportRun> run = runs.find(id);
        run.ifPresent(ImportJob::discard);
      }
    }
  }

  private static void discard(ImportRun run) {
    try {
      Files.deleteIfExists(run.content());
    } catch (IOException e) {
      LOG.log(Level.WARNING, "The file of import " + run.id() + " could not be removed", e);
    }
  }
}

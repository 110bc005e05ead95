package org.pitchwright.recommendation.jobs;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Locale;
import org.pitchwright.model.ModelRegistry;
import org.pitchwright.operations.JobProgress;
import org.pitchwright.operations.Jobs;
import org.pitchwright.recommendation.artifact.ModelArtifact;

/** Puts what the trainer made into the registry, as a candidate. */
@Named("recommenderRegister")
@Dependent
public class RegisterStep extends AbstractBatchlet {
  @Inject private JobContext job;
  @Inject private Jobs jobs;
  @Inject private CandidateRegistration registration;
  @Inject private WorkFolder work;
  @Inject private JobProgress progress;

  @Override
  public String process() throws IOException {
    long instance = job.getInstanceId();
    String by = jobs.execution(job.getExecutionId()).startedBy();
    int version =
        registration.register(
            instance,
            job.getExecutionId(),
            by,
            () -> ModelArtifact.read(work.of(instance).resolve(TrainStep.ARTIFACT)));
    work.discard(instance);
    progress.say(
        job.getExecutionId(),
        String.format(Locale.ROOT, "Registered %s version %d", ModelRegistry.RECOMMENDER, version));
    return "COMPLETED";
  }
}

package org.pitchwright.recommendation.training;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pitchwright.recommendation.artifact.ModelArtifact;
import org.pitchwright.recommendation.dataset.DatasetException;
import org.pitchwright.recommendation.dataset.DatasetReader;
import org.pitchwright.recommendation.dataset.TrainingDataset;
import org.pitchwright.recommendation.trainer.TrainerProtocol;
import org.pitchwright.recommendation.trainer.TrainingProgress;
import org.pitchwright.recommendation.trainer.TrainingResult;

/** The trainer process: reads a data set folder, writes a model artefact folder. */
public final class TrainerMain {

  private static final String USAGE =
      "Usage: TrainerMain <dataset folder> <artifact folder>"
          + " [--checkpoint <folder> | --extend <folder of a model>]";

  private final PrintStream output;
  private final ParentWatch parent;

  private TrainerMain(PrintStream output, ParentWatch parent) {
    this.output = output;
    this.parent = parent;
  }

  /**
   * Trains, or gives a model the items of a data set.
   *
   * @param arguments data set folder, artefact folder, and {@code --checkpoint} or {@code --extend}
   *     with a folder
   */
  public static void main(String[] arguments) {
    TorchRuntime.prepare();
    PrintStream output = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err); // what libraries print must not mix with the protocol
    TrainerMain trainer = new TrainerMain(output, ParentWatch.start());
    Runtime.getRuntime().halt(trainer.run(arguments));
  }

  private int run(String[] arguments) {
    String option = arguments.length == 4 ? arguments[2] : "";
    boolean extending = option.equals(TrainerProtocol.EXTEND);
    boolean checkpointed = option.equals(TrainerProtocol.CHECKPOINT);
    if (arguments.length != 2 && !extending && !checkpointed) {
      return fail(USAGE, TrainerProtocol.EXIT_BAD_INPUT);
    }
    Path dataset = Path.of(arguments[0]);
    Path artifact = Path.of(arguments[1]);
    try {
      if (extending) {
        extend(Path.of(arguments[3]), dataset, artifact);
      } else {
        train(dataset, artifact, checkpointed ? Path.of(arguments[3]) : null);
      }
      return TrainerProtocol.EXIT_SUCCESS;
    } catch (TrainingStoppedException e) {
      return fail(String.valueOf(e.getMessage()), TrainerProtocol.EXIT_STOPPED);
    } catch (DatasetException e) {
      return fail(String.valueOf(e.getMessage()), TrainerProtocol.EXIT_BAD_INPUT);
    } catch (IOException | RuntimeException | Error e) {
      e.printStackTrace(); // the parent keeps the last lines of standard error
      return fail(e.toString(), TrainerProtocol.EXIT_FAILURE);
    }
  }

  private int fail(String message, int status) {
    output.println(TrainerProtocol.error(message));
    return status;
  }

  private void train(Path datasetFolder, Path artifactFolder, @Nullable Path checkpoint)
      throws IOException {
    TrainingListener listener = new ProtocolListener();
    listener.report("READ", 0, 1, "data sets", "Reading the data set");
    TrainingDataset dataset = DatasetReader.read(datasetFolder);
    ModelArtifact artifact = new ModelTrainer(dataset, listener).train(checkpoint);
    artifact.write(artifactFolder);
    if (checkpoint != null) {
      Checkpoint.delete(checkpoint);
    }
    report(artifact);
  }

  private void extend(Path modelFolder, Path datasetFolder, Path artifactFolder)
      throws IOException {
    TrainingListener listener = new ProtocolListener();
    TrainingDataset newcomers = DatasetReader.read(datasetFolder);
    int threads = Hyperparameters.of(newcomers).threads();
    ModelArtifact artifact =
        ModelExtension.extend(ModelArtifact.read(modelFolder), newcomers, threads, listener);
    artifact.write(artifactFolder);
    report(artifact);
  }

  private void report(ModelArtifact artifact) {
    Map<String, Map<String, Double>> metrics = artifact.card().metrics();
    output.println(TrainerProtocol.line(new TrainingResult(metrics)));
  }

  /** Prints progress for the parent. */
  private final class ProtocolListener implements TrainingListener {

    @Override
    public void progressed(TrainingProgress progress) {
      output.println(TrainerProtocol.line(progress));
    }

    @Override
    public boolean stopRequested() {
      return parent.stopRequested();
    }
  }
}

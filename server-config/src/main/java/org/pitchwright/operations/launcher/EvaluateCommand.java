package org.pitchwright.operations.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.pitchwright.operations.configuration.Configuration;
import org.pitchwright.operations.configuration.Installation;
import org.pitchwright.operations.configuration.Setting;
import org.pitchwright.operations.console.OperatorException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code pitchwright evaluate}: trains and measures a recommender without a server. */
@Command(
    name = "evaluate",
    description = {
      "Trains the recommender on a file of sequences and prints its quality; needs no server.",
      "Arguments: --dataset leave-one-out:<file> [--titles <tsv>] [--config <file>] [--out <dir>]"
          + " [--seed <n>] [--cold-items <share>]"
    })
final class EvaluateCommand implements Callable<Integer> {

  private static final String MAIN_CLASS = "org.pitchwright.recommendation.training.EvaluateMain";

  @Unmatched private List<String> arguments = new ArrayList<>();

  @Override
  public Integer call() throws InterruptedException {
    Configuration configuration =
        Configuration.load(
            Map.of(), System.getProperties(), System.getenv(), Path.of("").toAbsolutePath());
    Path trainer =
        configuration.find(Setting.TRAINER_HOME).isPresent()
            ? configuration.path(Setting.TRAINER_HOME)
            : Installation.current().trainer();
    if (!Files.isDirectory(trainer)) {
      throw new OperatorException(
          "The trainer is missing in %s. Build it with: mvn -DskipTests package"
              .formatted(trainer));
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (Runtime.version().feature() >= 24) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(List.of("-cp", trainer.resolve("*").toString(), MAIN_CLASS));
    command.addAll(arguments);
    return run(command);
  }

  private static int run(List<String> command) throws InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
    try {
      Process process = builder.start();
      Thread hook = new Thread(process::destroy, "end-trainer");
      Runtime.getRuntime().addShutdownHook(hook);
      return process.waitFor();
    } catch (IOException e) {
      throw new OperatorException("The trainer cannot be started: " + e.getMessage(), e);
    }
  }
}

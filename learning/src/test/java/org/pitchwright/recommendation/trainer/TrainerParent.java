package org.pitchwright.recommendation.trainer;

import java.nio.file.Path;

/** A process that starts a training, says so, and waits to be killed. */
public final class TrainerParent {

  private TrainerParent() {}

  /** Takes the folder with {@code home} and {@code data}. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    TrainerProcess process =
        TrainerProcess.start(
            TestTrainerHome.create(folder.resolve("home")),
            folder.resolve("data"),
            folder.resolve("artifact"),
            folder.resolve("checkpoint"),
            progress -> {
              if (progress.phase().equals("SEQUENCE") && progress.done() == 1) {
                System.out.println("training");
              }
            });
    System.out.println(process.pid());
    process.await();
  }
}

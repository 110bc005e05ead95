package org.pitchwright.recommendation.training;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.pitchwright.recommendation.artifact.FloatMatrix;
import org.pitchwright.recommendation.trainer.TrainingProgress;

/**
 * Trains the sequence network on one thread, with a checkpoint after each epoch and early stopping.
 */
final class SequenceTrainer implements AutoCloseable {

  /** Measures weights on held-out data. */
  interface Validation {
    /** NDCG@10, or −1 where there is nothing to measure on. */
    double ndcg10(Map<String, float[]> weights);
  }

  private static final double LAST_RATE = .02;

  private final Hyperparameters settings;
  private final List<TrainingWindow> windows;
  private final Validation validation;
  private final TrainingListener listener;
  private final String identity;
  private final @Nullable Path checkpointFolder;
  private final NDManager manager = NDManager.newBaseManager("PyTorch");
  private final NetworkWeights weights;
  private final SequenceNetwork network;
  private final SoftmaxLoss loss;
  private final AdamOptimizer optimizer;
  private final PtNDArray one;
  private int finishedEpochs;
  private int bestEpoch;
  private double bestNdcg = -1;
  private Map<String, float[]> bestWeights;
  private Runnable beforeBackward = () -> {};

  /**
   * Prepares a training.
   *
   * @param firstItems first item embeddings, or an empty matrix
   * @param identity what the checkpoint must have been written for
   * @param checkpointFolder where checkpoints are kept, or null for none
   */
  SequenceTrainer(
      Hyperparameters settings,
      int items,
      List<TrainingWindow> windows,
      FloatMatrix firstItems,
      Validation validation,
      TrainingListener listener,
      String identity,
      @Nullable Path checkpointFolder) {
    JniUtils.setGradMode(false);
    this.settings = settings;
    this.windows = windows;
    this.validation = validation;
    this.listener = listener;
    this.identity = identity;
    this.checkpointFolder = checkpointFolder;
    weights = new NetworkWeights(manager, settings, items, firstItems);
    network = new SequenceNetwork(manager, settings, weights);
    loss = new SoftmaxLoss(manager, weights, settings, items, TrainingWindow.items(windows));
    optimizer = new AdamOptimizer(manager, weights, settings.weightDecay());
    one = Torch.constant(manager, 1);
    bestWeights = weights.values();
  }

  /**
   * Trains from the checkpoint or from the start.
   *
   * @return weights of the epoch with the best validation; of the last one without validation
   * @throws TrainingStoppedException when the listener asks to stop
   * @throws IllegalStateException when a loss or weight is not finite
   */
  Map<String, float[]> train() throws IOException {
    resume();
    while (finishedEpochs < settings.epochs() && !exhausted()) {
      double meanLoss = epoch(finishedEpochs);
      finishedEpochs++;
      validate(meanLoss);
      saveCheckpoint();
    }
    return bestWeights;
  }

  /**
   * Runs something between each forward and backward pass: what a garbage collection does there.
   */
  void beforeBackward(Runnable disturbance) {
    beforeBackward = disturbance;
  }

  private void resume() throws IOException {
    if (checkpointFolder == null) {
      return;
    }
    Optional<Checkpoint> found = Checkpoint.read(checkpointFolder, identity);
    if (found.isPresent()) {
      Checkpoint checkpoint = found.get();
      weights.restore(checkpoint.weights());
      optimizer.restore(checkpoint.optimizer(), checkpoint.steps());
      finishedEpochs = checkpoint.epoch();
      bestEpoch = checkpoint.bestEpoch();
      bestNdcg = checkpoint.bestNdcg();
      bestWeights = checkpoint.bestWeights();
      report("Going on after epoch " + finishedEpochs, Map.of());
    }
  }

  private void saveCheckpoint() throws IOException {
    if (checkpointFolder != null) {
      new Checkpoint(
              identity,
              finishedEpochs,
              optimizer.steps(),
              bestEpoch,
              bestNdcg,
              weights.values(),
              optimizer.state(),
              bestWeights)
          .write(checkpointFolder);
    }
  }

  private double epoch(int epoch) {
    Random random = new Random(settings.seed() * 1_000_003 + epoch);
    double rate = learningRate(epoch);
    double sum = 0;
    int done = 0;
    List<TrainingBatch> batches = BatchPlan.of(windows, settings.tokensPerBatch(), random);
    try (DropoutPool dropout = new DropoutPool(manager, settings.dropout(), random.nextLong())) {
      for (TrainingBatch batch : batches) {
        if (listener.stopRequested()) {
          throw new TrainingStoppedException();
        }
        sum += step(batch, dropout, random, rate);
        done++;
      }
    }
    return sum / done;
  }

  /** Falls along a half cosine from the first rate to 2% of it. */
  private double learningRate(int epoch) {
    double cosine = .5 * (1 + Math.cos(Math.PI * epoch / settings.epochs()));
    return settings.learningRate() * Math.max(LAST_RATE, cosine);
  }

  private double step(TrainingBatch batch, DropoutPool dropout, Random random, double rate) {
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      double value = gradients(batch, dropout, random);
      optimizer.step(rate);
      return value;
    }
  }

  private double gradients(TrainingBatch batch, DropoutPool dropout, Random random) {
    JniUtils.setGradMode(true);
    try {
      PtNDArray mean = loss.of(network.hidden(batch, dropout), batch, random);
      double value = mean.toFloatArray()[0];
      if (!Double.isFinite(value)) {
        throw new IllegalStateException(
            "Training failed: the loss is %s in epoch %d.".formatted(value, finishedEpochs + 1));
      }
      beforeBackward.run();
      JniUtils.backward(mean, one, false, false);
      return value;
    } finally {
      JniUtils.setGradMode(false);
    }
  }

  private void validate(double meanLoss) {
    Map<String, float[]> current = weights.values();
    if (!validatedNow()) {
      report("Epoch finished", Map.of("loss", meanLoss));
      return;
    }
    double ndcg = validation.ndcg10(current);
    if (ndcg > bestNdcg || ndcg < 0) {
      bestNdcg = ndcg;
      bestEpoch = finishedEpochs;
      bestWeights = current;
    }
    report("Epoch finished", Map.of("loss", meanLoss, "ndcg@10", Math.max(0, ndcg)));
  }

  /** The first quarter is never the best; a long training is measured every second epoch. */
  private boolean validatedNow() {
    int epochs = settings.epochs();
    boolean last = finishedEpochs == epochs;
    boolean due = epochs <= 12 || (epochs - finishedEpochs) % 2 == 0;
    return last || (due && finishedEpochs > epochs / 4);
  }

  private boolean exhausted() {
    int interval = settings.epochs() <= 12 ? 1 : 2;
    return bestNdcg >= 0 && finishedEpochs - bestEpoch >= settings.patience() * interval;
  }

  private void report(String message, Map<String, Double> values) {
    listener.progressed(
        new TrainingProgress(
            "SEQUENCE", finishedEpochs, settings.epochs(), "epochs", message, values));
  }

  @Override
  public void close() {
    manager.close();
  }
}

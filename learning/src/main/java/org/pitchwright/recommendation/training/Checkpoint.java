package org.pitchwright.recommendation.training;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All that a training needs to go on after an epoch as if nothing had happened. Random numbers are
 * drawn anew for each epoch from seed and epoch, so they need no state here.
 *
 * @param identity fingerprint of the data and all settings; another training's checkpoint is
 *     ignored
 * @param epoch number of finished epochs
 * @param steps optimiser steps so far
 * @param bestEpoch epoch with the best validation so far
 * @param bestNdcg its NDCG@10, −1 before the first validation
 * @param weights weights now
 * @param optimizer optimiser state now
 * @param bestWeights weights of the best epoch
 */
record Checkpoint(
    String identity,
    int epoch,
    int steps,
    int bestEpoch,
    double bestNdcg,
    Map<String, float[]> weights,
    Map<String, float[]> optimizer,
    Map<String, float[]> bestWeights) {

  private static final String FILE = "training.checkpoint";

  /** Writes beside the old one and takes its place at once: a kill leaves one of both. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path fresh = folder.resolve(FILE + ".new");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh), 1 << 16))) {
      out.writeUTF(identity);
      out.writeInt(epoch);
      out.writeInt(steps);
      out.writeInt(bestEpoch);
      out.writeDouble(bestNdcg);
      writeArrays(out, weights);
      writeArrays(out, optimizer);
      writeArrays(out, bestWeights);
    }
    Files.move(
        fresh,
        folder.resolve(FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** Reads a checkpoint of this training, if there is one. */
  static Optional<Checkpoint> read(Path folder, String identity) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      if (!in.readUTF().equals(identity)) {
        return Optional.empty();
      }
      return Optional.of(
          new Checkpoint(
              identity,
              in.readInt(),
              in.readInt(),
              in.readInt(),
              in.readDouble(),
              readArrays(in),
              readArrays(in),
              readArrays(in)));
    }
  }

  /** Removes the checkpoint of a finished training. */
  static void delete(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(FILE));
  }

  private static void writeArrays(DataOutputStream out, Map<String, float[]> arrays)
      throws IOException {
    out.writeInt(arrays.size());
    for (Map.Entry<String, float[]> array : arrays.entrySet()) {
      ByteBuffer bytes = ByteBuffer.allocate(array.getValue().length * 4);
      bytes.asFloatBuffer().put(array.getValue());
      out.writeUTF(array.getKey());
      out.writeInt(array.getValue().length);
      out.write(bytes.array());
    }
  }

  private static Map<String, float[]> readArrays(DataInputStream in) throws IOException {
    Map<String, float[]> arrays = new LinkedHashMap<>();
    int count = in.readInt();
    for (int k = 0; k < count; k++) {
      String name = in.readUTF();
      float[] values = new float[in.readInt()];
      byte[] bytes = in.readNBytes(values.length * 4);
      ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
      arrays.put(name, values);
    }
    return arrays;
  }
}

package org.pitchwright.recommendation.artifact;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A dense matrix in row-major order.
 *
 * <p>As bytes: rows and columns as 32-bit integers, then the values as 32-bit floats,
 * little-endian.
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bulk data that is never compared
public record FloatMatrix(int rows, int columns, float[] values) {

  /** Checks the size. */
  public FloatMatrix {
    if (values.length != Math.multiplyExact(rows, columns)) {
      throw new ArtifactException(
          "A matrix of %d x %d has %d values.".formatted(rows, columns, values.length));
    }
  }

  /** A matrix of zeros. */
  public static FloatMatrix zeros(int rows, int columns) {
    return new FloatMatrix(rows, columns, new float[Math.multiplyExact(rows, columns)]);
  }

  /** The rows of this matrix, then those of another of the same width. */
  public FloatMatrix followedBy(FloatMatrix other) {
    if (other.columns != columns) {
      throw new ArtifactException(
          "A matrix of %d columns cannot follow one of %d.".formatted(other.columns, columns));
    }
    float[] both = Arrays.copyOf(values, values.length + other.values.length);
    System.arraycopy(other.values, 0, both, values.length, other.values.length);
    return new FloatMatrix(rows + other.rows, columns, both);
  }

  /** Position of the first value of a row in {@link #values}. */
  public int offset(int row) {
    return row * columns;
  }

  /** The same matrix with every row divided by its length; a row of zeros stays. */
  public FloatMatrix normalizedRows() {
    float[] normalized = values.clone();
    for (int row = 0; row < rows; row++) {
      double squares = 0;
      for (int k = offset(row); k < offset(row) + columns; k++) {
        squares += (double) values[k] * values[k];
      }
      float factor = squares == 0 ? 0f : (float) (1 / Math.sqrt(squares));
      for (int k = offset(row); k < offset(row) + columns; k++) {
        normalized[k] *= factor;
      }
    }
    return new FloatMatrix(rows, columns, normalized);
  }

  /** The matrix with rows and columns exchanged. */
  public FloatMatrix transposed() {
    float[] turned = new float[values.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        turned[column * rows + row] = values[row * columns + column];
      }
    }
    return new FloatMatrix(columns, rows, turned);
  }

  /** The matrix as bytes. */
  public byte[] toBytes() {
    ByteBuffer buffer =
        ByteBuffer.allocate(8 + Math.multiplyExact(values.length, 4))
            .order(ByteOrder.LITTLE_ENDIAN);
    buffer.putInt(rows).putInt(columns).asFloatBuffer().put(values);
    return buffer.array();
  }

  /**
   * Reads what {@link #toBytes} wrote.
   *
   * @param name blob name, for messages
   * @throws ArtifactException when the bytes are damaged or hold a value that is not finite
   */
  public static FloatMatrix fromBytes(String name, byte[] bytes) {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      int rows = buffer.getInt();
      int columns = buffer.getInt();
      float[] values = new float[Math.multiplyExact(rows, columns)];
      buffer.asFloatBuffer().get(values);
      requireFinite(name, values);
      return new FloatMatrix(rows, columns, values);
    } catch (BufferUnderflowException | ArithmeticException | NegativeArraySizeException e) {
      throw new ArtifactException(name + " is damaged: " + bytes.length + " bytes.", e);
    }
  }

  static void requireFinite(String name, float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new ArtifactException(name + " holds a value that is not a finite number.");
      }
    }
  }
}

package org.pitchwright.recommendation.artifact;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A dense matrix in a quarter of the space: 8-bit integers with one scale for each row, so that a
 * value is {@code scale · q} with q from −127 to 127 (symmetric quantisation, Jacob et al. 2018).
 *
 * <p>As bytes: rows and columns as 32-bit integers, the scales as 32-bit floats, little-endian,
 * then the integers.
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bulk data that is never compared
public record ByteMatrix(int rows, int columns, float[] scales, byte[] values) {
  private static final int GREATEST = 127;

  /** The nearest matrix of this kind: off by at most half a scale in each value. */
  public static ByteMatrix of(FloatMatrix matrix) {
    ByteMatrix small =
        new ByteMatrix(
            matrix.rows(),
            matrix.columns(),
            new float[matrix.rows()],
            new byte[matrix.values().length]);
    for (int row = 0; row < matrix.rows(); row++) {
      int start = matrix.offset(row);
      small.scales[row] = quantize(matrix.values(), start, start + matrix.columns(), small.values);
    }
    return small;
  }

  /**
   * Writes a stretch of values as integers.
   *
   * @return their scale
   */
  static float quantize(float[] values, int start, int end, byte[] integers) {
    float greatest = 0;
    for (int k = start; k < end; k++) {
      greatest = Math.max(greatest, Math.abs(values[k]));
    }
    float scale = greatest / GREATEST;
    for (int k = start; k < end; k++) {
      integers[k] = scale == 0 ? 0 : (byte) Math.round(values[k] / scale);
    }
    return scale;
  }

  /** What a row's integers are multiplied by to have length 1; 0 for a row of zeros. */
  public float unitScale(int row) {
    double squares = 0;
    for (int k = row * columns; k < (row + 1) * columns; k++) {
      squares += values[k] * values[k];
    }
    return squares == 0 ? 0f : (float) (1 / Math.sqrt(squares));
  }

  /** The matrix with floats again. */
  public FloatMatrix toFloats() {
    FloatMatrix matrix = FloatMatrix.zeros(rows, columns);
    for (int row = 0; row < rows; row++) {
      int start = matrix.offset(row);
      for (int k = start; k < start + columns; k++) {
        matrix.values()[k] = scales[row] * values[k];
      }
    }
    return matrix;
  }

  /** The matrix as bytes. */
  public byte[] toBytes() {
    ByteBuffer buffer =
        ByteBuffer.allocate(8 + 4 * rows + values.length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putInt(rows).putInt(columns);
    for (float scale : scales) {
      buffer.putFloat(scale);
    }
    return buffer.put(values).array();
  }

  /**
   * Reads what {@link #toBytes} wrote.
   *
   * @param name blob name, for messages
   * @throws ArtifactException when the bytes are damaged or hold a scale that is not finite
   */
  public static ByteMatrix fromBytes(String name, byte[] bytes) {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      int rows = buffer.getInt();
      int columns = buffer.getInt();
      float[] scales = new float[rows];
      for (int row = 0; row < rows; row++) {
        scales[row] = buffer.getFloat();
      }
      FloatMatrix.requireFinite(name, scales);
      byte[] values = new byte[Math.multiplyExact(rows, columns)];
      buffer.get(values);
      return new ByteMatrix(rows, columns, scales, values);
    } catch (BufferUnderflowException | ArithmeticException | NegativeArraySizeException e) {
      throw new ArtifactException(name + " is damaged: " + bytes.length + " bytes.", e);
    }
  }
}

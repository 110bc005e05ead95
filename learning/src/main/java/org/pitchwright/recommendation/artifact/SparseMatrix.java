package org.pitchwright.recommendation.artifact;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A square sparse matrix by rows (CSR).
 *
 * <p>As bytes, little-endian: number of rows and of values as 32-bit integers, the row starts, the
 * columns, the values as 32-bit floats.
 *
 * @param rows number of rows and of columns
 * @param rowStarts position of each row's first value, and the number of values at the end
 * @param columns column of each value, ascending within a row
 * @param values the values
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bulk data that is never compared
public record SparseMatrix(int rows, int[] rowStarts, int[] columns, float[] values) {
  /** Up to so many columns a number of 16 bits names each. */
  private static final int NARROW = 1 << 16;

  /** Adds {@code factor} times a row to {@code sums}. */
  public void addRow(int row, float factor, float[] sums) {
    for (int k = rowStarts[row]; k < rowStarts[row + 1]; k++) {
      sums[columns[k]] += factor * values[k];
    }
  }

  /** The same matrix with empty rows and columns after its own. */
  public SparseMatrix widened(int more) {
    int[] starts = Arrays.copyOf(rowStarts, rows + more + 1);
    Arrays.fill(starts, rows + 1, starts.length, values.length);
    return new SparseMatrix(rows + more, starts, columns, values);
  }

  /** The matrix as bytes. */
  public byte[] toBytes() {
    int size = 8 + Math.multiplyExact(4, Math.addExact(rowStarts.length, 2 * values.length));
    ByteBuffer buffer = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putInt(rows).putInt(values.length);
    for (int start : rowStarts) {
      buffer.putInt(start);
    }
    for (int column : columns) {
      buffer.putInt(column);
    }
    buffer.asFloatBuffer().put(values);
    return buffer.array();
  }

  /**
   * The matrix with 8-bit values, as bytes: number of rows and of values as 32-bit integers, the
   * row starts, the rows' scales as 32-bit floats, the columns (16 bits each, or 32 where there are
   * more than 65,536 rows), the values.
   */
  public byte[] toSmallBytes() {
    boolean narrow = rows <= NARROW;
    int width = narrow ? 2 : 4;
    int size = 8 + 4 * rowStarts.length + 4 * rows + (width + 1) * values.length;
    ByteBuffer buffer = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putInt(rows).putInt(values.length);
    for (int start : rowStarts) {
      buffer.putInt(start);
    }
    byte[] integers = new byte[values.length];
    for (int row = 0; row < rows; row++) {
      buffer.putFloat(ByteMatrix.quantize(values, rowStarts[row], rowStarts[row + 1], integers));
    }
    for (int column : columns) {
      if (narrow) {
        buffer.putShort((short) column);
      } else {
        buffer.putInt(column);
      }
    }
    return buffer.put(integers).array();
  }

  /**
   * Reads what {@link #toSmallBytes} wrote.
   *
   * @param name blob name, for messages
   * @throws ArtifactException when the bytes are damaged
   */
  public static SparseMatrix fromSmallBytes(String name, byte[] bytes) {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      int rows = buffer.getInt();
      int count = buffer.getInt();
      int[] starts = integers(buffer, rows + 1);
      float[] scales = new float[rows];
      for (int row = 0; row < rows; row++) {
        scales[row] = buffer.getFloat();
      }
      int[] columns = new int[count];
      for (int k = 0; k < count; k++) {
        columns[k] = rows <= NARROW ? Short.toUnsignedInt(buffer.getShort()) : buffer.getInt();
      }
      byte[] integers = new byte[count];
      buffer.get(integers);
      SparseMatrix matrix = new SparseMatrix(rows, starts, columns, new float[count]).checked(name);
      for (int row = 0; row < rows; row++) {
        for (int k = starts[row]; k < starts[row + 1]; k++) {
          matrix.values[k] = scales[row] * integers[k];
        }
      }
      FloatMatrix.requireFinite(name, matrix.values);
      return matrix;
    } catch (BufferUnderflowException | NegativeArraySizeException e) {
      throw new ArtifactException(name + " is damaged: " + bytes.length + " bytes.", e);
    }
  }

  /**
   * Reads what {@link #toBytes} wrote.
   *
   * @param name blob name, for messages
   * @throws ArtifactException when the bytes are damaged
   */
  public static SparseMatrix fromBytes(String name, byte[] bytes) {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      int rows = buffer.getInt();
      int count = buffer.getInt();
      int[] starts = integers(buffer, rows + 1);
      int[] columns = integers(buffer, count);
      float[] values = new float[count];
      buffer.asFloatBuffer().get(values);
      FloatMatrix.requireFinite(name, values);
      return new SparseMatrix(rows, starts, columns, values).checked(name);
    } catch (BufferUnderflowException | NegativeArraySizeException e) {
      throw new ArtifactException(name + " is damaged: " + bytes.length + " bytes.", e);
    }
  }

  private static int[] integers(ByteBuffer buffer, int count) {
    int[] integers = new int[count];
    for (int k = 0; k < count; k++) {
      integers[k] = buffer.getInt();
    }
    return integers;
  }

  private SparseMatrix checked(String name) {
    boolean sound = rowStarts[0] == 0 && rowStarts[rows] == values.length;
    for (int row = 0; row < rows && sound; row++) {
      sound = rowStarts[row] <= rowStarts[row + 1];
    }
    for (int k = 0; k < columns.length && sound; k++) {
      sound = columns[k] >= 0 && columns[k] < rows;
    }
    for (int row = 0; row < rows && sound; row++) {
      for (int k = rowStarts[row] + 1; k < rowStarts[row + 1]; k++) {
        sound &= columns[k - 1] < columns[k];
      }
    }
    if (!sound) {
      throw new ArtifactException(
          name + " is damaged: a row or column is out of its range or order.");
    }
    return this;
  }
}

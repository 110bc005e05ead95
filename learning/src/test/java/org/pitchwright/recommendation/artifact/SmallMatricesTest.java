package org.pitchwright.recommendation.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallMatricesTest {
  private final Random random = new Random(5);

  @Test
  void aDenseMatrixIsOffByHalfAStepAtMost() {
    FloatMatrix matrix = FloatMatrix.zeros(20, 33);
    for (int k = 0; k < 19 * 33; k++) { // The last row stays zero.
      matrix.values()[k] = (float) random.nextGaussian();
    }

    byte[] bytes = ByteMatrix.of(matrix).toBytes();
    FloatMatrix back = ByteMatrix.fromBytes("m.i8", bytes).toFloats();

    assertThat(bytes.length).isLessThan(matrix.toBytes().length / 3);
    for (int row = 0; row < 20; row++) {
      float greatest = 0;
      for (int k = 0; k < 33; k++) {
        greatest = Math.max(greatest, Math.abs(matrix.values()[row * 33 + k]));
      }
      for (int k = row * 33; k < (row + 1) * 33; k++) {
        assertThat(back.values()[k]).isCloseTo(matrix.values()[k], within(greatest / 253));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 1 << 16, (1 << 16) + 1})
  void aSparseMatrixKeepsItsPlaces(int rows) {
    int[] starts = new int[rows + 1];
    Arrays.fill(starts, 2, rows + 1, 3);
    starts[1] = 2;
    int[] columns = {0, rows - 1, rows - 2};
    SparseMatrix matrix = new SparseMatrix(rows, starts, columns, new float[] {.5f, -1, 7});

    SparseMatrix back = SparseMatrix.fromSmallBytes("m.i8", matrix.toSmallBytes());

    assertThat(back.columns()).containsExactly(columns);
    assertThat(back.rowStarts()).containsExactly(starts);
    assertThat(back.values()[0]).isCloseTo(.5f, within(1 / 253f));
    assertThat(back.values()[1]).isCloseTo(-1, within(1e-6f));
    assertThat(back.values()[2]).isCloseTo(7, within(1e-5f));
  }

  @Test
  void damagedBytesAreRefusedByName() {
    byte[] dense = ByteMatrix.of(new FloatMatrix(1, 2, new float[] {1, 2})).toBytes();
    byte[] sparse =
        new SparseMatrix(2, new int[] {0, 1, 1}, new int[] {1}, new float[] {1}).toSmallBytes();

    assertThatThrownBy(() -> ByteMatrix.fromBytes("a.i8", Arrays.copyOf(dense, dense.length - 1)))
        .isInstanceOf(ArtifactException.class)
        .hasMessageContaining("a.i8");
    assertThatThrownBy(
            () -> SparseMatrix.fromSmallBytes("b.i8", Arrays.copyOf(sparse, sparse.length - 1)))
        .isInstanceOf(ArtifactException.class)
        .hasMessageContaining("b.i8");
  }
}

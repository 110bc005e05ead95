package org.pitchwright.recommendation.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pitchwright.recommendation.artifact.SparseMatrix;

/**
 * Fits the item-to-item transitions: M[i,j] = Σ e^(−.2·gap) over an earlier item i and the next
 * item j, divided by (cᵢ+1)^.5·(cⱼ+1)^.1, where cᵢ counts i's decayed appearances before and cⱼ its
 * appearances as the next item.
 */
final class TransitionCounter {

  private static final double GAP_DECAY = .2;
  private static final int WIDEST_GAP = 30;
  private static final double FROM_EXPONENT = .5;
  private static final double TO_EXPONENT = .1;

  /** Entries kept in a row: the weakest have no say in a list of ten. */
  private static final int ROW_LIMIT = 500;

  private final List<TrainingWindow> windows;
  private final int items;
  private final double[] earlierCounts;
  private final double[] nextCounts;
  private final float typicalWeight;

  private TransitionCounter(List<TrainingWindow> windows, int items, float typicalWeight) {
    this.windows = windows;
    this.items = items;
    this.typicalWeight = typicalWeight;
    earlierCounts = new double[items];
    nextCounts = new double[items];
  }

  /**
   * Fits.
   *
   * @param typicalWeight mean positive weight: a target counts by its weight against it
   */
  static SparseMatrix fit(List<TrainingWindow> windows, int items, float typicalWeight) {
    return new TransitionCounter(windows, items, typicalWeight).fit();
  }

  private SparseMatrix fit() {
    for (TrainingWindow window : windows) {
      count(window);
    }
    List<List<int[]>> appearances = appearances();
    int[] starts = new int[items + 1];
    List<int[]> columns = new ArrayList<>();
    List<float[]> values = new ArrayList<>();
    double[] sums = new double[items];
    for (int item = 0; item < items; item++) {
      int[] row = accumulate(appearances.get(item), sums);
      float[] scaled = scale(item, row, sums);
      columns.add(row);
      values.add(scaled);
      starts[item + 1] = starts[item] + row.length;
    }
    return new SparseMatrix(items, starts, concatenate(columns), concatenateValues(values));
  }

  private void count(TrainingWindow window) {
    int[] sequence = window.items();
    for (int next = 1; next < sequence.length; next++) {
      nextCounts[sequence[next]] += strength(window, next);
      for (int gap = 0; gap < Math.min(next, WIDEST_GAP); gap++) {
        earlierCounts[sequence[next - 1 - gap]] += Math.exp(-GAP_DECAY * gap);
      }
    }
  }

  private double strength(TrainingWindow window, int event) {
    return window.weights()[event] / typicalWeight;
  }

  /** For each item, window and place of its appearances with something after them. */
  private List<List<int[]>> appearances() {
    List<List<int[]>> appearances = new ArrayList<>();
    for (int item = 0; item < items; item++) {
      appearances.add(new ArrayList<>());
    }
    for (int window = 0; window < windows.size(); window++) {
      int[] sequence = windows.get(window).items();
      for (int place = 0; place < sequence.length - 1; place++) {
        appearances.get(sequence[place]).add(new int[] {window, place});
      }
    }
    return appearances;
  }

  /** Sums what followed an item into {@code sums} and gives the columns that were touched. */
  private int[] accumulate(List<int[]> appearances, double[] sums) {
    int[] touched = new int[16];
    int size = 0;
    for (int[] appearance : appearances) {
      TrainingWindow window = windows.get(appearance[0]);
      int end = Math.min(window.items().length, appearance[1] + 1 + WIDEST_GAP);
      for (int next = appearance[1] + 1; next < end; next++) {
        int column = window.items()[next];
        if (sums[column] == 0) {
          touched = size == touched.length ? Arrays.copyOf(touched, 2 * size) : touched;
          touched[size++] = column;
        }
        double decay = Math.exp(-GAP_DECAY * (next - appearance[1] - 1));
        sums[column] += decay * strength(window, next);
      }
    }
    return strongest(Arrays.copyOf(touched, size), sums);
  }

  /** Keeps the greatest entries, in the order of columns, and clears the others. */
  private static int[] strongest(int[] touched, double[] sums) {
    Arrays.sort(touched);
    if (touched.length <= ROW_LIMIT) {
      return touched;
    }
    double[] sorted = Arrays.stream(touched).mapToDouble(column -> sums[column]).sorted().toArray();
    double threshold = sorted[sorted.length - ROW_LIMIT];
    for (int column : touched) {
      sums[column] = sums[column] < threshold ? 0 : sums[column];
    }
    return Arrays.stream(touched).filter(column -> sums[column] > 0).toArray();
  }

  private float[] scale(int item, int[] row, double[] sums) {
    float[] values = new float[row.length];
    double from = Math.pow(earlierCounts[item] + 1, FROM_EXPONENT);
    for (int k = 0; k < row.length; k++) {
      double to = Math.pow(nextCounts[row[k]] + 1, TO_EXPONENT);
      values[k] = (float) (sums[row[k]] / (from * to));
      sums[row[k]] = 0;
    }
    return values;
  }

  private static int[] concatenate(List<int[]> rows) {
    return rows.stream().flatMapToInt(Arrays::stream).toArray();
  }

  private static float[] concatenateValues(List<float[]> rows) {
    float[] all = new float[rows.stream().mapToInt(row -> row.length).sum()];
    int start = 0;
    for (float[] row : rows) {
      System.arraycopy(row, 0, all, start, row.length);
      start += row.length;
    }
    return all;
  }
}

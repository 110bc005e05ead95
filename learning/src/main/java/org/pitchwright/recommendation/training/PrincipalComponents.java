package org.pitchwright.recommendation.training;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.pitchwright.recommendation.artifact.FloatMatrix;

/**
 * Principal components of the rows of a matrix. Rows of zeros, items without a text, stay zeros and
 * have no part in mean and covariance.
 */
final class PrincipalComponents {

  private final FloatMatrix centred;
  private final double[] mean;
  private final int described;

  PrincipalComponents(FloatMatrix rows) {
    int width = rows.columns();
    mean = new double[width];
    int count = 0;
    for (int row = 0; row < rows.rows(); row++) {
      if (isDescribed(rows, row)) {
        count++;
        for (int k = 0; k < width; k++) {
          mean[k] += rows.values()[rows.offset(row) + k];
        }
      }
    }
    described = count;
    for (int k = 0; k < width; k++) {
      mean[k] /= Math.max(1, count);
    }
    centred = centred(rows, mean);
  }

  /** Rows less a mean; rows of zeros stay. */
  static FloatMatrix centred(FloatMatrix rows, double[] mean) {
    FloatMatrix centred = FloatMatrix.zeros(rows.rows(), rows.columns());
    for (int row = 0; row < rows.rows(); row++) {
      if (isDescribed(rows, row)) {
        for (int k = 0; k < mean.length; k++) {
          int place = rows.offset(row) + k;
          centred.values()[place] = (float) (rows.values()[place] - mean[k]);
        }
      }
    }
    return centred;
  }

  /** Mean of the rows that are not zeros. */
  double[] mean() {
    return mean;
  }

  private static boolean isDescribed(FloatMatrix rows, int row) {
    for (int k = 0; k < rows.columns(); k++) {
      if (rows.values()[rows.offset(row) + k] != 0) {
        return true;
      }
    }
    return false;
  }

  /** The rows less their mean. */
  FloatMatrix centred() {
    return centred;
  }

  /**
   * The rows along the components with the greatest variance σ².
   *
   * @param components number of columns of the result; zeros where there are fewer components
   * @param whitening each component is divided by σ to the power of this
   */
  FloatMatrix project(int components, double whitening) {
    return project(directions(components, whitening), components);
  }

  /**
   * The directions of the components with the greatest variance σ², each of length σ^(−whitening).
   *
   * @param components how many, or as many as there are
   */
  double[][] directions(int components, double whitening) {
    EigenDecomposition decomposition = new EigenDecomposition(covariance());
    int width = centred.columns();
    int kept = Math.min(components, width);
    double[][] directions = new double[kept][];
    for (int component = 0; component < kept; component++) {
      double deviation = Math.sqrt(Math.max(1e-12, decomposition.getRealEigenvalue(component)));
      directions[component] = decomposition.getEigenvector(component).toArray();
      for (int k = 0; k < width; k++) {
        directions[component][k] /= Math.pow(deviation, whitening);
      }
    }
    return directions;
  }

  private FloatMatrix project(double[][] directions, int components) {
    FloatMatrix projected = FloatMatrix.zeros(centred.rows(), components);
    for (int row = 0; row < centred.rows(); row++) {
      for (int component = 0; component < directions.length; component++) {
        double sum = 0;
        for (int k = 0; k < centred.columns(); k++) {
          sum += directions[component][k] * centred.values()[centred.offset(row) + k];
        }
        projected.values()[projected.offset(row) + component] = (float) sum;
      }
    }
    return projected;
  }

  private Array2DRowRealMatrix covariance() {
    int width = centred.columns();
    double[][] sums = new double[width][width];
    float[] values = centred.values();
    for (int row = 0; row < centred.rows(); row++) {
      int start = centred.offset(row);
      for (int first = 0; first < width; first++) {
        double factor = values[start + first] / Math.max(1, described);
        for (int second = 0; second < width; second++) {
          sums[first][second] += factor * values[start + second];
        }
      }
    }
    for (int first = 0; first < width; first++) {
      for (int second = 0; second < first; second++) {
        sums[first][second] = sums[second][first];
      }
    }
    return new Array2DRowRealMatrix(sums, false);
  }
}

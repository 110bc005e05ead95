package org.pitchwright.recommendation.training;

/** How the numbers of a model are kept. */
enum Precision {
  /** 32-bit floats, as they were learned. */
  FLOAT32,
  /** 8-bit integers with a scale for each row or column. */
  INT8
}

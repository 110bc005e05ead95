package org.pitchwright.recommendation.trainer;

import java.util.Map;

/**
 * How a training ended.
 *
 * @param metrics by data: {@code validation}, {@code test}, {@code testIncludingSeen}, {@code
 *     popularity}; then metric name to value
 */
public record TrainingResult(Map<String, Map<String, Double>> metrics) {}

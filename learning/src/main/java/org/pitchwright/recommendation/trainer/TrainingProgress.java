package org.pitchwright.recommendation.trainer;

import java.util.Map;

/**
 * How far a training has come: one line of the trainer's output.
 *
 * @param phase {@code READ}, {@code TEXTS}, {@code TRANSITIONS}, {@code SEQUENCE}, {@code BLEND},
 *     {@code EXPORT} or {@code EVALUATE}
 * @param done units done
 * @param total units in all
 * @param unit {@code epochs}, {@code texts}, {@code cases} …
 * @param message one sentence for people
 * @param values figures that are known by now, such as {@code loss} and {@code ndcg@10}
 */
public record TrainingProgress(
    String phase, long done, long total, String unit, String message, Map<String, Double> values) {}

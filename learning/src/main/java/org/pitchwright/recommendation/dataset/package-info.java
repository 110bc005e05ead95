/**
 * The folder in which training data passes from the server to the trainer process.
 *
 * <p>Items, event sequences and settings enter through a streaming writer or a file of sequences;
 * checked data sets and their leave-one-out split leave. A fingerprint tells which data a model
 * saw.
 */
@NullMarked
package org.pitchwright.recommendation.dataset;

import org.jspecify.annotations.NullMarked;

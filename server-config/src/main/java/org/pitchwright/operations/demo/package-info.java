/**
 * The demo company: a bilingual shop that nobody runs, with the traces of half a year.
 *
 * <p>Responsible for inventing its catalogue, its customers and their behaviour, dirt included. A
 * seed and a moment enter; {@code items.csv}, {@code customers.csv} and {@code events.csv} leave,
 * the same bytes for the same seed and moment.
 */
@NullMarked
package org.pitchwright.operations.demo;

import org.jspecify.annotations.NullMarked;

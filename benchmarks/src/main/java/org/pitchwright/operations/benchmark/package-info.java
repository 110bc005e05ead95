/**
 * Responsible for how benchmarks are run: the server that is measured, the load on it, the figures
 * that are printed. What enters is a built checkout, what leaves are tables on standard output and
 * an exit status that says whether the bars hold.
 */
@NullMarked
package org.pitchwright.operations.benchmark;

import org.jspecify.annotations.NullMarked;

package org.pitchwright.operations.demo;

/**
 * How the prices of a kind are distributed: log-normal.
 *
 * @param median in the market's currency
 * @param spread standard deviation of the logarithm
 */
record PriceRange(double median, double spread) {}

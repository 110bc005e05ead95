package org.pitchwright.operations.demo;

/**
 * How much of the demo company was written.
 *
 * @param items rows of items.csv
 * @param customers rows of customers.csv
 * @param events rows of events.csv, dirty ones included
 * @param dirtyEvents rows of events.csv that cleansing should find
 */
public record DemoSummary(int items, int customers, int events, int dirtyEvents) {}

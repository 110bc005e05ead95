package org.pitchwright.operations.demo;

/** A range of whole numbers, both ends included. */
record Span(int from, int to) {}

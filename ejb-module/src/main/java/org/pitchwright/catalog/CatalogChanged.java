package org.pitchwright.catalog;

/** Fired within the transaction that changes items; observe it after success. */
public record CatalogChanged() {}

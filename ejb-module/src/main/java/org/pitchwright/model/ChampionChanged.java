package org.pitchwright.model;

/** Fired within the transaction that gives a model another champion; observe it after success. */
public record ChampionChanged(String name, int version) {}

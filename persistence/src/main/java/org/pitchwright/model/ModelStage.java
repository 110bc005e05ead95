package org.pitchwright.model;

/** Where a model version stands: at most one version of a name is the champion, which serves. */
public enum ModelStage {
  CANDIDATE,
  CHAMPION,
  CHALLENGER,
  ARCHIVED
}

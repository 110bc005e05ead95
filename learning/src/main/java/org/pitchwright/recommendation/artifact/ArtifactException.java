package org.pitchwright.recommendation.artifact;

/** A model artefact that cannot be used; the message names the blob and what is wrong with it. */
public final class ArtifactException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Refuses an artefact. */
  public ArtifactException(String message) {
    super(message);
  }

  /** Refuses an artefact because of an error below. */
  public ArtifactException(String message, Throwable cause) {
    super(message, cause);
  }
}

package org.pitchwright.idempotency;

import org.pitchwright.problem.ProblemException;

/**
 * What a sender calls a request, among all the sender's own.
 *
 * @param principal who sends
 * @param key 1 to 255 printable ASCII characters, chosen by the sender
 * @param operation method, path and query
 */
public record RequestKey(String principal, String key, String operation) {
  private static final int MAX_LENGTH = 255;

  /**
   * A key that can be kept.
   *
   * @throws ProblemException if it is empty, too long or not printable
   */
  public RequestKey {
    boolean printable = key.chars().allMatch(c -> c > ' ' && c < 127);
    if (key.isEmpty() || key.length() > MAX_LENGTH || !printable) {
      throw ProblemException.invalid(
          "", "Idempotency-Key must have 1 to " + MAX_LENGTH + " printable ASCII characters");
    }
  }
}

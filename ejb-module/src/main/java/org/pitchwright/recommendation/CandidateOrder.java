package org.pitchwright.recommendation;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Gives candidates one after the other, each as the next of a list. */
interface CandidateOrder {
  /**
   * The next item.
   *
   * @param fits whether an item has room in the list; one that has none now never has any later
   * @return null after the last
   */
  @Nullable Candidate next(Predicate<Candidate> fits);
}

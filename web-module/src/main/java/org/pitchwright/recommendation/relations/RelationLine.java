package org.pitchwright.recommendation.relations;

import org.jspecify.annotations.Nullable;

/**
 * A relation as people read it: from one item to another, and why.
 *
 * @param item key of the item that is looked at
 * @param title its title
 * @param role what the other item is to it
 * @param other key of the other item
 * @param otherTitle its title
 * @param why what the data say, in a sentence; null where only people say so
 * @param strength 0 to 1, how many of the baskets with the item hold the other too
 */
public record RelationLine(
    Relation relation,
    String item,
    String title,
    RelationRole role,
    String other,
    String otherTitle,
    @Nullable String why,
    double strength) {
  /** Whether a person made or confirmed it, and lists heed it. */
  public boolean byHand() {
    return relation.origin() == RelationOrigin.HAND;
  }

  /** Whether it waits for somebody to agree. */
  public boolean suggested() {
    return relation.state() == RelationState.SUGGESTED;
  }

  /** Whether somebody said that it does not hold. */
  public boolean rejected() {
    return relation.state() == RelationState.REJECTED;
  }

  /** The kind and both keys, by which the page finds the relation again. */
  public String id() {
    return relation.key().toString();
  }
}

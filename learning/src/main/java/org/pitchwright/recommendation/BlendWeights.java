package org.pitchwright.recommendation;

/**
 * How the parts of the recommender are averaged: each part's scores are standardised over all items
 * for each customer, then added with these weights.
 *
 * @param sequence weight of the sequence model
 * @param transitions weight of the item-to-item transitions
 * @param texts weight of the neighbours by text; 0 where items have no texts
 * @param popularity weight of the logarithm of popularity
 * @param refusal how many standard deviations an item loses that equals a just refused one
 * @param decay λ of e^(−λ·age): how fast transitions and text neighbours forget, per event
 */
public record BlendWeights(
    float sequence, float transitions, float texts, float popularity, float refusal, float decay) {

  /** Weights measured on public purchase data; the trainer searches around them. */
  public static final BlendWeights DEFAULT = new BlendWeights(1f, .05f, .3f, 0f, 2f, .3f);
}

package org.pitchwright.behavior;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * How strongly an event speaks for its item, in training and in serving alike. Positive is
 * interest, negative is refusal, zero says nothing.
 */
@ApplicationScoped
public class InteractionWeights {
  private static final double LIKED = 4;
  private static final double DISLIKED = 2;

  @Inject
  @ConfigProperty(name = "pitchwright.training.weight.purchase", defaultValue = "4.0")
  private float purchase;

  @Inject
  @ConfigProperty(name = "pitchwright.training.weight.cart", defaultValue = "3.0")
  private float cart;

  @Inject
  @ConfigProperty(name = "pitchwright.training.weight.rating", defaultValue = "3.0")
  private float rating;

  @Inject
  @ConfigProperty(name = "pitchwright.training.weight.long-view", defaultValue = "2.0")
  private float longView;

  @Inject
  @ConfigProperty(name = "pitchwright.training.weight.click", defaultValue = "1.5")
  private float click;

  @Inject
  @ConfigProperty(name = "pitchwright.training.weight.view", defaultValue = "1.0")
  private float view;

  @Inject
  @ConfigProperty(name = "pitchwright.training.weight.dismiss", defaultValue = "-1.0")
  private float dismiss;

  @Inject
  @ConfigProperty(name = "pitchwright.training.long-view-ms", defaultValue = "30000")
  private long longViewMs;

  /**
   * The weight of an event.
   *
   * @param stars of a RATING: 4 and more is interest, 2 and less is refusal
   * @param durationMs time spent looking, in milliseconds
   */
  public float of(EventType type, @Nullable Double stars, @Nullable Long durationMs) {
    return switch (type) {
      case PURCHASE -> purchase;
      case CART -> cart;
      case RATING -> ofRating(stars);
      case CLICK -> isLong(durationMs) ? longView : click;
      case VIEW -> isLong(durationMs) ? longView : view;
      case DISMISS -> dismiss;
      case IMPRESSION, SEARCH -> 0;
    };
  }

  private float ofRating(@Nullable Double stars) {
    if (stars == null || (stars > DISLIKED && stars < LIKED)) {
      return 0;
    }
    return stars >= LIKED ? rating : dismiss;
  }

  private boolean isLong(@Nullable Long durationMs) {
    return durationMs != null && durationMs >= longViewMs;
  }
}

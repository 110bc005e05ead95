package org.pitchwright.model;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pitchwright.frame.Charts;
import org.pitchwright.frame.Texts;

/** The quality of the recommender's versions, oldest first. */
@Named
@RequestScoped
public class ModelQuality {
  private static final int SHOWN = 20;

  @Inject private ModelRegistry registry;
  @Inject private Texts texts;

  private @Nullable List<Quality> measured;

  /** The latest versions that were evaluated. */
  public List<Quality> getMeasured() {
    if (measured == null) {
      measured =
          registry.versions(ModelRegistry.RECOMMENDER).stream()
              .map(Quality::of)
              .filter(Quality::isMeasured)
              .limit(SHOWN)
              .sorted(Comparator.comparingInt(Quality::version))
              .toList();
    }
    return measured;
  }

  /** Whether there is nothing yet to draw a line through. */
  public boolean isSingle() {
    return getMeasured().size() == 1;
  }

  /** How long the bar of a measure from 0 to 1 is, in percent. */
  public double width(@Nullable Double measure) {
    return measure == null ? 0 : 100 * measure;
  }

  /** How often and how well the next choice was foreseen, and how much of the catalogue shows. */
  public String getAllChart() {
    return Charts.lines(
        getMeasured().stream().map(one -> "v" + one.version()).toList(),
        List.of(
            new Charts.Series(
                texts.text("models.hr"), getMeasured().stream().map(Quality::hitRate).toList(), 3),
            new Charts.Series("NDCG@10", getMeasured().stream().map(Quality::ndcg).toList(), 1),
            new Charts.Series(
                texts.text("models.popularity.ndcg"),
                getMeasured().stream().map(Quality::popularity).toList(),
                2),
            new Charts.Series(
                texts.text("models.coverage"),
                getMeasured().stream().map(Quality::coverage).toList(),
                4)));
  }

  public String getChart() {
    return Charts.lines(
        getMeasured().stream().map(one -> "v" + one.version()).toList(),
        List.of(
            new Charts.Series(
                texts.text("models.recommender"),
                getMeasured().stream().map(Quality::ndcg).toList(),
                1),
            new Charts.Series(
                texts.text("models.popularity"),
                getMeasured().stream().map(Quality::popularity).toList(),
                2)));
  }
}

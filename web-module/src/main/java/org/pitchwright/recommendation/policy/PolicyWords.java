package org.pitchwright.recommendation.policy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pitchwright.frame.Formats;
import org.pitchwright.frame.Texts;
import org.pitchwright.recommendation.PolicyPrice;
import org.pitchwright.recommendation.PolicyPrice.Estimate;
import org.pitchwright.recommendation.PolicyPrice.Figures;
import org.pitchwright.recommendation.RecommendationRequest;
import org.pitchwright.recommendation.rules.RuleStrength;

/** Says in plain words what a list policy does, and what it costs. */
@RequestScoped
public class PolicyWords {
  /** Up to here a change is none that anybody would notice. */
  private static final double UNNOTICED = .0005;

  @Inject private Formats formats;
  @Inject private Texts texts;

  /**
   * A figure of the price.
   *
   * @param key names it in the texts
   */
  public record Line(String key, String before, String after) {}

  /**
   * What changes, in a sentence.
   *
   * @param tone good, bad, or empty where it is neither
   */
  public record Verdict(String sentence, String tone, String icon) {}

  /** What a policy does, in one line. */
  public String sentence(ListPolicy policy) {
    if (policy.isOff()) {
      return texts.text("policy.off");
    }
    List<String> parts = new ArrayList<>();
    if (policy.diversity() > 0) {
      parts.add(texts.text("policy.part.diversity", formats.percent(policy.diversity())));
    }
    if (policy.calibration() > 0) {
      parts.add(texts.text("policy.part.calibration", formats.percent(policy.calibration())));
    }
    if (policy.explores()) {
      parts.add(texts.text("policy.part.exploration", formats.percent(policy.exploration())));
    }
    return String.join(texts.text("policy.part.and"), parts);
  }

  /** What the variety of a policy does to an item that resembles another. */
  public String diversity(ListPolicy policy) {
    return policy.diversity() == 0
        ? texts.text("policy.diversity.off")
        : texts.text(
            "policy.diversity.does",
            formats.decimal(
                Math.exp(RuleStrength.STRONGLY.deviations() * policy.diversity()),
                policy.diversity() < .5 ? 1 : 0));
  }

  /** How closely a policy follows the past, in words. */
  public String calibration(ListPolicy policy) {
    if (policy.calibration() == 0) {
      return texts.text("policy.calibration.off");
    }
    RuleStrength strength =
        RuleStrength.nearest(RuleStrength.STRONGLY.deviations() * policy.calibration());
    return texts.of("policy.calibration.does", strength);
  }

  /** How many places a policy gives to what comes next. */
  public String exploration(ListPolicy policy) {
    return policy.explores()
        ? texts.text(
            "policy.exploration.does",
            formats.decimal(policy.exploration() * RecommendationRequest.DEFAULT_LIMIT, 1),
            policy.explorationPool())
        : texts.text("policy.exploration.off");
  }

  /** What a policy changes, the most important first. */
  public List<Verdict> verdicts(PolicyPrice price) {
    List<Verdict> verdicts = new ArrayList<>();
    verdicts.add(hits(price));
    verdicts.add(
        more("policy.price.items", price.moreItems(), price.moreItems() > 0 ? "good" : "bad"));
    double categories = share(price.before().categories(), price.after().categories());
    verdicts.add(more("policy.price.categories", categories, ""));
    Double before = price.before().divergence();
    Double after = price.after().divergence();
    if (before != null && after != null) {
      double change = share(before, after);
      verdicts.add(more("policy.price.divergence", change, change < 0 ? "good" : "bad"));
    }
    return verdicts;
  }

  private Verdict hits(PolicyPrice price) {
    if (price.hitRate().mayBeZero()) {
      String sentence =
          Math.abs(price.moreHits()) < UNNOTICED
              ? texts.text("policy.price.hits.same")
              : texts.text(
                  price.moreHits() > 0
                      ? "policy.price.hits.chance.more"
                      : "policy.price.hits.chance.less",
                  formats.percent(Math.abs(price.moreHits())));
      return new Verdict(sentence, "", "equals");
    }
    return more("policy.price.hits", price.moreHits(), price.moreHits() > 0 ? "good" : "bad");
  }

  private Verdict more(String key, double change, String tone) {
    if (Math.abs(change) < UNNOTICED) {
      return new Verdict(texts.text(key + ".same"), "", "equals");
    }
    return change > 0
        ? new Verdict(texts.text(key + ".more", formats.percent(change)), tone, "arrow-up")
        : new Verdict(texts.text(key + ".less", formats.percent(-change)), tone, "arrow-down");
  }

  private static double share(double before, double after) {
    return before == 0 ? 0 : after / before - 1;
  }

  /** The figures behind the words. */
  public List<Line> lines(PolicyPrice price) {
    Figures before = price.before();
    Figures after = price.after();
    return List.of(
        new Line("hitRate", interval(before.hitRate()), interval(after.hitRate())),
        new Line("ndcg", decimals(before.ndcg()), decimals(after.ndcg())),
        new Line("variety", two(before.variety()), two(after.variety())),
        new Line("categories", one(before.categories()), one(after.categories())),
        new Line("divergence", two(before.divergence()), two(after.divergence())),
        new Line(
            "differentItems",
            formats.number(before.differentItems()),
            formats.number(after.differentItems())),
        new Line(
            "topShare", formats.percent(before.topShare()), formats.percent(after.topShare())));
  }

  private String interval(Estimate estimate) {
    return texts.text(
        "policy.price.interval",
        formats.percent(estimate.mean()),
        formats.percent(estimate.lower()),
        formats.percent(estimate.upper()));
  }

  private String decimals(Estimate estimate) {
    return texts.text(
        "policy.price.interval",
        formats.decimal(estimate.mean(), 3),
        formats.decimal(estimate.lower(), 3),
        formats.decimal(estimate.upper(), 3));
  }

  private String one(@Nullable Double value) {
    return formats.decimal(value, 1);
  }

  private String two(@Nullable Double value) {
    return formats.decimal(value, 2);
  }
}

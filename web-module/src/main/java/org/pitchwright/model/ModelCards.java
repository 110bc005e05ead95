package org.pitchwright.model;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pitchwright.frame.Person;
import org.pitchwright.frame.Texts;
import org.pitchwright.model.VersionCard.Accuracy;
import org.pitchwright.model.VersionCard.Group;

/** Model cards in the reader's words. */
@Named
@RequestScoped
public class ModelCards {
  private static final String BY_HISTORY_LENGTH = "historyLength";
  private static final String BY_LANGUAGE = "language";

  @Inject private Person person;
  @Inject private Texts texts;

  private @Nullable VersionCard card;

  /**
   * A group of customers with its interval, to be drawn on a common measure.
   *
   * @param left where the interval begins, in percent of the measure
   * @param width of the interval, in percent
   * @param point where NDCG@10 itself lies, in percent
   * @param below whether the group is served clearly worse than all together
   */
  public record GroupRow(
      String label,
      long cases,
      double ndcg,
      double hitRate,
      double left,
      double width,
      double point,
      boolean below) {}

  /** The card of a version. */
  public VersionCard of(ModelVersion version) {
    VersionCard known = card;
    if (known == null || known.version() != version.version() || known.stage() != version.stage()) {
      known = VersionCards.of(version);
      card = known;
    }
    return known;
  }

  /** By what customers were grouped. */
  public List<String> groupings(VersionCard of) {
    return List.of(BY_HISTORY_LENGTH, BY_LANGUAGE).stream()
        .filter(name -> of.groups().stream().anyMatch(group -> group.grouping().equals(name)))
        .toList();
  }

  /** The groups of one grouping. */
  public List<GroupRow> groups(VersionCard of, String grouping) {
    double greatest = of.groups().stream().mapToDouble(Group::upper).max().orElse(1);
    double scale = greatest > 0 ? 100 / greatest : 100;
    Accuracy all = of.accuracy();
    return of.groups().stream()
        .filter(group -> group.grouping().equals(grouping))
        .map(group -> row(group, scale, all == null ? 0 : all.ndcg()))
        .toList();
  }

  private GroupRow row(Group group, double scale, double all) {
    return new GroupRow(
        label(group),
        group.cases(),
        group.ndcg(),
        group.hitRate(),
        group.lower() * scale,
        (group.upper() - group.lower()) * scale,
        group.ndcg() * scale,
        group.upper() < all);
  }

  private String label(Group group) {
    if (group.grouping().equals(BY_LANGUAGE)) {
      return Locale.forLanguageTag(group.group()).getDisplayLanguage(person.getLocale());
    }
    String events = group.group().replaceAll("(^|-)0", "$1").replace("-", "–");
    return texts.text("models.group.events", events);
  }
}

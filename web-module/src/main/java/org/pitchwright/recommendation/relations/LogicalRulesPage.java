package org.pitchwright.recommendation.relations;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.frame.Person;
import org.pitchwright.frame.Texts;
import org.pitchwright.frame.Toasts;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.recommendation.rules.RuleKey;

/** What is never shown after what was bought, and a form for one more. */
@Named
@ViewScoped
public class LogicalRulesPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Set<String> FIELDS = Set.of("never", "after", "days");

  @Inject private LogicalRules rules;
  @Inject private RelationWords words;
  @Inject private Person person;
  @Inject private Texts texts;
  @Inject private Toasts toasts;

  private @Nullable String neverItem;
  private @Nullable String neverCategory;
  private @Nullable String afterItem;
  private @Nullable String afterCategory;
  private @Nullable String days;
  private transient @Nullable List<Row> rows;

  /** A rule with what it says in a sentence. */
  public record Row(LogicalRule rule, String sentence) {}

  /** All rules. */
  public List<Row> getRows() {
    List<Row> known = rows;
    if (known == null) {
      List<LogicalRule> all = rules.all();
      Map<ItemId, String> titles = words.titlesOf(all);
      known = all.stream().map(rule -> new Row(rule, words.sentence(rule.data(), titles))).toList();
      rows = known;
    }
    return known;
  }

  /** Saves a new rule; what is wrong with it is said beside the field. */
  public void add() {
    boolean done =
        toasts.attempt(
            () -> {
              person.require("campaign:write");
              LogicalRuleData data =
                  new LogicalRuleData(
                      subject("never", neverItem, neverCategory),
                      subject("after", afterItem, afterCategory),
                      days(),
                      null,
                      true);
              rules.put(RuleKey.fresh(), data, 0L, person.getName());
            },
            FIELDS);
    if (done) {
      toasts.done("logical.saved");
      neverItem = null;
      neverCategory = null;
      afterItem = null;
      afterCategory = null;
      days = null;
      rows = null;
    }
  }

  /** An item goes before a category. */
  private Subject subject(String field, @Nullable String item, @Nullable String category) {
    if (item != null && !item.isBlank()) {
      return Subject.of(new ItemId(item));
    }
    if (category == null || category.isBlank()) {
      throw ProblemException.invalid("/" + field, texts.text("logical.missing"));
    }
    return Subject.ofCategory(category);
  }

  private @Nullable Integer days() {
    String written = days;
    if (written == null || written.isBlank()) {
      return null;
    }
    try {
      return Integer.valueOf(written.strip());
    } catch (NumberFormatException e) {
      throw ProblemException.invalid("/days", texts.text("logical.days.number"));
    }
  }

  /** Switches a rule on or off. */
  public void toggle(String key) {
    change(
        key,
        rule -> {
          LogicalRuleData data = rule.data();
          LogicalRuleData other =
              new LogicalRuleData(
                  data.never(), data.after(), data.days(), data.note(), !data.enabled());
          rules.put(rule.key(), other, rule.version(), person.getName());
        },
        "logical.saved");
  }

  /** Removes a rule. */
  public void delete(String key) {
    change(
        key, rule -> rules.delete(rule.key(), rule.version(), person.getName()), "logical.deleted");
  }

  private void change(String key, Consumer<LogicalRule> change, String done) {
    boolean changed =
        toasts.attempt(
            () -> {
              person.require("campaign:write");
              getRows().stream()
                  .map(Row::rule)
                  .filter(rule -> rule.key().value().equals(key))
                  .findFirst()
                  .ifPresent(change);
            });
    if (changed) {
      toasts.done(done);
    }
    rows = null;
  }

  public @Nullable String getNeverItem() {
    return neverItem;
  }

  public void setNeverItem(@Nullable String neverItem) {
    this.neverItem = neverItem;
  }

  public @Nullable String getNeverCategory() {
    return neverCategory;
  }

  public void setNeverCategory(@Nullable String neverCategory) {
    this.neverCategory = neverCategory;
  }

  public @Nullable String getAfterItem() {
    return afterItem;
  }

  public void setAfterItem(@Nullable String afterItem) {
    this.afterItem = afterItem;
  }

  public @Nullable String getAfterCategory() {
    return afterCategory;
  }

  public void setAfterCategory(@Nullable String afterCategory) {
    this.afterCategory = afterCategory;
  }

  public @Nullable String getDays() {
    return days;
  }

  public void setDays(@Nullable String days) {
    this.days = days;
  }
}

package org.pitchwright.recommendation.rules;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.frame.Person;
import org.pitchwright.frame.Toasts;
import org.pitchwright.recommendation.Suggestions.Choice;

/** The list of business rules, and beside it one of them with what it does to real lists. */
@Named
@ViewScoped
public class RulesPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "scenario",
          "itemIds",
          "minimumPrice",
          "maximumPrice",
          "currency",
          "position",
          "maximum",
          "validFrom",
          "validUntil",
          "priority");

  @Inject private Rules rules;
  @Inject private RuleWords words;
  @Inject private RuleExamples trials;
  @Inject private Person person;
  @Inject private Toasts toasts;

  private @Nullable RuleForm form;
  private @Nullable String customerId;
  private transient @Nullable List<Row> rows;
  private transient @Nullable List<RuleExample> examples;

  /** A rule in the list, with what it does in a sentence. */
  public record Row(Rule rule, String sentence, RuleState state) {}

  /** All rules in the order in which they apply. */
  public List<Row> getRows() {
    if (rows == null) {
      List<Rule> all = rules.all();
      words.learn(all.stream().flatMap(rule -> rule.data().match().items().stream()).toList());
      Instant now = Instant.now();
      rows =
          all.stream()
              .map(rule -> new Row(rule, words.sentence(rule.data()), rule.state(now)))
              .toList();
    }
    return rows;
  }

  /** The rule that is open, as it is kept; null for a new one, or if none is open. */
  public @Nullable Row getSaved() {
    RuleForm open = form;
    return open == null
        ? null
        : getRows().stream()
            .filter(row -> row.rule().key().equals(open.key()))
            .findFirst()
            .orElse(null);
  }

  public boolean isWriter() {
    return person.may("campaign:write");
  }

  /** The key in the address; null if no rule is open. */
  public @Nullable String getKey() {
    return form == null || form.isNew() ? null : form.key().value();
  }

  /** Opens the rule that the address names, when the page is opened. */
  public void setKey(@Nullable String key) {
    if (key != null && !Faces.isPostback()) {
      show(key);
    }
  }

  /** Opens a rule, and shows what it does. */
  public void show(String key) {
    form = null;
    examples = null;
    getRows().stream()
        .map(Row::rule)
        .filter(rule -> rule.key().value().equals(key))
        .findFirst()
        .ifPresent(
            rule -> {
              form = RuleForm.of(rule, person.getZone());
              preview();
            });
  }

  /** Opens the form with a new rule. */
  public void create() {
    form = RuleForm.blank();
    examples = null;
  }

  /** Closes the panel without saving. */
  public void close() {
    form = null;
    examples = null;
  }

  /** Shows what the rule does as it is written now. */
  public void preview() {
    examples = null;
    RuleForm written = form;
    if (written != null) {
      toasts.attempt(
          () -> examples = trials.of(written.key(), written.draft(person.getZone()), customerId),
          FIELDS);
    }
  }

  /** Saves the rule; what is wrong with it is said beside the field, and nothing is lost. */
  public void save() {
    RuleForm written = form;
    if (written == null) {
      return;
    }
    boolean saved =
        toasts.attempt(
            () -> {
              person.require("campaign:write");
              RuleData data = written.data(person.getZone());
              rules.put(written.key(), data, written.version(), person.getName());
            },
            FIELDS);
    if (saved) {
      toasts.done("rules.saved");
      rows = null;
      show(written.key().value());
    }
  }

  /** Removes the rule that is open. */
  public void delete() {
    RuleForm open = form;
    if (open == null) {
      return;
    }
    toasts.attempt(
        () -> {
          person.require("campaign:write");
          rules.delete(open.key(), open.version(), person.getName());
          toasts.done("rules.deleted");
          close();
        });
    rows = null;
  }

  /** What the preview shows; null before it was asked for. */
  public @Nullable List<RuleExample> getExamples() {
    return examples;
  }

  /** The items of the rule that is open. */
  public List<Choice> getItems() {
    RuleForm open = form;
    List<ItemId> items =
        open == null ? List.of() : open.getItemIds().stream().map(ItemId::new).toList();
    words.learn(items);
    return items.stream().map(item -> new Choice(item.value(), words.title(item))).toList();
  }

  /** The form while it is open. */
  public @Nullable RuleForm getForm() {
    return form;
  }

  /** Empty again once an item was chosen: the choice stands below the field. */
  public @Nullable String getItemToAdd() {
    return null;
  }

  public void setItemToAdd(@Nullable String item) {
    if (form != null && item != null && !item.isBlank()) {
      form.addItem(item);
    }
  }

  public @Nullable String getCategoryToAdd() {
    return null; // As with items.
  }

  public void setCategoryToAdd(@Nullable String category) {
    if (form != null && category != null && !category.isBlank()) {
      form.addCategory(category);
    }
  }

  /** Takes an item out of the rule. */
  public void removeItem(String item) {
    if (form != null) {
      form.getItemIds().remove(item);
    }
  }

  /** Takes a category out of the rule. */
  public void removeCategory(String category) {
    if (form != null) {
      form.getCategories().remove(category);
    }
  }

  /** The customer for whom the preview is made; null for those who were seen last. */
  public @Nullable String getCustomerId() {
    return customerId;
  }

  /** As with items. */
  public @Nullable String getCustomerToTry() {
    return null;
  }

  public void setCustomerToTry(@Nullable String customer) {
    if (customer != null && !customer.isBlank()) {
      customerId = customer;
    }
  }

  /** Tries the rule on the customers who were seen last again. */
  public void tryLatest() {
    customerId = null;
    preview();
  }
}

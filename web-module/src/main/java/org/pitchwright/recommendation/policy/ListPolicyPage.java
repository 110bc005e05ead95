package org.pitchwright.recommendation.policy;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import org.pitchwright.customer.CustomerId;
import org.pitchwright.frame.Person;
import org.pitchwright.frame.Toasts;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.recommendation.PolicyPrice;
import org.pitchwright.recommendation.Recommendations;
import org.pitchwright.recommendation.RuleEffect;
import org.pitchwright.recommendation.rules.RuleExample;
import org.pitchwright.recommendation.rules.RuleExamples;

/** The places of the shop with how lists are mixed there, and beside them one to be set. */
@Named
@ViewScoped
public class ListPolicyPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Set<String> FIELDS =
      Set.of("scenario", "diversity", "calibration", "exploration", "explorationPool");

  @Inject private ListPolicies policies;
  @Inject private Recommendations recommendations;
  @Inject private RuleExamples trials;
  @Inject private PolicyWords words;
  @Inject private Person person;
  @Inject private Toasts toasts;

  private @Nullable PolicyForm form;
  private @Nullable String customerId;
  private transient @Nullable List<Row> rows;
  private transient @Nullable PolicyPrice price;
  private transient @Nullable List<RuleExample> examples;

  /**
   * A place in the list, with what is done there in a sentence.
   *
   * @param version 0 where nothing was set yet
   */
  public record Row(
      PolicyScenario place,
      ListPolicy policy,
      long version,
      @Nullable OffsetDateTime updatedAt,
      @Nullable String updatedBy,
      String sentence) {}

  /** Everywhere, set or not, then the places that differ. */
  public List<Row> getRows() {
    if (rows == null) {
      List<Row> read = new ArrayList<>();
      for (SavedPolicy saved : policies.all()) {
        read.add(
            new Row(
                saved.scenario(),
                saved.policy(),
                saved.version(),
                saved.updatedAt(),
                saved.updatedBy(),
                words.sentence(saved.policy())));
      }
      if (read.isEmpty() || !read.get(0).place().isEverywhere()) {
        ListPolicy off = ListPolicy.OFF;
        read.add(0, new Row(PolicyScenario.DEFAULT, off, 0, null, null, words.sentence(off)));
      }
      rows = read;
    }
    return rows;
  }

  private Optional<Row> row(String scenario) {
    return getRows().stream().filter(row -> row.place().value().equals(scenario)).findFirst();
  }

  public boolean isWriter() {
    return person.may("campaign:write");
  }

  /** The place in the address; null if none is open. */
  public @Nullable String getScenario() {
    return form == null || form.isNew() ? null : form.getScenario();
  }

  /** Opens the place that the address names, when the page is opened. */
  public void setScenario(@Nullable String scenario) {
    if (scenario != null && !Faces.isPostback()) {
      show(scenario);
    }
  }

  /** The place that is open, as it is kept; null for a new one, or if none is open. */
  public @Nullable Row getSaved() {
    String scenario = getScenario();
    return scenario == null ? null : row(scenario).orElse(null);
  }

  /** Opens a place. */
  public void show(String scenario) {
    close();
    row(scenario).ifPresent(row -> form = PolicyForm.of(row.place(), row.policy(), row.version()));
  }

  /** Opens the form for a place that is to differ. */
  public void create() {
    close();
    form = PolicyForm.blank(getRows().get(0).policy());
  }

  /** Closes the panel without saving. */
  public void close() {
    form = null;
    price = null;
    examples = null;
  }

  /** Says beside a field what is wrong with it, as soon as it was left. */
  public void look() {
    PolicyForm written = form;
    if (written != null) {
      toasts.attempt(() -> policies.check(written.policy()), FIELDS);
    }
  }

  /** Shows what the policy costs as it is set now, and lists before and after it. */
  public void measure() {
    PolicyForm written = form;
    price = null;
    examples = null;
    if (written != null) {
      toasts.attempt(
          () -> {
            PolicyScenario place = place(written);
            ListPolicy draft = written.policy();
            price = recommendations.price(place, draft);
            examples = examples(place, draft);
          },
          FIELDS);
    }
  }

  /** Shows lists before and after the policy as it is set now. */
  public void compare() {
    PolicyForm written = form;
    examples = null;
    if (written != null) {
      toasts.attempt(() -> examples = examples(place(written), written.policy()), FIELDS);
    }
  }

  /** Where the policy is tried: a place that has no name yet is like every other. */
  private static PolicyScenario place(PolicyForm written) {
    String scenario = written.getScenario();
    return scenario == null || scenario.isBlank() ? PolicyScenario.DEFAULT : written.place();
  }

  private List<RuleExample> examples(PolicyScenario place, ListPolicy draft) {
    return trials.of(customerId, customer -> effect(customer, place, draft));
  }

  private RuleEffect effect(CustomerId customer, PolicyScenario place, ListPolicy draft) {
    return recommendations.preview(PolicyPreviewBody.example(customer, place), place, draft);
  }

  /** Saves the policy; what is wrong with it is said beside the field, and nothing is lost. */
  public void save() {
    PolicyForm written = form;
    if (written == null) {
      return;
    }
    boolean saved =
        toasts.attempt(
            () -> {
              person.require("campaign:write");
              policies.put(written.place(), written.policy(), written.version(), person.getName());
            },
            FIELDS);
    if (saved) {
      toasts.done("policy.saved");
      rows = null;
      show(written.place().value());
    }
  }

  /** Takes the policy that is open away. */
  public void delete() {
    PolicyForm open = form;
    if (open == null) {
      return;
    }
    toasts.attempt(
        () -> {
          person.require("campaign:write");
          policies.delete(open.place(), open.version(), person.getName());
          toasts.done("policy.deleted");
          close();
        });
    rows = null;
  }

  /** The form while it is open. */
  public @Nullable PolicyForm getForm() {
    return form;
  }

  /** What the variety that is set does. */
  public String getDiversityWords() {
    return words.diversity(set());
  }

  /** What the balance that is set does. */
  public String getCalibrationWords() {
    return words.calibration(set());
  }

  /** What the trying that is set does. */
  public String getExplorationWords() {
    return words.exploration(set());
  }

  /** The policy as it is set; off while a field cannot be read, which is said beside it. */
  private ListPolicy set() {
    try {
      return form == null ? ListPolicy.OFF : form.policy();
    } catch (ProblemException unreadable) {
      return ListPolicy.OFF;
    }
  }

  /** What it costs; null before it was asked for. */
  public @Nullable PolicyPrice getPrice() {
    return price;
  }

  /** What it changes, in sentences. */
  public List<PolicyWords.Verdict> getVerdicts() {
    return price == null ? List.of() : words.verdicts(price);
  }

  /** The figures behind the sentences. */
  public List<PolicyWords.Line> getLines() {
    return price == null ? List.of() : words.lines(price);
  }

  /** Lists before and after; null before they were asked for. */
  public @Nullable List<RuleExample> getExamples() {
    return examples;
  }

  /** The customer whose list is shown; null for those who were seen last. */
  public @Nullable String getCustomerId() {
    return customerId;
  }

  /** Empty again once a customer was chosen: the list stands below the field. */
  public @Nullable String getCustomerToTry() {
    return null;
  }

  public void setCustomerToTry(@Nullable String customer) {
    if (customer != null && !customer.isBlank()) {
      customerId = customer;
    }
  }

  /** Shows the lists of the customers who were seen last again. */
  public void tryLatest() {
    customerId = null;
    compare();
  }
}

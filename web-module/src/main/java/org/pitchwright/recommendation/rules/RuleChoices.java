package org.pitchwright.recommendation.rules;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.pitchwright.recommendation.relations.Categories;

/** What a person may choose from while writing a rule. */
@Named
@RequestScoped
public class RuleChoices {
  private static final Set<String> USUAL = Set.of("CART", "HOME", "PRODUCT", "SEARCH");

  @Inject private Categories categories;
  @Inject private Rules rules;

  public RuleKind[] getKinds() {
    return RuleKind.values();
  }

  public RuleStrength[] getStrengths() {
    return RuleStrength.values();
  }

  /** The categories of the catalogue and of the tree that are not chosen yet. */
  public List<String> categoriesBeside(Collection<String> chosen) {
    return categories.all().stream()
        .map(Categories.Placed::category)
        .filter(category -> !chosen.contains(category))
        .toList();
  }

  /** Scenarios of other rules, and the usual ones; any other can be written as well. */
  public List<String> getScenarios() {
    Set<String> known = new TreeSet<>(USUAL);
    rules.all().stream()
        .map(rule -> rule.data().scenario())
        .filter(Objects::nonNull)
        .forEach(known::add);
    return List.copyOf(known);
  }
}

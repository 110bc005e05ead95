package org.pitchwright.recommendation.rules;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pitchwright.catalog.Catalog;
import org.pitchwright.customer.Customers;
import org.pitchwright.recommendation.RecommendPage.Choice;
import org.pitchwright.recommendation.relations.Categories;

/** What a person may choose from while writing a rule. */
@Named
@RequestScoped
public class RuleChoices {
  private static final int SUGGESTIONS = 10;
  private static final Set<String> USUAL = Set.of("CART", "HOME", "PRODUCT", "SEARCH");

  @Inject private Catalog catalog;
  @Inject private Customers customers;
  @Inject private Categories categories;
  @Inject private Rules rules;

  public RuleKind[] getKinds() {
    return RuleKind.values();
  }

  public RuleStrength[] getStrengths() {
    return RuleStrength.values();
  }

  /** Customers whose key, name or address holds the words. */
  public List<Choice> customersLike(String words) {
    return customers.search(words, SUGGESTIONS, null).items().stream()
        .map(found -> choice(found.id().value(), found.data().name()))
        .toList();
  }

  /** Items whose title or key matches the words. */
  public List<Choice> itemsLike(String words) {
    return catalog.search(words, null, SUGGESTIONS, null).items().stream()
        .map(found -> choice(found.id().value(), found.data().title()))
        .toList();
  }

  private static Choice choice(String id, @Nullable String title) {
    return new Choice(id, title == null ? id : title);
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

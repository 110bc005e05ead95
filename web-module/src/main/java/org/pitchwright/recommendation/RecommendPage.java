package org.pitchwright.recommendation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pitchwright.catalog.Catalog;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.customer.CustomerId;
import org.pitchwright.customer.Customers;
import org.pitchwright.frame.Toasts;
import org.pitchwright.recommendation.Suggestions.Choice;

/** Choose a customer or items just looked at, and see what would be recommended. */
@Named
@ViewScoped
public class RecommendPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private Customers customers;
  @Inject private Catalog catalog;
  @Inject private Suggestions suggestions;
  @Inject private Recommendations recommendations;
  @Inject private Picks picks;
  @Inject private Toasts toasts;

  private @Nullable String customerId;
  private final ArrayList<String> recent = new ArrayList<>();
  private @Nullable String itemToAdd;
  private @Nullable String category;
  private Exclusion exclude = Exclusion.SEEN;
  private int limit = RecommendationRequest.DEFAULT_LIMIT;
  private transient @Nullable Answer answer;

  /** An answer with its items ready to be shown. */
  public record Answer(boolean personalized, int modelVersion, List<Pick> picks) {}

  public Set<String> getCategories() {
    return catalog.categories().keySet();
  }

  public Exclusion[] getExclusions() {
    return Exclusion.values();
  }

  /** The items that the visitor looked at, oldest first. */
  public List<Choice> getRecent() {
    return suggestions.items(recent);
  }

  /** Adds the item that was chosen to the end of the history. */
  public void add() {
    if (itemToAdd != null) {
      recent.remove(itemToAdd);
      recent.add(itemToAdd);
      itemToAdd = null;
      answer = null;
    }
  }

  public void remove(String id) {
    recent.remove(id);
    answer = null;
  }

  /** Starts over. */
  public void clear() {
    recent.clear();
    customerId = null;
    answer = null;
  }

  /** Asks again after a choice has changed. */
  public void refresh() {
    answer = null;
  }

  /** What would be recommended; null if the request was refused. */
  public @Nullable Answer getAnswer() {
    if (answer == null) {
      toasts.attempt(() -> answer = ask());
    }
    return answer;
  }

  private Answer ask() {
    Recommendation given =
        recommendations.recommend(
            new RecommendationRequest(
                customerId == null ? null : new CustomerId(customerId),
                recent.stream().map(ItemId::new).toList(),
                RecommendationFigures.PREVIEW,
                limit,
                exclude,
                category == null ? null : Set.of(category),
                Set.of()));
    return new Answer(given.personalized(), given.model().version(), picks.of(given.items()));
  }

  /** The name beside the key of the chosen customer. */
  public @Nullable String getCustomerName() {
    return customerId == null
        ? null
        : customers.find(new CustomerId(customerId)).map(known -> known.data().name()).orElse(null);
  }

  public @Nullable String getCustomerId() {
    return customerId;
  }

  /** Takes the key of a customer; what cannot be one is as none. */
  public void setCustomerId(@Nullable String customerId) {
    this.customerId = isKey(customerId) ? customerId : null;
  }

  private static boolean isKey(@Nullable String text) {
    try {
      return text != null && !new CustomerId(text).value().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The field of customers is empty again once one was chosen: the choice stands below it. */
  public @Nullable String getChosenCustomer() {
    return null;
  }

  public void setChosenCustomer(@Nullable String chosen) {
    setCustomerId(chosen);
  }

  public @Nullable String getItemToAdd() {
    return null; // As with the customer.
  }

  public void setItemToAdd(@Nullable String itemToAdd) {
    this.itemToAdd = itemToAdd;
  }

  public @Nullable String getCategory() {
    return category;
  }

  public void setCategory(@Nullable String category) {
    this.category = category;
  }

  public Exclusion getExclude() {
    return exclude;
  }

  public void setExclude(Exclusion exclude) {
    this.exclude = exclude;
  }

  public int getLimit() {
    return limit;
  }

  public void setLimit(int limit) {
    this.limit = limit;
  }
}

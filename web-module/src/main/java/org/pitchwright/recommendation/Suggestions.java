package org.pitchwright.recommendation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pitchwright.catalog.Catalog;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.customer.Customers;

/** Customers and items to choose from, by a few letters, and the titles of those chosen. */
@Named
@RequestScoped
public class Suggestions {
  private static final int MOST = 10;

  @Inject private Customers customers;
  @Inject private Catalog catalog;

  /** Something to choose, by key and title. */
  public record Choice(String id, String title) {
    static Choice of(String id, @Nullable String title) {
      return new Choice(id, title == null ? id : title);
    }
  }

  /** Customers whose key, name or address holds the words. */
  public List<Choice> customersLike(String words) {
    return customers.search(words, MOST, null).items().stream()
        .map(found -> Choice.of(found.id().value(), found.data().name()))
        .toList();
  }

  /** Items whose title or key matches the words. */
  public List<Choice> itemsLike(String words) {
    return catalog.search(words, null, MOST, null).items().stream()
        .map(found -> Choice.of(found.id().value(), found.data().title()))
        .toList();
  }

  /** Items with their titles, in the order given; their keys where the catalogue has none. */
  public List<Choice> items(Collection<String> ids) {
    Map<ItemId, Catalog.Listed> known = catalog.findAll(ids.stream().map(ItemId::new).toList());
    return ids.stream()
        .map(
            id -> {
              Catalog.@Nullable Listed listed = known.get(new ItemId(id));
              return Choice.of(id, listed == null ? null : listed.data().title());
            })
        .toList();
  }
}

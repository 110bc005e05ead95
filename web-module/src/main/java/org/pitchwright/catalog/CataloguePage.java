package org.pitchwright.catalog;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pitchwright.behavior.ItemActivity;
import org.pitchwright.catalog.CatalogOverview.Offer;
import org.pitchwright.frame.Person;
import org.pitchwright.frame.Rows;
import org.pitchwright.frame.Toasts;
import org.pitchwright.recommendation.Pick;
import org.pitchwright.recommendation.Picks;
import org.pitchwright.recommendation.Recommendations;
import org.primefaces.PrimeFaces;
import org.primefaces.event.SelectEvent;

/** The list of items, and beside it one of them: its facts, what resembles it, who looks at it. */
@Named
@ViewScoped
public class CataloguePage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int SIMILAR_SHOWN = 5;
  private static final Set<String> FIELDS =
      Set.of("itemId", "title", "description", "price", "currency", "language", "imageUrl");

  @Inject private Catalog catalog;
  @Inject private CatalogOverview overview;
  @Inject private ItemActivity activity;
  @Inject private Recommendations recommendations;
  @Inject private Picks picks;
  @Inject private Person person;
  @Inject private Toasts toasts;

  private @Nullable String words;
  private @Nullable String category;
  private Offer offer = Offer.ANY;
  private @Nullable String selectedId;
  private transient @Nullable Detail detail;
  private @Nullable ItemForm form;
  private final Rows<CatalogOverview.Row> rows =
      new Rows<>(
          table -> (int) overview.count(filter()),
          (offset, limit) -> overview.page(filter(), offset, limit),
          CatalogOverview.Row::itemId);

  /** Everything that the panel shows of an item. */
  public record Detail(
      Catalog.Listed item, List<ItemActivity.Count> activity, List<Pick> similar) {}

  private CatalogOverview.Filter filter() {
    return new CatalogOverview.Filter(words, category, offer);
  }

  public Rows<CatalogOverview.Row> getRows() {
    return rows;
  }

  public Set<String> getCategories() {
    return catalog.categories().keySet();
  }

  public Offer[] getOffers() {
    return Offer.values();
  }

  public @Nullable String getSelectedId() {
    return selectedId;
  }

  public void setSelectedId(@Nullable String selectedId) {
    this.selectedId = selectedId;
    detail = null;
    form = null;
  }

  /** For the table, which keeps the selection itself. */
  public CatalogOverview.@Nullable Row getSelectedRow() {
    return null;
  }

  public void setSelectedRow(CatalogOverview.@Nullable Row row) {
    // The row that was chosen arrives in select.
  }

  /** Opens the chosen item beside the list. */
  public void select(SelectEvent<CatalogOverview.Row> event) {
    setSelectedId(event.getObject().itemId());
    PrimeFaces.current().ajax().addCallbackParam("id", event.getObject().itemId());
  }

  /** Closes the panel. */
  public void close() {
    setSelectedId(null);
  }

  /** The chosen item; null if none is chosen or there is no such item. */
  public @Nullable Detail getDetail() {
    String id = selectedId;
    if (detail == null && id != null) {
      detail = find(id).map(this::read).orElse(null);
    }
    return detail;
  }

  private Optional<Catalog.Listed> find(String id) {
    try {
      return catalog.find(new ItemId(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // An address that somebody has mistyped names nothing.
    }
  }

  private Detail read(Catalog.Listed item) {
    return new Detail(
        item,
        activity.of(item.id()),
        picks.of(recommendations.similar(item.id(), SIMILAR_SHOWN).items()));
  }

  /** Opens the form with a new item. */
  public void create() {
    setSelectedId(null);
    form = ItemForm.blank();
  }

  /** Opens the form with the chosen item. */
  public void edit() {
    Detail shown = getDetail();
    if (shown != null) {
      form = ItemForm.of(shown.item());
    }
  }

  /** Closes the form without saving. */
  public void cancel() {
    form = null;
  }

  /** Saves the form; what is wrong with it is said, and nothing is lost. */
  public void save() {
    ItemForm filled = form;
    if (filled == null) {
      return;
    }
    boolean saved =
        toasts.attempt(
            () -> {
              person.require("catalog:write");
              catalog.put(filled.id(), filled.data(), filled.version());
            },
            FIELDS);
    if (saved) {
      toasts.done("catalogue.saved", filled.id().value());
      setSelectedId(filled.id().value());
    }
  }

  /** The form while it is open. */
  public @Nullable ItemForm getForm() {
    return form;
  }

  public @Nullable String getWords() {
    return words;
  }

  public void setWords(@Nullable String words) {
    this.words = words;
  }

  public @Nullable String getCategory() {
    return category;
  }

  public void setCategory(@Nullable String category) {
    this.category = category;
  }

  public Offer getOffer() {
    return offer;
  }

  public void setOffer(Offer offer) {
    this.offer = offer;
  }
}

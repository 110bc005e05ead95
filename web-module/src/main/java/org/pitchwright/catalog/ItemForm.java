package org.pitchwright.catalog;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pitchwright.problem.ProblemException;

/** An item while a person writes it. */
public class ItemForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private final boolean isNew;
  private final long version;
  private final HashMap<String, Object> attributes;
  private @Nullable String itemId;
  private @Nullable String title;
  private @Nullable String description;
  private @Nullable String category;
  private @Nullable BigDecimal price;
  private @Nullable String currency;
  private @Nullable String language;
  private @Nullable String imageUrl;
  private boolean active = true;

  private ItemForm(boolean isNew, long version, Map<String, Object> attributes) {
    this.isNew = isNew;
    this.version = version;
    this.attributes = new HashMap<>(attributes);
  }

  static ItemForm blank() {
    return new ItemForm(true, 0, Map.of());
  }

  static ItemForm of(Catalog.Listed item) {
    ItemData data = item.data();
    ItemForm form = new ItemForm(false, item.version(), data.attributes());
    form.itemId = item.id().value();
    form.title = data.title();
    form.description = data.description();
    form.category = data.category();
    form.price = data.price();
    form.currency = data.currency();
    form.language = data.language();
    form.imageUrl = data.imageUrl();
    form.active = data.active();
    return form;
  }

  ItemId id() {
    try {
      return new ItemId(itemId == null ? "" : itemId);
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid("/itemId", String.valueOf(e.getMessage()));
    }
  }

  ItemData data() {
    return new ItemData(
        text(title),
        text(description),
        text(category),
        price,
        currency,
        language,
        attributes,
        imageUrl,
        active);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** The version that the person has seen; 0 for an item that is not there yet. */
  long version() {
    return version;
  }

  public boolean isNew() {
    return isNew;
  }

  public @Nullable String getItemId() {
    return itemId;
  }

  public void setItemId(@Nullable String itemId) {
    this.itemId = itemId;
  }

  public @Nullable String getTitle() {
    return title;
  }

  public void setTitle(@Nullable String title) {
    this.title = title;
  }

  public @Nullable String getDescription() {
    return description;
  }

  public void setDescription(@Nullable String description) {
    this.description = description;
  }

  public @Nullable String getCategory() {
    return category;
  }

  public void setCategory(@Nullable String category) {
    this.category = category;
  }

  public @Nullable BigDecimal getPrice() {
    return price;
  }

  public void setPrice(@Nullable BigDecimal price) {
    this.price = price;
  }

  public @Nullable String getCurrency() {
    return currency;
  }

  public void setCurrency(@Nullable String currency) {
    this.currency = currency;
  }

  public @Nullable String getLanguage() {
    return language;
  }

  public void setLanguage(@Nullable String language) {
    this.language = language;
  }

  public @Nullable String getImageUrl() {
    return imageUrl;
  }

  public void setImageUrl(@Nullable String imageUrl) {
    this.imageUrl = imageUrl;
  }

  public boolean isActive() {
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
  }
}

package org.pitchwright.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pitchwright.json.JsonMapConverter;

/** Something that the shop sells and that can be recommended while it is active. */
@Entity
@Table(name = "item")
@SuppressWarnings("NullAway.Init") // JPA fills what the protected constructor leaves open.
public class Item {
  @Id
  @Column(name = "item_id")
  private String itemId;

  private String title;
  private String description;
  private String category;
  private @Nullable BigDecimal price;
  private @Nullable String currency;
  private @Nullable String language;

  @Convert(converter = JsonMapConverter.class)
  private Map<String, Object> attributes = new HashMap<>();

  @Column(name = "image_url")
  private @Nullable String imageUrl;

  private boolean active;
  @Version private long version;

  @Column(name = "created_at")
  private OffsetDateTime createdAt;

  @Column(name = "updated_at")
  private OffsetDateTime updatedAt;

  protected Item() {}

  /** A new item, as described by {@code data}. */
  public Item(ItemId id, ItemData data, OffsetDateTime now) {
    this.itemId = id.value();
    this.createdAt = now;
    describe(data, now);
  }

  /** Replaces the whole description. */
  public final void describe(ItemData data, OffsetDateTime now) {
    title = data.title();
    description = data.description();
    category = data.category();
    price = data.price();
    currency = data.currency();
    language = data.language();
    attributes = new HashMap<>(data.attributes());
    imageUrl = data.imageUrl();
    active = data.active();
    updatedAt = now;
  }

  public ItemId id() {
    return new ItemId(itemId);
  }

  /** What the shop says about the item. */
  public ItemData data() {
    return new ItemData(
        title, description, category, price, currency, language, attributes, imageUrl, active);
  }

  /** Counts up with each change; the entity tag of REST. */
  public long version() {
    return version;
  }

  public OffsetDateTime createdAt() {
    return createdAt;
  }

  public OffsetDateTime updatedAt() {
    return updatedAt;
  }
}

package org.pitchwright.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pitchwright.json.Money;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.Violation;

/** An item on the wire. */
@Schema(name = "Item", description = "What a shop says about an item")
public record ItemBody(
    @JsonProperty(required = true) @Schema(description = "1 to 500 characters", example = "Phone")
        @Nullable String title,
    @JsonProperty(required = true) @Schema(description = "May be empty")
        @Nullable String description,
    @JsonProperty(required = true) @Schema(description = "May be empty", example = "phones")
        @Nullable String category,
    @JsonProperty(required = true)
        @Schema(description = "Decimal string, null without price", example = "19.90")
        @Nullable String price,
    @JsonProperty(required = true) @Schema(description = "ISO 4217 code", example = "CNY")
        @Nullable String currency,
    @JsonProperty(required = true) @Schema(description = "BCP 47 tag", example = "zh")
        @Nullable String language,
    @JsonProperty(required = true) @Schema(description = "Any further facts")
        @Nullable Map<String, Object> attributes,
    @Schema(description = "http or https") @Nullable String imageUrl,
    @JsonProperty(required = true) @Schema(description = "Whether it may be recommended")
        @Nullable Boolean active) {

  static ItemBody of(ItemData data) {
    return new ItemBody(
        data.title(),
        data.description(),
        data.category(),
        Money.text(data.price(), data.currency()),
        data.currency(),
        data.language(),
        data.attributes(),
        data.imageUrl(),
        data.active());
  }

  /**
   * The description that this body stands for.
   *
   * @throws ProblemException naming each member that must not be null, or the price that is none
   */
  ItemData toData() {
    List<Violation> found = new ArrayList<>();
    need(found, "title", title);
    need(found, "description", description);
    need(found, "category", category);
    need(found, "attributes", attributes);
    need(found, "active", active);
    if (title == null
        || description == null
        || category == null
        || attributes == null
        || active == null) {
      throw ProblemException.invalid(found);
    }
    return new ItemData(
        title,
        description,
        category,
        Money.parse("/price", price),
        currency,
        language,
        attributes,
        imageUrl,
        active);
  }

  private static void need(List<Violation> found, String member, @Nullable Object value) {
    if (value == null) {
      found.add(new Violation("/" + member, member + " must not be null"));
    }
  }
}

package org.pitchwright.recommendation.rules;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.json.Money;
import org.pitchwright.problem.PathKey;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.Violation;

/** A business rule on the wire. */
@Schema(name = "Rule", description = "What marketing decides about lists of recommendations")
public record RuleBody(
    @JsonProperty(required = true) @Schema(description = "For people, 1 to 200 characters")
        @Nullable String name,
    @JsonProperty(required = true) @Nullable RuleKind kind,
    @Schema(description = "Place where the items are shown; null for everywhere", example = "HOME")
        @Nullable String scenario,
    @Schema(description = "One of these items; PIN names exactly one")
        @Nullable List<@Nullable String> itemIds,
    @Schema(description = "In one of these categories; CAP without any holds for each category")
        @Nullable List<@Nullable String> categories,
    @Schema(description = "Decimal string; items without a price do not match", example = "19.90")
        @Nullable String minimumPrice,
    @Schema(description = "Decimal string", example = "99.00") @Nullable String maximumPrice,
    @Schema(description = "ISO 4217 code, needed with a price", example = "CNY")
        @Nullable String currency,
    @Schema(description = "PIN: place in the list, 1 to 200") @Nullable Integer position,
    @Schema(description = "BOOST and BURY: how much") @Nullable RuleStrength strength,
    @Schema(description = "CAP: items of one category in a list, 1 to 200")
        @Nullable Integer maximum,
    @Schema(description = "Null for always") @Nullable OffsetDateTime validFrom,
    @Schema(description = "Null for never") @Nullable OffsetDateTime validUntil,
    @JsonProperty(required = true) @Nullable Boolean enabled,
    @Schema(
            description = "1 to 1000; of two pins at one place the lower number has it",
            defaultValue = "100")
        @Nullable Integer priority) {

  static RuleBody of(RuleData data) {
    RuleMatch match = data.match();
    return new RuleBody(
        data.name(),
        data.kind(),
        data.scenario(),
        match.items().stream().map(ItemId::value).toList(),
        List.copyOf(match.categories()),
        Money.text(match.minimumPrice(), match.currency()),
        Money.text(match.maximumPrice(), match.currency()),
        match.currency(),
        data.position(),
        data.strengthInWords(),
        data.maximum(),
        data.validFrom(),
        data.validUntil(),
        data.enabled(),
        data.priority());
  }

  /**
   * The rule that this body stands for.
   *
   * @throws ProblemException naming each member that must not be null, or a key or price that is
   *     none
   */
  RuleData toData() {
    if (name == null || kind == null || enabled == null) {
      List<Violation> found = new ArrayList<>();
      need(found, "name", name);
      need(found, "kind", kind);
      need(found, "enabled", enabled);
      throw ProblemException.invalid(found);
    }
    return new RuleData(
        name,
        kind,
        scenario,
        match(),
        position,
        strength == null ? null : strength.deviations(),
        maximum,
        validFrom,
        validUntil,
        enabled,
        priority == null ? RuleData.DEFAULT_PRIORITY : priority);
  }

  private static void need(List<Violation> found, String member, @Nullable Object value) {
    if (value == null) {
      found.add(new Violation("/" + member, member + " must not be null"));
    }
  }

  private RuleMatch match() {
    List<ItemId> items = new ArrayList<>();
    for (String key : texts("itemIds", itemIds)) {
      items.add(PathKey.parse("itemIds/" + items.size(), key, ItemId::new));
    }
    return new RuleMatch(
        items,
        texts("categories", categories),
        Money.parse("/minimumPrice", minimumPrice),
        Money.parse("/maximumPrice", maximumPrice),
        currency);
  }

  private static List<String> texts(String member, @Nullable List<@Nullable String> values) {
    List<String> texts = new ArrayList<>();
    if (values != null) {
      for (String value : values) {
        if (value == null) {
          throw ProblemException.invalid(
              "/" + member + "/" + texts.size(), member + " must not contain null");
        }
        texts.add(value);
      }
    }
    return texts;
  }
}

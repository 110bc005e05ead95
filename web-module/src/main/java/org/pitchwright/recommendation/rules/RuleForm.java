package org.pitchwright.recommendation.rules;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.json.Money;
import org.pitchwright.problem.ProblemException;

/**
 * A rule while a person writes it. What another kind of rule needs is kept too, so that nothing is
 * lost while one chooses between kinds.
 */
public class RuleForm implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

  private final String key;
  private final long version;
  private final ArrayList<String> itemIds = new ArrayList<>();
  private final ArrayList<String> categories = new ArrayList<>();
  private @Nullable String name;
  private RuleKind kind = RuleKind.PIN;
  private @Nullable String scenario;
  private @Nullable String minimumPrice;
  private @Nullable String maximumPrice;
  private @Nullable String currency;
  private @Nullable String position = "1";
  private RuleStrength strength = RuleStrength.CLEARLY;
  private @Nullable String maximum = "2";
  private @Nullable String validFrom;
  private @Nullable String validUntil;
  private boolean enabled = true;
  private @Nullable String priority = String.valueOf(RuleData.DEFAULT_PRIORITY);

  private RuleForm(RuleKey key, long version) {
    this.key = key.value();
    this.version = version;
  }

  static RuleForm blank() {
    return new RuleForm(RuleKey.fresh(), 0);
  }

  /**
   * A rule ready to be changed.
   *
   * @param zone in which the person reads times
   */
  static RuleForm of(Rule rule, ZoneId zone) {
    RuleData data = rule.data();
    RuleForm form = new RuleForm(rule.key(), rule.version());
    form.name = data.name();
    form.kind = data.kind();
    form.scenario = data.scenario();
    form.take(data.match());
    form.position = data.position() == null ? form.position : data.position().toString();
    RuleStrength words = data.strengthInWords();
    form.strength = words == null ? form.strength : words;
    form.maximum = data.maximum() == null ? form.maximum : data.maximum().toString();
    form.validFrom = local(data.validFrom(), zone);
    form.validUntil = local(data.validUntil(), zone);
    form.enabled = data.enabled();
    form.priority = String.valueOf(data.priority());
    return form;
  }

  private void take(RuleMatch match) {
    match.items().forEach(item -> itemIds.add(item.value()));
    categories.addAll(match.categories());
    minimumPrice = Money.text(match.minimumPrice(), match.currency());
    maximumPrice = Money.text(match.maximumPrice(), match.currency());
    currency = match.currency();
  }

  private static @Nullable String local(@Nullable OffsetDateTime time, ZoneId zone) {
    return time == null ? null : time.atZoneSameInstant(zone).format(LOCAL);
  }

  /**
   * The rule that was written, with what its kind needs.
   *
   * @param zone in which the person writes times
   * @throws ProblemException naming the field that cannot be read
   */
  RuleData data(ZoneId zone) {
    return data(zone, name == null ? "" : name.strip());
  }

  /** As {@link #data(ZoneId)}, to be tried: the name may still be missing. */
  RuleData draft(ZoneId zone) {
    return data(zone, name == null || name.isBlank() ? key : name.strip());
  }

  private RuleData data(ZoneId zone, String called) {
    return new RuleData(
        called,
        kind,
        blankToNull(scenario),
        match(),
        kind == RuleKind.PIN ? number("position", position) : null,
        kind.moves() ? strength.deviations() : null,
        kind == RuleKind.CAP ? number("maximum", maximum) : null,
        time("validFrom", validFrom, zone),
        time("validUntil", validUntil, zone),
        enabled,
        number("priority", priority));
  }

  private RuleMatch match() {
    List<ItemId> items = itemIds.stream().map(ItemId::new).toList();
    return switch (kind) {
      case PIN -> new RuleMatch(items, List.of(), null, null, null);
      case CAP -> new RuleMatch(List.of(), categories, null, null, null);
      case BOOST, BURY, EXCLUDE -> {
        BigDecimal least = price("minimumPrice", minimumPrice);
        BigDecimal most = price("maximumPrice", maximumPrice);
        String code = least == null && most == null ? null : blankToNull(currency);
        yield new RuleMatch(items, categories, least, most, code);
      }
    };
  }

  private static @Nullable BigDecimal price(String field, @Nullable String text) {
    try {
      return Money.parse("/" + field, blankToNull(text));
    } catch (ProblemException e) {
      throw ProblemException.invalid("/" + field, "A price must be a number such as 19.90");
    }
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static int number(String field, @Nullable String text) {
    try {
      return Integer.parseInt(text == null ? "" : text.strip());
    } catch (NumberFormatException e) {
      throw ProblemException.invalid("/" + field, field + " must be a whole number");
    }
  }

  private static @Nullable OffsetDateTime time(String field, @Nullable String text, ZoneId zone) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return LocalDateTime.parse(text.strip())
          .truncatedTo(ChronoUnit.MINUTES)
          .atZone(zone)
          .toOffsetDateTime();
    } catch (DateTimeParseException e) {
      throw ProblemException.invalid("/" + field, field + " must be a date and a time");
    }
  }

  /** Adds an item; a pin has only one, which takes the place of the one before. */
  void addItem(String itemId) {
    if (kind == RuleKind.PIN) {
      itemIds.clear();
    }
    if (!itemIds.contains(itemId)) {
      itemIds.add(itemId);
    }
  }

  void addCategory(String category) {
    if (!categories.contains(category)) {
      categories.add(category);
    }
  }

  RuleKey key() {
    return new RuleKey(key);
  }

  /** The version that the person has seen; 0 for a rule that is not there yet. */
  long version() {
    return version;
  }

  public boolean isNew() {
    return version == 0;
  }

  public List<String> getItemIds() {
    return itemIds;
  }

  public List<String> getCategories() {
    return categories;
  }

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public RuleKind getKind() {
    return kind;
  }

  public void setKind(RuleKind kind) {
    this.kind = kind;
  }

  public @Nullable String getScenario() {
    return scenario;
  }

  public void setScenario(@Nullable String scenario) {
    this.scenario = scenario;
  }

  public @Nullable String getMinimumPrice() {
    return minimumPrice;
  }

  public void setMinimumPrice(@Nullable String minimumPrice) {
    this.minimumPrice = minimumPrice;
  }

  public @Nullable String getMaximumPrice() {
    return maximumPrice;
  }

  public void setMaximumPrice(@Nullable String maximumPrice) {
    this.maximumPrice = maximumPrice;
  }

  public @Nullable String getCurrency() {
    return currency;
  }

  public void setCurrency(@Nullable String currency) {
    this.currency = currency;
  }

  public @Nullable String getPosition() {
    return position;
  }

  public void setPosition(@Nullable String position) {
    this.position = position;
  }

  public RuleStrength getStrength() {
    return strength;
  }

  public void setStrength(RuleStrength strength) {
    this.strength = strength;
  }

  public @Nullable String getMaximum() {
    return maximum;
  }

  public void setMaximum(@Nullable String maximum) {
    this.maximum = maximum;
  }

  public @Nullable String getValidFrom() {
    return validFrom;
  }

  public void setValidFrom(@Nullable String validFrom) {
    this.validFrom = validFrom;
  }

  public @Nullable String getValidUntil() {
    return validUntil;
  }

  public void setValidUntil(@Nullable String validUntil) {
    this.validUntil = validUntil;
  }

  public boolean isEnabled() {
    return enabled;
  }

  public void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }

  public @Nullable String getPriority() {
    return priority;
  }

  public void setPriority(@Nullable String priority) {
    this.priority = priority;
  }
}

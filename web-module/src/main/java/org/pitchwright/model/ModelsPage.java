package org.pitchwright.model;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pitchwright.frame.Person;
import org.pitchwright.frame.Toasts;

/** The versions of the recommender, which one serves, and the decision that another one should. */
@Named
@ViewScoped
public class ModelsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final List<String> COMPARED = List.of("ndcg@10", "ndcg@5", "hr@10", "hr@5");

  @Inject private ModelRegistry registry;
  @Inject private Person person;
  @Inject private Toasts toasts;

  private @Nullable Integer selected;
  private @Nullable String reason;
  private transient @Nullable List<ModelVersion> versions;

  /** A line of a nested table of facts, its name with the names of what it stands in. */
  public record Fact(String name, String value) {}

  /** All versions, newest first. */
  public List<ModelVersion> getVersions() {
    if (versions == null) {
      versions = registry.versions(ModelRegistry.RECOMMENDER);
    }
    return versions;
  }

  public Quality quality(ModelVersion version) {
    return Quality.of(version);
  }

  /** The version that serves; null while popularity answers. */
  public @Nullable ModelVersion getChampion() {
    return getVersions().stream()
        .filter(version -> version.stage() == ModelStage.CHAMPION)
        .findFirst()
        .orElse(null);
  }

  /** The chosen version; null if none is. */
  public @Nullable ModelVersion getShown() {
    return chosen().orElse(null);
  }

  private Optional<ModelVersion> chosen() {
    Integer wanted = selected;
    return wanted == null
        ? Optional.empty()
        : getVersions().stream().filter(version -> version.version() == wanted).findFirst();
  }

  /** Whether the chosen version was measured worse than the one that serves. */
  public boolean isWorse() {
    ModelVersion champion = getChampion();
    Double present = champion == null ? null : Quality.of(champion).ndcg();
    Double next = chosen().map(version -> Quality.of(version).ndcg()).orElse(null);
    return present != null && next != null && next < present;
  }

  /**
   * A metric of a version beside the same of plain popularity.
   *
   * @param model null if it was not measured
   * @param popularity null if it was not measured
   */
  public record Comparison(String metric, @Nullable Double model, @Nullable Double popularity) {}

  /** What was measured on held-out data; empty before the evaluation. */
  public List<Comparison> comparison(ModelVersion version) {
    Map<String, Object> metrics = version.metrics();
    Map<?, ?> popularity =
        metrics.get("popularity") instanceof Map<?, ?> measured ? measured : Map.of();
    return COMPARED.stream()
        .map(
            name ->
                new Comparison(
                    name.toUpperCase(Locale.ROOT),
                    number(metrics.get(name)),
                    number(popularity.get(name))))
        .filter(line -> line.model() != null)
        .toList();
  }

  private static @Nullable Double number(@Nullable Object value) {
    return value instanceof Number number ? number.doubleValue() : null;
  }

  /** Metrics or settings as lines, nested names joined by a dot. */
  public List<Fact> facts(Map<String, Object> values) {
    List<Fact> lines = new ArrayList<>();
    add(lines, "", values);
    return lines;
  }

  private static void add(List<Fact> lines, String prefix, Map<?, ?> values) {
    new TreeMap<>(values)
        .forEach(
            (name, value) -> {
              if (value instanceof Map<?, ?> nested) {
                add(lines, prefix + name + ".", nested);
              } else {
                lines.add(new Fact(prefix + name, String.valueOf(value)));
              }
            });
  }

  /** How the chosen version changed its stage, latest first. */
  public List<ModelRegistry.Transition> getTransitions() {
    return registry.transitions(ModelRegistry.RECOMMENDER).stream()
        .filter(step -> selected != null && step.version() == selected)
        .toList();
  }

  public void show(int version) {
    selected = version;
    reason = null;
  }

  /** Closes the panel. */
  public void close() {
    selected = null;
  }

  /** Lets the chosen version serve. */
  public void promote() {
    decide(
        (version, why) -> {
          registry.promote(ModelRegistry.RECOMMENDER, version, person.getName(), why);
          toasts.done("models.promoted", version);
        });
  }

  /** Lets the version serve that did before the chosen one. */
  public void rollback() {
    decide(
        (version, why) -> {
          ModelVersion again =
              registry.rollback(ModelRegistry.RECOMMENDER, version, person.getName(), why);
          toasts.done("models.rolledBack", again.version());
        });
  }

  private interface Decision {
    void take(int version, String why);
  }

  private void decide(Decision decision) {
    Integer version = selected;
    String why = reason;
    if (version == null || why == null) {
      return;
    }
    toasts.attempt(
        () -> {
          person.require("model:write");
          decision.take(version, why);
        });
    versions = null;
    reason = null;
  }

  public @Nullable Integer getSelected() {
    return selected;
  }

  public void setSelected(@Nullable Integer selected) {
    this.selected = selected;
  }

  public @Nullable String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason;
  }
}

package org.pitchwright.model;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pitchwright.json.JsonMapConverter;

/** One trained model: what it was trained from, how good it is, and whether it serves. */
@Entity
@Table(name = "model_version")
@IdClass(ModelVersion.Key.class)
@SuppressWarnings("NullAway.Init") // JPA fills what the protected constructor leaves open.
public class ModelVersion {
  @Id private String name;
  @Id private int version;

  @Enumerated(EnumType.STRING)
  private ModelStage stage;

  @Convert(converter = JsonMapConverter.class)
  private Map<String, Object> metrics = new HashMap<>();

  @Convert(converter = JsonMapConverter.class)
  private Map<String, Object> parameters = new HashMap<>();

  @Column(name = "data_fingerprint")
  private String dataFingerprint;

  private @Nullable Integer parent;

  @Column(name = "execution_id")
  private @Nullable Long executionId;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "created_at")
  private OffsetDateTime createdAt;

  protected ModelVersion() {}

  /** A new candidate. */
  public ModelVersion(
      String name, int version, NewModel model, @Nullable Integer parent, OffsetDateTime now) {
    this.name = name;
    this.version = version;
    this.stage = ModelStage.CANDIDATE;
    this.metrics = new HashMap<>(model.metrics());
    this.parameters = new HashMap<>(model.parameters());
    this.dataFingerprint = model.dataFingerprint();
    this.parent = parent;
    this.executionId = model.executionId();
    this.createdBy = model.createdBy();
    this.createdAt = now;
  }

  /** Moves the version to another stage. */
  public void moveTo(ModelStage next) {
    stage = next;
  }

  /** Replaces the metrics, for example after an evaluation. */
  public void measured(Map<String, Object> newMetrics) {
    metrics = new HashMap<>(newMetrics);
  }

  public String name() {
    return name;
  }

  public int version() {
    return version;
  }

  public ModelStage stage() {
    return stage;
  }

  public Map<String, Object> metrics() {
    return Map.copyOf(metrics);
  }

  public Map<String, Object> parameters() {
    return Map.copyOf(parameters);
  }

  /** {@code sha256:} and the digest of the training data, in hexadecimal. */
  public String dataFingerprint() {
    return dataFingerprint;
  }

  /** The champion at the time of training, which this version would replace. */
  public @Nullable Integer parent() {
    return parent;
  }

  /** The job execution that trained it. */
  public @Nullable Long executionId() {
    return executionId;
  }

  public String createdBy() {
    return createdBy;
  }

  public OffsetDateTime createdAt() {
    return createdAt;
  }

  /** What a training run hands over: measures, settings, and where the data came from. */
  public record NewModel(
      Map<String, Object> metrics,
      Map<String, Object> parameters,
      String dataFingerprint,
      @Nullable Long executionId,
      String createdBy) {}

  /** The primary key, in the shape that JPA asks for. */
  public static class Key implements Serializable {
    private static final long serialVersionUID = 1L;
    private String name;
    private int version;

    public Key() {
      this("", 0);
    }

    public Key(String name, int version) {
      this.name = name;
      this.version = version;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && key.name.equals(name) && key.version == version;
    }

    @Override
    public int hashCode() {
      return Objects.hash(name, version);
    }
  }
}

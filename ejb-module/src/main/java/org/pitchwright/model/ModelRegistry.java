package org.pitchwright.model;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.PreparedStatement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pitchwright.governance.Audit;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.ProblemKind;
import org.pitchwright.sql.Database;

/** Every version of every model that was trained, its files, and which one serves. */
@Stateless
public class ModelRegistry {
  /** The name of the model that answers recommendations. */
  public static final String RECOMMENDER = "recommender";

  /** How many bytes of a file are read at once. */
  private static final int PIECE = 1 << 26;

  @PersistenceContext(unitName = "pitchwright")
  private EntityManager entityManager;

  @Inject private Database database;
  @Inject private Audit audit;
  @Inject private Event<ChampionChanged> championChanged;

  /** A change of stage: who made it, when and why. */
  public record Transition(
      int version,
      ModelStage from,
      ModelStage to,
      String actor,
      String reason,
      OffsetDateTime at) {}

  /** Keeps a newly trained model as a candidate; its parent is the champion of this moment. */
  public ModelVersion register(
      String name, ModelVersion.NewModel model, Map<String, byte[]> artifact) {
    database.list("SELECT pg_advisory_xact_lock(hashtext(?))", row -> true, "model:" + name);
    int version =
        database
            .first(
                "SELECT coalesce(max(version), 0) + 1 FROM model_version WHERE name = ?",
                row -> row.getInt(1),
                name)
            .orElse(1);
    Integer parent = champion(name).map(ModelVersion::version).orElse(null);
    ModelVersion registered =
        new ModelVersion(name, version, model, parent, OffsetDateTime.now(ZoneOffset.UTC));
    entityManager.persist(registered);
    entityManager.flush();
    store(name, version, artifact);
    audit.record(
        model.createdBy(),
        "model.register",
        "model",
        name + "/" + version,
        Map.of("dataFingerprint", model.dataFingerprint()));
    return registered;
  }

  private void store(String name, int version, Map<String, byte[]> artifact) {
    String sql =
        "INSERT INTO model_artifact (name, version, file_name, content) VALUES (?, ?, ?, ?)";
    database.run(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Map.Entry<String, byte[]> file : artifact.entrySet()) {
              insert.setString(1, name);
              insert.setInt(2, version);
              insert.setString(3, file.getKey());
              insert.setBytes(4, file.getValue());
              insert.executeUpdate();
            }
          }
        });
  }

  /** All versions of all models, by name, newest first. */
  public List<ModelVersion> versions() {
    return entityManager
        .createQuery(
            "SELECT m FROM ModelVersion m ORDER BY m.name, m.version DESC", ModelVersion.class)
        .getResultList();
  }

  /** All versions of a model, newest first. */
  public List<ModelVersion> versions(String name) {
    return entityManager
        .createQuery(
            "SELECT m FROM ModelVersion m WHERE m.name = :name ORDER BY m.version DESC",
            ModelVersion.class)
        .setParameter("name", name)
        .getResultList();
  }

  public Optional<ModelVersion> find(String name, int version) {
    return Optional.ofNullable(
        entityManager.find(ModelVersion.class, new ModelVersion.Key(name, version)));
  }

  /** The version that serves, if any does. */
  public Optional<ModelVersion> champion(String name) {
    return versions(name).stream()
        .filter(version -> version.stage() == ModelStage.CHAMPION)
        .findFirst();
  }

  /**
   * The number of the version that serves, read without the weight of an entity; 0 if none does.
   */
  public int championVersion(String name) {
    return database
        .first(
            "SELECT version FROM model_version WHERE name = ? AND stage = 'CHAMPION'",
            row -> row.getInt(1),
            name)
        .orElse(0);
  }

  /** The files of a version, by name; empty if there is no such version. */
  public Map<String, byte[]> artifact(String name, int version) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    database.list(
        "SELECT file_name, octet_length(content) FROM model_artifact"
            + " WHERE name = ? AND version = ? ORDER BY file_name",
        row -> files.put(row.getString(1), new byte[row.getInt(2)]),
        name,
        version);
    files.forEach((file, content) -> read(name, version, file, content));
    return files;
  }

  /** In pieces: as text, in which the database may send it, a large file is beyond its limits. */
  private void read(String name, int version, String file, byte[] content) {
    for (int start = 0; start < content.length; start += PIECE) {
      byte[] piece =
          database
              .first(
                  "SELECT substring(content FROM ? FOR ?) FROM model_artifact"
                      + " WHERE name = ? AND version = ? AND file_name = ?",
                  row -> row.getBytes(1),
                  start + 1,
                  PIECE,
                  name,
                  version,
                  file)
              .orElseThrow(() -> new IllegalStateException(file + " was removed meanwhile"));
      System.arraycopy(piece, 0, content, start, piece.length);
    }
  }

  /** How the versions of a model changed their stages, latest first. */
  public List<Transition> transitions(String name) {
    return database.list(
        "SELECT version, from_stage, to_stage, actor, reason, at FROM model_transition"
            + " WHERE name = ? ORDER BY id DESC",
        row ->
            new Transition(
                row.getInt("version"),
                ModelStage.valueOf(row.getString("from_stage")),
                ModelStage.valueOf(row.getString("to_stage")),
                row.getString("actor"),
                row.getString("reason"),
                row.getObject("at", OffsetDateTime.class)),
        name);
  }

  /** Adds measures to a version; those of the same name are replaced. */
  public void measure(String name, int version, Map<String, Object> metrics) {
    ModelVersion model = locked(name, version);
    Map<String, Object> all = new LinkedHashMap<>(model.metrics());
    all.putAll(metrics);
    model.measured(all);
  }

  /**
   * Makes a version the champion; the champion so far becomes the challenger.
   *
   * @throws ProblemException if there is no such version, it serves already, or it is archived
   */
  public ModelVersion promote(String name, int version, String actor, String reason) {
    ModelVersion next = locked(name, version);
    if (next.stage() == ModelStage.CHAMPION) {
      throw new ProblemException(
          ProblemKind.CONFLICT, "Version " + version + " of " + name + " is the champion already");
    }
    if (next.stage() == ModelStage.ARCHIVED) {
      throw new ProblemException(
          ProblemKind.CONFLICT,
          "Version " + version + " of " + name + " is archived, its files are gone");
    }
    return install(next, actor, "model.promote", reason);
  }

  /**
   * Makes the version that served before the champion again.
   *
   * @param version the champion that is to step down
   * @throws ProblemException if that version does not serve, or none served before it
   */
  public ModelVersion rollback(String name, int version, String actor, String reason) {
    ModelVersion current = locked(name, version);
    if (current.stage() != ModelStage.CHAMPION) {
      throw new ProblemException(
          ProblemKind.CONFLICT,
          "Version " + version + " of " + name + " does not serve, so it cannot be rolled back");
    }
    int previous =
        transitions(name).stream()
            .filter(step -> step.to() == ModelStage.CHAMPION && step.version() != version)
            .map(Transition::version)
            .filter(served -> locked(name, served).stage() != ModelStage.ARCHIVED)
            .findFirst()
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemKind.CONFLICT,
                        "No version of " + name + " served before version " + version));
    return install(locked(name, previous), actor, "model.rollback", reason);
  }

  /**
   * Takes a version out of use for good: its files are deleted, what is known about it stays.
   *
   * @throws ProblemException if there is no such version, or it serves
   */
  public void archive(String name, int version, String actor, String reason) {
    ModelVersion model = locked(name, version);
    if (model.stage() == ModelStage.CHAMPION) {
      throw new ProblemException(
          ProblemKind.CONFLICT,
          "Version " + version + " of " + name + " serves; promote another one first");
    }
    move(model, ModelStage.ARCHIVED, actor, reason);
    database.update("DELETE FROM model_artifact WHERE name = ? AND version = ?", name, version);
    audit.record(actor, "model.archive", "model", name + "/" + version, Map.of("reason", reason));
  }

  private ModelVersion install(ModelVersion next, String actor, String action, String reason) {
    Optional<ModelVersion> current = champion(next.name());
    current.ifPresent(champion -> move(champion, ModelStage.CHALLENGER, actor, reason));
    entityManager.flush(); // One champion at a time: the old one must step down first.
    move(next, ModelStage.CHAMPION, actor, reason);
    entityManager.flush();
    audit.record(
        actor, action, "model", next.name() + "/" + next.version(), Map.of("reason", reason));
    championChanged.fire(new ChampionChanged(next.name(), next.version()));
    return next;
  }

  private void move(ModelVersion model, ModelStage stage, String actor, String reason) {
    database.update(
        "INSERT INTO model_transition (name, version, from_stage, to_stage, actor, reason)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        model.name(),
        model.version(),
        model.stage().name(),
        stage.name(),
        actor,
        reason);
    model.moveTo(stage);
  }

  private ModelVersion locked(String name, int version) {
    @Nullable ModelVersion model =
        entityManager.find(
            ModelVersion.class,
            new ModelVersion.Key(name, version),
            LockModeType.PESSIMISTIC_WRITE);
    if (model == null) {
      throw ProblemException.notFound("model version", name + "/" + version);
    }
    return model;
  }
}

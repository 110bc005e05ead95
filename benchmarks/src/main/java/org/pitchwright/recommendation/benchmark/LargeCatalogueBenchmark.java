package org.pitchwright.recommendation.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import org.pitchwright.operations.benchmark.ServerUnderTest;
import org.pitchwright.recommendation.RecommenderModel;
import org.pitchwright.recommendation.artifact.ModelArtifact;

/**
 * The demo with a million items: what its index loses against scoring all of them, and how many
 * requests are answered beside a resource that returns a constant.
 */
public final class LargeCatalogueBenchmark {
  private static final double BAR = .15;
  private static final String ITEMS = "pitchwright.benchmark.items";
  private static final Map<String, String> SETTINGS = Map.of("PITCHWRIGHT_SERVER_MEMORY", "8g");

  private static final String NEW_VERSION =
      "INSERT INTO model_version (name, version, stage, data_fingerprint, created_by)"
          + " SELECT name, max(version) + 1, 'CHAMPION', 'sha256:none', 'benchmark'"
          + " FROM model_version WHERE name = 'recommender' GROUP BY name";
  private static final String NEW_FILE =
      "INSERT INTO model_artifact (name, version, file_name, content)"
          + " SELECT name, max(version), ?, ? FROM model_version WHERE name = 'recommender'"
          + " GROUP BY name";
  private static final String NEW_ITEMS =
      "INSERT INTO item (item_id, title, category, price, currency, language)"
          + " SELECT n.id, o.title || ' ' || n.id, o.category, o.price, o.currency, o.language"
          + " FROM unnest(?::text[]) WITH ORDINALITY n (id, place)"
          + " JOIN (SELECT *, row_number() OVER (ORDER BY item_id) AS place, count(*) OVER () AS"
          + " items FROM item) o ON o.place = n.place % o.items + 1"
          + " ON CONFLICT DO NOTHING";

  private final Path home;
  private final Path work;
  private final int rounds;

  /**
   * A benchmark.
   *
   * @param home the built checkout
   * @param work for files of the benchmarks
   */
  public LargeCatalogueBenchmark(Path home, Path work, int rounds) {
    this.home = home;
    this.work = work;
    this.rounds = rounds;
  }

  /**
   * Measures and prints.
   *
   * @param demo data directory of the demo company; it is copied
   * @return whether the bars hold
   */
  public boolean run(Path demo) throws IOException, InterruptedException, SQLException {
    Path data = work.resolve("data-large");
    renew(demo, data);
    DemoModel large;
    boolean holds;
    try (ServerUnderTest server = ServerUnderTest.start(home, work, data, SETTINGS)) {
      DemoModel model = DemoModel.read(server);
      ModelArtifact artifact = enlarged(model.artifact(), work.resolve("model-large"));
      large = new DemoModel(artifact, model.customers(), model.histories());
      try (RecommenderModel loaded = RecommenderModel.load(artifact.blobs())) {
        holds = CandidateQuality.measure(loaded, model.histories());
      }
      serve(server, artifact);
    }
    try (ServerUnderTest server = ServerUnderTest.start(home, work, data, SETTINGS)) {
      Path folder = work.resolve("serving-large");
      return new ServingBenchmark(server, large, folder, rounds, BAR).run() && holds;
    }
  }

  private static void renew(Path demo, Path data) throws IOException, InterruptedException {
    run("rm", "-rf", data.toString());
    run("cp", "-r", demo.toString(), data.toString());
  }

  private static void run(String... command) throws IOException, InterruptedException {
    int status = new ProcessBuilder(command).start().waitFor();
    if (status != 0) {
      throw new IOException(String.join(" ", command) + " ended with status " + status);
    }
  }

  /** The champion with more items; made once, as it takes minutes. */
  private static ModelArtifact enlarged(ModelArtifact champion, Path folder) throws IOException {
    int items = Integer.getInteger(ITEMS, 1_000_000);
    if (ModelArtifact.isComplete(folder)) {
      ModelArtifact before = ModelArtifact.read(folder);
      if (before.card().items() == items
          && before.card().dataFingerprint().equals(champion.card().dataFingerprint())) {
        return before;
      }
    }
    long begin = System.nanoTime();
    ModelArtifact large = LargeCatalogue.of(champion, items);
    System.out.printf(
        Locale.ROOT,
        "%,d items, %,d MB with the index, made in %.0f s%n",
        items,
        large.size() / 1_000_000,
        (System.nanoTime() - begin) / 1e9);
    large.write(folder);
    return large;
  }

  private static void serve(ServerUnderTest server, ModelArtifact large) throws SQLException {
    try (Connection connection = server.connect()) {
      connection.setAutoCommit(false);
      try (PreparedStatement items = connection.prepareStatement(NEW_ITEMS)) {
        items.setObject(1, large.itemIds().toArray(String[]::new));
        items.executeUpdate();
      }
      try (Statement versions = connection.createStatement()) {
        versions.executeUpdate(
            "UPDATE model_version SET stage = 'ARCHIVED' WHERE stage = 'CHAMPION'");
        versions.executeUpdate(NEW_VERSION);
      }
      try (PreparedStatement files = connection.prepareStatement(NEW_FILE)) {
        for (Map.Entry<String, byte[]> blob : large.blobs().entrySet()) {
          files.setString(1, blob.getKey());
          files.setBytes(2, blob.getValue());
          files.executeUpdate();
        }
      }
      connection.commit();
      try (Statement vacuum = connection.createStatement()) {
        connection.setAutoCommit(true);
        vacuum.execute("VACUUM ANALYZE item");
      }
    }
  }
}

package org.pitchwright.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.pitchwright.operations.client.ServerClient;
import org.pitchwright.operations.configuration.DataDirectory;
import org.pitchwright.operations.console.OperatorException;

/** Operates a server as IT does: files in, jobs started, their ends awaited. */
public final class BatchClient {
  private static final Set<String> FINAL = Set.of("COMPLETED", "FAILED", "STOPPED", "ABANDONED");
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final Duration POLL = Duration.ofMillis(25);

  private final ServerClient client;

  private BatchClient(ServerClient client) {
    this.client = client;
  }

  /** A client of the server that runs on the data directory of this one. */
  public static BatchClient of(RunningServer server) {
    return new BatchClient(ServerClient.of(new DataDirectory(server.dataDirectory())));
  }

  /** The interface below. */
  public ServerClient rest() {
    return client;
  }

  /** Sends a file; its import begins. */
  public String upload(String kind, Path file, boolean dryRun) {
    String path =
        "imports/%s?fileName=%s&dryRun=%s"
            .formatted(kind, ServerClient.encoded(file.getFileName().toString()), dryRun);
    return client.upload(path, file, JsonNode.class).path("id").asText();
  }

  /** Sends a text as a file and waits for the end of its import. */
  public JsonNode importText(String kind, String text, boolean dryRun) {
    try {
      Path file = Files.createTempFile(kind, ".csv");
      Files.writeString(file, text, StandardCharsets.UTF_8);
      JsonNode run = awaitImport(upload(kind, file, dryRun));
      Files.delete(file);
      return run;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Imports a file; the import as it ended. */
  public JsonNode importFile(String kind, Path file) {
    return awaitImport(upload(kind, file, false));
  }

  public JsonNode importRun(String id) {
    return client.get("imports/" + id, JsonNode.class);
  }

  public JsonNode awaitImport(String id) {
    return awaitImport(id, run -> FINAL.contains(run.path("status").asText()));
  }

  public JsonNode awaitImport(String id, Predicate<JsonNode> wanted) {
    return await(() -> importRun(id), wanted);
  }

  /** The refused rows of an import, as the reject file has them. */
  public List<String> rejects(String id) {
    try {
      Path file = Files.createTempFile("rejects", ".csv");
      client.download("imports/" + id + "/rejects", file);
      List<String> lines = Files.readAllLines(file);
      Files.delete(file);
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public long start(String job, Map<String, String> parameters) {
    return client
        .post("jobs/" + job + "/executions", Map.of("parameters", parameters), JsonNode.class)
        .path("id")
        .asLong();
  }

  /** Stops, restarts or abandons an execution. */
  public JsonNode act(long execution, String action) {
    return client.post("jobs/executions/" + execution + "/" + action, Map.of(), JsonNode.class);
  }

  public JsonNode execution(long id) {
    return client.get("jobs/executions/" + id, JsonNode.class);
  }

  public JsonNode await(long execution) {
    return await(execution, run -> FINAL.contains(run.path("status").asText()));
  }

  public JsonNode await(long execution, Predicate<JsonNode> wanted) {
    return await(() -> execution(execution), wanted);
  }

  /** The newest execution of a job: the one that runs, else the last. */
  public JsonNode newest(String job) {
    for (JsonNode listed : client.get("jobs", JsonNode.class).path("items")) {
      if (listed.path("name").asText().equals(job)) {
        return listed.path("running").isObject() ? listed.path("running") : listed.path("last");
      }
    }
    throw new IllegalArgumentException("There is no job " + job);
  }

  /** Waits for an execution of a job that is newer than the given one. */
  public long awaitNewer(String job, long execution) {
    return await(() -> newest(job), run -> run.path("id").asLong() > execution).path("id").asLong();
  }

  /** Whether the server could not answer just now, as while its database is away. */
  private static boolean passing(Throwable refusal) {
    return refusal instanceof OperatorException
        && String.valueOf(refusal.getMessage()).contains("with status 5");
  }

  private static JsonNode await(
      java.util.concurrent.Callable<JsonNode> source, Predicate<JsonNode> wanted) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(POLL)
        .ignoreExceptionsMatching(BatchClient::passing)
        .until(source, wanted);
  }
}

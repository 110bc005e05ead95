package org.pitchwright.recommendation.trainer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The lines between trainer and parent.
 *
 * <p>From the trainer, JSON: {@code {"type":"progress","phase":…,"done":…,"total":…,"unit":…,
 * "message":…,"loss":…}}, at last {@code {"type":"result","metrics":{…}}} or {@code
 * {"type":"error","message":…}}. To the trainer: {@value #STOP} asks it to stop at its last
 * checkpoint.
 */
public final class TrainerProtocol {

  /** Asks the trainer to stop. */
  public static final String STOP = "stop";

  /** Option before the folder of the checkpoint. */
  public static final String CHECKPOINT = "--checkpoint";

  /** Option before the folder of a model that is to get new items. */
  public static final String EXTEND = "--extend";

  /** The trainer did what it was asked. */
  public static final int EXIT_SUCCESS = 0;

  /** The trainer failed. */
  public static final int EXIT_FAILURE = 1;

  /** The trainer refuses its data or arguments. */
  public static final int EXIT_BAD_INPUT = 2;

  /** The trainer was asked to stop. */
  public static final int EXIT_STOPPED = 3;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> FIELDS =
      Set.of("type", "phase", "done", "total", "unit", "message");

  private TrainerProtocol() {}

  /** One line for a progress. */
  public static String line(TrainingProgress progress) {
    ObjectNode line = JSON.createObjectNode();
    line.put("type", "progress").put("phase", progress.phase());
    line.put("done", progress.done()).put("total", progress.total());
    line.put("unit", progress.unit()).put("message", progress.message());
    progress.values().forEach(line::put);
    return line.toString();
  }

  /** One line for a result. */
  public static String line(TrainingResult result) {
    ObjectNode line = JSON.createObjectNode();
    line.put("type", "result").set("metrics", JSON.valueToTree(result.metrics()));
    return line.toString();
  }

  /** One line for an error. */
  public static String error(String message) {
    return JSON.createObjectNode().put("type", "error").put("message", message).toString();
  }

  /**
   * Reads a line.
   *
   * @return the object, or a missing node when the line is not one of the protocol
   */
  static JsonNode parse(String line) {
    try {
      JsonNode node = JSON.readTree(line);
      return node.isObject() ? node : JSON.missingNode();
    } catch (JsonProcessingException e) {
      return JSON.missingNode(); // a library that prints to standard output
    }
  }

  static TrainingProgress progress(JsonNode line) {
    Map<String, Double> values = new LinkedHashMap<>();
    Set<String> names = new TreeSet<>();
    line.fieldNames().forEachRemaining(names::add);
    names.removeAll(FIELDS);
    names.forEach(name -> values.put(name, line.get(name).asDouble()));
    return new TrainingProgress(
        line.path("phase").asText(),
        line.path("done").asLong(),
        line.path("total").asLong(),
        line.path("unit").asText(),
        line.path("message").asText(),
        values);
  }

  static TrainingResult result(JsonNode line) {
    return new TrainingResult(
        JSON.convertValue(
            line.path("metrics"), new TypeReference<Map<String, Map<String, Double>>>() {}));
  }
}

package org.pitchwright.crm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of a call, in the shapes of the REST interface: a reply, or a problem.
 *
 * @param reply null where the call was refused
 * @param problem null where it was not
 */
record Outcome(JsonNode reply, JsonNode problem) {
  static Outcome replied(JsonNode reply) {
    return new Outcome(reply, null);
  }

  static Outcome refused(JsonNode problem) {
    return new Outcome(null, problem);
  }

  /** The reply of a call that must have gone well. */
  JsonNode accepted() {
    if (reply == null) {
      throw new AssertionError("Refused: " + problem);
    }
    return reply;
  }

  /** The problem of a call that must have been refused. */
  JsonNode refusal() {
    if (problem == null) {
      throw new AssertionError("Not refused: " + reply);
    }
    return problem;
  }

  /** The pointers of the problem. */
  List<String> pointers() {
    List<String> pointers = new ArrayList<>();
    refusal().path("errors").forEach(error -> pointers.add(error.get("pointer").asText()));
    return pointers;
  }
}

package org.pitchwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What every refusal of the REST interface promises. */
public final class ProblemAssert {
  private ProblemAssert() {}

  /**
   * The reply is a problem document of this status and type.
   *
   * @param type the last part of the URN, for example {@code not-found}
   * @param pointers the places that it names, all of them
   */
  public static void assertProblem(Reply reply, int status, String type, String... pointers) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.mediaType()).isEqualTo("application/problem+json");
    JsonNode problem = reply.json();
    assertThat(problem.path("type").asText()).isEqualTo("urn:pitchwright:problem:" + type);
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("detail").asText()).isNotBlank();
    List<String> named = new ArrayList<>();
    problem.path("errors").forEach(error -> named.add(error.get("pointer").asText()));
    assertThat(named).containsExactlyInAnyOrder(pointers);
    assertThat(problem.path("errors"))
        .allSatisfy(error -> assertThat(error.get("detail").asText()).isNotBlank());
  }
}

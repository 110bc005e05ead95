package org.pitchwright.recommendation.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.pitchwright.operations.benchmark.AccessToken;
import org.pitchwright.operations.benchmark.ServerUnderTest;

/**
 * Whether the reasons are true: what a recommendation is said to be because of is taken away from
 * the history, the recommendation is asked for again over REST, and the item should be gone.
 */
public final class ExplanationBenchmark {
  private static final int CASES = 1_000;
  private static final int LIMIT = 10;
  private static final int MOST_CAUSES = 3;
  private static final int MEDIAN_CAUSES = 2;
  private static final double BAR = .9;
  private static final long SEED = 42;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI address;
  private final String token;
  private final DemoModel model;

  /** A benchmark of a server. */
  public ExplanationBenchmark(ServerUnderTest server, DemoModel model)
      throws IOException, InterruptedException {
    this.model = model;
    address = URI.create(server.url("api/v1/recommendations"));
    token = AccessToken.of(server);
  }

  /** A recommended item of a customer's list, and how many past items were named for it. */
  private record Case(int causes, boolean dropped) {}

  /**
   * Measures and prints.
   *
   * @return whether the bar holds
   */
  public boolean run() throws IOException, InterruptedException {
    Random random = new Random(SEED);
    List<Case> cases = new ArrayList<>();
    for (int customer = 0;
        customer < model.histories().size() && cases.size() < CASES;
        customer++) {
      List<String> history = history(customer);
      JsonNode items = ask(history);
      if (items.size() > 0) {
        cases.add(judge(history, items.get(random.nextInt(items.size()))));
      }
    }
    int[] causes = cases.stream().mapToInt(Case::causes).sorted().toArray();
    double share = cases.stream().filter(Case::dropped).count() / (double) cases.size();
    int median = causes[causes.length / 2];
    int most = causes[causes.length - 1];
    boolean holds = share >= BAR && median <= MEDIAN_CAUSES && most <= MOST_CAUSES;
    System.out.printf(
        Locale.ROOT,
        "Reasons: of %,d recommended items %.1f%% leave the list of %d without the items that they"
            + " are said to be because of; median of %d such items, at most %d (none in %d cases)%n",
        cases.size(),
        100 * share,
        LIMIT,
        median,
        most,
        Arrays.stream(causes).filter(count -> count == 0).count());
    System.out.printf(Locale.ROOT, "Bar %.2f: %s%n", BAR, holds ? "holds" : "DOES NOT HOLD");
    return holds;
  }

  private List<String> history(int customer) {
    List<String> ids = model.artifact().itemIds();
    return IntStream.of(model.histories().get(customer)).mapToObj(ids::get).toList();
  }

  private Case judge(List<String> history, JsonNode item) throws IOException, InterruptedException {
    Set<String> named = new HashSet<>();
    item.path("reason").path("becauseOf").forEach(cause -> named.add(cause.asText()));
    List<String> rest = history.stream().filter(past -> !named.contains(past)).toList();
    boolean dropped = true;
    for (JsonNode other : ask(rest)) {
      dropped &= !other.path("itemId").equals(item.path("itemId"));
    }
    return new Case(named.size(), dropped);
  }

  private JsonNode ask(List<String> history) throws IOException, InterruptedException {
    String body = JSON.writeValueAsString(Map.of("recentItems", history, "limit", LIMIT));
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> reply = http.send(request, BodyHandlers.ofString());
    if (reply.statusCode() != 200) {
      throw new IOException("No recommendations: " + reply.body());
    }
    return JSON.readTree(reply.body()).path("items");
  }
}

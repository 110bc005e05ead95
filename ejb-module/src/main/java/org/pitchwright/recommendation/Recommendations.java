package org.pitchwright.recommendation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.pitchwright.behavior.EventDraft;
import org.pitchwright.behavior.EventSubmission;
import org.pitchwright.behavior.EventType;
import org.pitchwright.catalog.Catalog;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.model.ModelRegistry;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.ProblemKind;
import org.pitchwright.recommendation.Recommendation.ModelRef;
import org.pitchwright.recommendation.Recommendation.RankedItem;
import org.pitchwright.recommendation.policy.ListPolicies;
import org.pitchwright.recommendation.policy.ListPolicy;
import org.pitchwright.recommendation.policy.PolicyScenario;
import org.pitchwright.recommendation.rules.Rule;
import org.pitchwright.recommendation.rules.RuleData;
import org.pitchwright.recommendation.rules.RuleKey;
import org.pitchwright.recommendation.rules.Rules;
import org.pitchwright.sql.Database;

/** The right items for a customer, and what came of them. */
@ApplicationScoped
public class Recommendations {
  private static final long PATIENCE_SECONDS = 15;

  /** Not injected by CDI, whose proxy of a bean like this makes an exception for every call. */
  @EJB private ServingPipeline pipeline;

  @Inject private Database database;
  @Inject private EventSubmission submission;
  @Inject private Catalog catalog;
  @Inject private Rules rules;
  @Inject private ListPolicies policies;

  /** Items like one, with the model that says so. */
  public record Similar(ModelRef model, List<RankedItem> items) {}

  /**
   * Recommends items, and keeps the answer before it is given.
   *
   * @throws ProblemException if the request is not valid, or too many are waiting
   */
  public Recommendation recommend(RecommendationRequest request) {
    request.check();
    try {
      return pipeline.submit(request).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("The recommendation failed", e.getCause());
    } catch (TimeoutException e) {
      throw new ProblemException(
          ProblemKind.UNAVAILABLE, "The recommendation took too long; try again in a moment");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException(ProblemKind.UNAVAILABLE, "The server is stopping");
    }
  }

  /**
   * What a rule would do to the answer to a request: the answer without it, and with it as if it
   * were in force now. Nothing is kept, so there is no feedback on either.
   *
   * @param key of the rule that the draft is to replace; any other for a new one
   * @throws ProblemException if the request or the draft is not valid
   */
  public RuleEffect preview(RecommendationRequest request, RuleKey key, RuleData draft) {
    request.check();
    rules.check(draft);
    return pipeline.preview(request, Rule.draft(key, draft));
  }

  /**
   * What another list policy would do to the answer to a request: the answer as it is, and with the
   * draft as if it were in force at the place. Neither tries anything, and nothing is kept.
   *
   * @throws ProblemException if the request or the draft is not valid
   */
  public RuleEffect preview(RecommendationRequest request, PolicyScenario place, ListPolicy draft) {
    request.check();
    policies.check(draft);
    return pipeline.preview(request, place, draft);
  }

  /**
   * What another list policy would cost, on some hundred customers who came lately.
   *
   * @throws ProblemException if the draft is not valid
   */
  public PolicyPrice price(PolicyScenario place, ListPolicy draft) {
    policies.check(draft);
    return pipeline.price(place, draft);
  }

  /**
   * Items that resemble one, best first; empty while no model knows it.
   *
   * @param limit 1 to {@value RecommendationRequest#MAX_LIMIT}
   * @throws ProblemException if there is no such item, or the limit is out of its range
   */
  public Similar similar(ItemId item, int limit) {
    if (limit < 1 || limit > RecommendationRequest.MAX_LIMIT) {
      throw ProblemException.invalid(
          "/limit", "limit must lie between 1 and " + RecommendationRequest.MAX_LIMIT);
    }
    Catalog.Listed known =
        catalog.find(item).orElseThrow(() -> ProblemException.notFound("item", item));
    List<RankedItem> items = pipeline.similar(item.value(), limit, known.data().language());
    return new Similar(new ModelRef(ModelRegistry.RECOMMENDER, pipeline.modelVersion()), items);
  }

  /**
   * Keeps what came of a recommended item, and lets it count as the customer's behaviour. A repeat
   * changes nothing.
   *
   * @param outcome anything but SEARCH
   * @throws ProblemException if the request was never answered, or the item was not in the answer
   */
  @Transactional
  public void feedback(UUID requestId, ItemId item, EventType outcome) {
    if (outcome == EventType.SEARCH) {
      throw ProblemException.invalid("/outcome", "SEARCH is no outcome of a recommended item");
    }
    Served served =
        database
            .first(
                "SELECT customer_id, ? = ANY (item_ids) AS contained FROM recommendation_served"
                    + " WHERE request_id = ?",
                row -> new Served(row.getString(1), row.getBoolean(2)),
                item.value(),
                requestId)
            .orElseThrow(() -> ProblemException.notFound("recommendation", requestId));
    if (!served.contained()) {
      throw ProblemException.invalid(
          "/itemId", "Item " + item + " was not in the answer to request " + requestId);
    }
    int added =
        database.update(
            "INSERT INTO recommendation_outcome (request_id, item_id, outcome) VALUES (?, ?, ?)"
                + " ON CONFLICT DO NOTHING",
            requestId,
            item.value(),
            outcome.name());
    // Stars are not part of feedback: a RATING event comes from the shop, with its stars.
    if (added > 0 && served.customerId() != null && outcome != EventType.RATING) {
      submission.submit(List.of(event(requestId, served.customerId(), item, outcome)));
    }
  }

  private record Served(@Nullable String customerId, boolean contained) {}

  private static EventDraft event(
      UUID requestId, String customerId, ItemId item, EventType outcome) {
    UUID key =
        UUID.nameUUIDFromBytes(
            (requestId + "/" + item + "/" + outcome)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return new EventDraft(
        "feedback:" + key,
        outcome,
        customerId,
        item.value(),
        OffsetDateTime.now(ZoneOffset.UTC),
        null,
        null,
        null,
        null,
        null,
        null,
        "recommendation:" + requestId,
        null,
        null);
  }

  /** An answer that was given: when, by which model, and what came of it. */
  public record Given(
      UUID requestId,
      OffsetDateTime at,
      ModelRef model,
      boolean personalized,
      List<String> itemIds,
      long outcomes) {}

  /** The latest answers that were given for a customer, latest first. */
  public List<Given> given(String customerId, int limit) {
    String sql =
        "SELECT s.request_id, s.served_at, s.model_name, s.model_version, s.personalized,"
            + " s.item_ids, (SELECT count(*) FROM recommendation_outcome o"
            + " WHERE o.request_id = s.request_id) AS outcomes FROM recommendation_served s"
            + " WHERE s.customer_id = ? ORDER BY s.served_at DESC LIMIT ?";
    return database.list(sql, Recommendations::given, customerId, limit);
  }

  private static Given given(ResultSet row) throws SQLException {
    List<String> items = new ArrayList<>();
    for (Object item : (Object[]) row.getArray("item_ids").getArray()) {
      items.add(item.toString());
    }
    return new Given(
        row.getObject("request_id", UUID.class),
        row.getObject("served_at", OffsetDateTime.class),
        new ModelRef(row.getString("model_name"), row.getInt("model_version")),
        row.getBoolean("personalized"),
        items,
        row.getLong("outcomes"));
  }
}

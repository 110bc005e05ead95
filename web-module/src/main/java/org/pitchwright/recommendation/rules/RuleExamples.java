package org.pitchwright.recommendation.rules;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pitchwright.behavior.CustomerActivity;
import org.pitchwright.catalog.Catalog;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.customer.CustomerId;
import org.pitchwright.customer.Customers;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.recommendation.Exclusion;
import org.pitchwright.recommendation.ListLine;
import org.pitchwright.recommendation.Recommendation.RankedItem;
import org.pitchwright.recommendation.RecommendationRequest;
import org.pitchwright.recommendation.Recommendations;
import org.pitchwright.recommendation.RuleEffect;

/** Tries a rule, or anything else, on the lists of a few customers; nothing counts as served. */
@RequestScoped
public class RuleExamples {
  private static final int CUSTOMERS = 3;
  private static final int BEHIND_A_PIN = 2;

  @Inject private Recommendations recommendations;
  @Inject private CustomerActivity activity;
  @Inject private Customers customers;
  @Inject private Catalog catalog;

  private record Who(String customerId, @Nullable String name) {}

  /**
   * The rule's effect on one customer, or on the customers who were seen last.
   *
   * @param customerId null for those seen last
   * @throws ProblemException if the rule is not valid
   */
  public List<RuleExample> of(RuleKey key, RuleData draft, @Nullable String customerId) {
    return of(
        customerId, customer -> recommendations.preview(request(customer, draft), key, draft));
  }

  /**
   * The effect of anything on one customer, or on the customers who were seen last.
   *
   * @param customerId null for those seen last
   * @param effect the list of a customer without it and with it
   * @throws ProblemException if the effect refuses what it is to show
   */
  public List<RuleExample> of(
      @Nullable String customerId, Function<CustomerId, RuleEffect> effect) {
    List<Who> whom =
        customerId == null
            ? activity.latest(CUSTOMERS).stream()
                .map(seen -> new Who(seen.customerId(), seen.name()))
                .toList()
            : List.of(new Who(customerId, name(customerId)));
    return whom.stream()
        .map(who -> example(who, effect.apply(new CustomerId(who.customerId()))))
        .toList();
  }

  private @Nullable String name(String customerId) {
    return customers
        .find(new CustomerId(customerId))
        .map(known -> known.data().name())
        .orElse(null);
  }

  private RuleExample example(Who who, RuleEffect effect) {
    Map<ItemId, Catalog.Listed> known =
        catalog.findAll(
            Stream.concat(effect.before().items().stream(), effect.after().items().stream())
                .map(RankedItem::itemId)
                .collect(Collectors.toSet()));
    String name = who.name();
    return new RuleExample(
        who.customerId(),
        name == null ? who.customerId() : name,
        effect.after().personalized(),
        effect.entered().size(),
        effect.left().size(),
        effect.moved().size(),
        ListLine.before(effect.before().items(), effect.after().items(), known),
        ListLine.after(effect.before().items(), effect.after().items(), known));
  }

  private static RecommendationRequest request(CustomerId customer, RuleData draft) {
    String scenario = draft.scenario();
    int position = draft.position() == null ? 0 : draft.position() + BEHIND_A_PIN;
    return new RecommendationRequest(
        customer,
        List.of(),
        scenario == null ? RecommendationRequest.DEFAULT_SCENARIO : scenario,
        Math.min(
            RecommendationRequest.MAX_LIMIT,
            Math.max(RecommendationRequest.DEFAULT_LIMIT, position)),
        Exclusion.SEEN,
        null,
        Set.of());
  }
}

package org.pitchwright.soap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pitchwright.behavior.SubmitEventsOperation;
import org.pitchwright.crm.GetRecommendations;
import org.pitchwright.crm.GetRecommendationsResponse;
import org.pitchwright.crm.SubmitEvents;
import org.pitchwright.crm.SubmitEventsResponse;
import org.pitchwright.crm.UpsertCustomer;
import org.pitchwright.crm.UpsertCustomerResponse;
import org.pitchwright.customer.UpsertCustomerOperation;
import org.pitchwright.recommendation.GetRecommendationsOperation;

/** Hands each message to the capability that it concerns. */
@ApplicationScoped
public class CrmOperations implements Crm {
  @Inject private UpsertCustomerOperation upsertCustomer;
  @Inject private SubmitEventsOperation submitEvents;
  @Inject private GetRecommendationsOperation getRecommendations;

  @Override
  public UpsertCustomerResponse upsertCustomer(UpsertCustomer message) {
    return upsertCustomer.run(message);
  }

  @Override
  public SubmitEventsResponse submitEvents(SubmitEvents message) {
    return submitEvents.run(message);
  }

  @Override
  public GetRecommendationsResponse getRecommendations(GetRecommendations message) {
    return getRecommendations.run(message);
  }
}

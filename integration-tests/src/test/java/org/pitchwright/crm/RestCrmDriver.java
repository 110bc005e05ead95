package org.pitchwright.crm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.pitchwright.testing.ApiClient;
import org.pitchwright.testing.Reply;

/** Calls over REST. */
record RestCrmDriver(ApiClient client) implements CrmDriver {
  @Override
  public Outcome upsertCustomer(String customerId, ObjectNode profile) {
    return outcome(client.put("customers/" + ApiClient.encode(customerId), profile));
  }

  @Override
  public Outcome submitEvents(ArrayNode events) {
    ObjectNode body = ApiClient.object();
    body.set("events", events);
    return outcome(client.post("events", body));
  }

  @Override
  public Outcome getRecommendations(ObjectNode request) {
    return outcome(client.post("recommendations", request));
  }

  private static Outcome outcome(Reply reply) {
    return reply.status() < 300 ? Outcome.replied(reply.json()) : Outcome.refused(reply.json());
  }

  @Override
  public CrmDriver provingNothing() {
    return new RestCrmDriver(ApiClient.nobody());
  }

  @Override
  public CrmDriver provingWrongly() {
    return new RestCrmDriver(ApiClient.basic(ApiClient.key("nobody"), "wrong"));
  }

  @Override
  public CrmDriver allowedOnly(String scope) {
    return new RestCrmDriver(ApiClient.crmAllowed(scope));
  }
}

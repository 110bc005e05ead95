package org.pitchwright.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pitchwright.testing.ApiClient.key;
import static org.pitchwright.testing.ApiClient.object;
import static org.pitchwright.testing.ProblemAssert.assertProblem;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.pitchwright.testing.ApiClient;
import org.pitchwright.testing.Reply;

/** Customers over REST; what SOAP can do as well is in the contract. */
class CustomersIT {
  private final ApiClient crm = ApiClient.crm();

  @Test
  void aCustomerIsCreatedThenReplaced() {
    String path = "customers/" + key("customer");

    Reply created = crm.put(path, customer());
    Reply replaced = crm.put(path, customer(), "If-Match", created.header("ETag"));

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.json().get("name").asText()).isEqualTo("Mei");
    assertThat(replaced.status()).isEqualTo(200);
    assertThat(crm.get(path).header("ETag")).isEqualTo(replaced.header("ETag"));
    assertProblem(
        crm.put(path, customer(), "If-Match", created.header("ETag")), 412, "precondition-failed");
  }

  @Test
  void whatIsNotKnownOfACustomerIsNullAndNotLeftOut() {
    ObjectNode customer = customer().putNull("name").putNull("email").putNull("phone");
    String path = "customers/" + key("customer");

    assertThat(crm.put(path, customer).status()).isEqualTo(201);
    assertThat(crm.get(path).json().path("email").isNull()).isTrue();
    customer.remove("email");
    assertProblem(crm.put(path, customer), 400, "invalid-request", "/email");
  }

  @Test
  void anErasedCustomerIsForgottenWithEventsAndCanComeBack() {
    String customer = key("customer");
    String path = "customers/" + customer;
    crm.put(path, customer());
    ObjectNode body = object();
    ArrayNode events = body.putArray("events");
    events
        .addObject()
        .put("eventId", key("event"))
        .put("type", "VIEW")
        .put("customerId", customer)
        .put("itemId", crm.get("items?limit=1").json().at("/items/0/itemId").asText())
        .put("at", Instant.now().toString());
    crm.post("events", body);
    ObjectNode request = object().put("customerId", customer);
    assertThat(crm.post("recommendations", request).json().get("personalized").asBoolean())
        .isTrue();

    Reply erased = crm.delete(path);

    assertThat(erased.status()).isEqualTo(204);
    assertProblem(crm.get(path), 404, "not-found");
    assertProblem(crm.delete(path), 404, "not-found");
    assertThat(crm.post("recommendations", request).json().get("personalized").asBoolean())
        .isFalse();
    crm.delete(path);
    assertThat(crm.put(path, customer()).status()).isEqualTo(201);
  }

  @Test
  void aConsentThatIsNotCompleteIsRefused() {
    ObjectNode customer = customer();
    ((ObjectNode) customer.get("consents").get(0)).put("purpose", "WORLD_DOMINATION");
    assertProblem(
        crm.put("customers/" + key("customer"), customer),
        400,
        "invalid-request",
        "/consents/0/purpose");

    ObjectNode undated = customer();
    ((ObjectNode) undated.get("consents").get(0)).remove("at");
    assertProblem(
        crm.put("customers/" + key("customer"), undated), 400, "invalid-request", "/consents/0/at");

    ObjectNode impossible = customer();
    ((ObjectNode) impossible.get("consents").get(0)).put("at", "2026-02-30T00:00:00Z");
    assertProblem(
        crm.put("customers/" + key("customer"), impossible),
        400,
        "invalid-request",
        "/consents/0/at");
  }

  @Test
  void aConsentNeedsNoSource() {
    ObjectNode customer = customer();
    ((ObjectNode) customer.get("consents").get(0)).putNull("source");

    assertThat(crm.put("customers/" + key("customer"), customer).status()).isEqualTo(201);
  }

  @Test
  void customersAreListedInTheOrderOfTheirKeys() {
    String prefix = key("listed");
    crm.put("customers/" + prefix + "-b", customer());
    crm.put("customers/" + prefix + "-a", customer());

    Reply list = crm.get("customers?query=" + prefix);

    assertThat(list.json().get("items"))
        .extracting(customer -> customer.get("customerId").asText())
        .containsExactly(prefix + "-a", prefix + "-b");
    assertThat(list.json().path("next").isTextual()).isFalse();
  }

  private static ObjectNode customer() {
    return object(
        """
        {"name":"Mei","email":"mei@example.com","phone":null,"language":"zh",
         "timeZone":"Asia/Shanghai","traits":{"points":17,"vip":true},
         "consents":[{"purpose":"PERSONALIZATION","granted":true,"at":"2026-01-01T00:00:00Z",
           "source":"app"}]}""");
  }
}

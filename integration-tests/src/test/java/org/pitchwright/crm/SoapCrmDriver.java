package org.pitchwright.crm;

import static org.pitchwright.testing.Xml.child;
import static org.pitchwright.testing.Xml.children;
import static org.pitchwright.testing.Xml.element;
import static org.pitchwright.testing.Xml.escape;
import static org.pitchwright.testing.Xml.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;
import org.pitchwright.testing.ApiClient;
import org.pitchwright.testing.Reply;
import org.pitchwright.testing.SoapClient;
import org.pitchwright.testing.UsernameToken;
import org.pitchwright.testing.Xml;
import org.w3c.dom.Element;

/**
 * Calls over SOAP.
 *
 * @param http proves by an Authorization header, or nothing
 * @param security makes the Security header of each message, or an empty text
 */
record SoapCrmDriver(SoapClient soap, ApiClient http, Supplier<String> security)
    implements CrmDriver {
  /** Proves by a new digest with every message. */
  static SoapCrmDriver withDigest(SoapClient.Version version) {
    return new SoapCrmDriver(
        new SoapClient(version),
        ApiClient.nobody(),
        () -> UsernameToken.fresh(ApiClient.CRM, SoapClient.CRM_SECRET).header());
  }

  /** Proves by HTTP Basic. */
  static SoapCrmDriver withBasic(SoapClient.Version version) {
    return new SoapCrmDriver(
        new SoapClient(version), ApiClient.basic(ApiClient.CRM, SoapClient.CRM_SECRET), () -> "");
  }

  @Override
  public Outcome upsertCustomer(String customerId, ObjectNode profile) {
    StringBuilder body = new StringBuilder("<UpsertCustomer>");
    body.append(element("customerId", customerId));
    for (String member : new String[] {"name", "email", "phone", "language", "timeZone"}) {
      optional(body, member, profile.path(member));
    }
    facts(body, "trait", profile.path("traits"));
    for (JsonNode consent : profile.path("consents")) {
      body.append("<consent>");
      for (String member : new String[] {"purpose", "granted", "at", "source"}) {
        optional(body, member, consent.path(member));
      }
      body.append("</consent>");
    }
    return call(body.append("</UpsertCustomer>"), "UpsertCustomerResponse", reply -> profile);
  }

  @Override
  public Outcome submitEvents(ArrayNode events) {
    StringBuilder body = new StringBuilder("<SubmitEvents>");
    for (JsonNode event : events) {
      body.append("<event>");
      for (String member :
          new String[] {
            "eventId",
            "type",
            "customerId",
            "itemId",
            "at",
            "rating",
            "quantity",
            "amount",
            "currency",
            "durationMs",
            "sessionId",
            "source"
          }) {
        optional(body, member, event.path(member));
      }
      facts(body, "attribute", event.path("attributes"));
      body.append("</event>");
    }
    return call(body.append("</SubmitEvents>"), "SubmitEventsResponse", SoapCrmDriver::submitted);
  }

  private static ObjectNode submitted(Element reply) {
    ObjectNode json = ApiClient.object();
    json.put("accepted", Integer.parseInt(text(reply, "accepted")));
    json.put("duplicates", Integer.parseInt(text(reply, "duplicates")));
    ArrayNode rejected = json.putArray("rejected");
    for (Element entry : children(reply, "rejected")) {
      rejected
          .addObject()
          .put("index", Integer.parseInt(text(entry, "index")))
          .put("detail", text(entry, "detail"));
    }
    return json;
  }

  @Override
  public Outcome getRecommendations(ObjectNode request) {
    StringBuilder body = new StringBuilder("<GetRecommendations>");
    optional(body, "customerId", request.path("customerId"));
    request.path("recentItems").forEach(item -> body.append(element("recentItem", item.asText())));
    for (String member : new String[] {"scenario", "limit", "exclude"}) {
      optional(body, member, request.path(member));
    }
    request.path("categories").forEach(name -> body.append(element("category", name.asText())));
    request
        .path("excludeItems")
        .forEach(item -> body.append(element("excludeItem", item.asText())));
    return call(
        body.append("</GetRecommendations>"),
        "GetRecommendationsResponse",
        SoapCrmDriver::recommended);
  }

  private static ObjectNode recommended(Element reply) {
    ObjectNode json = ApiClient.object();
    json.put("requestId", text(reply, "requestId"));
    json.putObject("model")
        .put("name", text(child(reply, "model"), "name"))
        .put("version", Integer.parseInt(text(child(reply, "model"), "version")));
    json.put("personalized", Boolean.parseBoolean(text(reply, "personalized")));
    ArrayNode items = json.putArray("items");
    for (Element item : children(reply, "item")) {
      Element reason = child(item, "reason");
      ObjectNode entry = items.addObject();
      entry
          .put("itemId", text(item, "itemId"))
          .put("rank", Integer.parseInt(text(item, "rank")))
          .put("score", Double.parseDouble(text(item, "score")))
          .put("propensity", Double.parseDouble(text(item, "propensity")));
      ObjectNode why = entry.putObject("reason");
      why.put("kind", text(reason, "kind")).put("text", text(reason, "text"));
      ArrayNode becauseOf = why.putArray("becauseOf");
      children(reason, "becauseOf").forEach(past -> becauseOf.add(past.getTextContent()));
    }
    return json;
  }

  private static void optional(StringBuilder xml, String name, JsonNode value) {
    if (!value.isMissingNode() && !value.isNull()) {
      xml.append(element(name, value.asText()));
    }
  }

  private static void facts(StringBuilder xml, String name, JsonNode facts) {
    facts
        .properties()
        .forEach(
            fact ->
                xml.append("<" + name + " name=\"" + escape(fact.getKey()) + "\">")
                    .append(escape(fact.getValue().asText()))
                    .append("</" + name + ">"));
  }

  private Outcome call(
      CharSequence body, String replyName, java.util.function.Function<Element, JsonNode> shape) {
    Reply reply = soap.sendRaw(http, soap.envelope(security.get(), body.toString()));
    if (reply.mediaType().equals("application/problem+json")) {
      return Outcome.refused(reply.json());
    }
    Element content = child(SoapClient.parse(reply.text()), "Body");
    return reply.status() == 200
        ? Outcome.replied(shape.apply(child(content, replyName)))
        : Outcome.refused(problem(child(content, "Fault")));
  }

  /** The problem that a fault carries. */
  static ObjectNode problem(Element fault) {
    Element detail =
        children(fault, "detail").stream().findFirst().orElseGet(() -> child(fault, "Detail"));
    Element problem = child(detail, "problem");
    ObjectNode json = ApiClient.object();
    json.put("type", text(problem, "type"));
    json.put("title", text(problem, "title"));
    json.put("status", Integer.parseInt(text(problem, "status")));
    json.put("detail", text(problem, "detail"));
    ArrayNode errors = json.putArray("errors");
    for (Element error : Xml.children(problem, "error")) {
      errors
          .addObject()
          .put("pointer", text(error, "pointer"))
          .put("detail", text(error, "detail"));
    }
    return json;
  }

  @Override
  public CrmDriver provingNothing() {
    return new SoapCrmDriver(soap, ApiClient.nobody(), () -> "");
  }

  @Override
  public CrmDriver provingWrongly() {
    return new SoapCrmDriver(
        soap,
        ApiClient.nobody(),
        () -> UsernameToken.fresh(ApiClient.key("nobody"), "wrong").header());
  }

  @Override
  public CrmDriver allowedOnly(String scope) {
    return new SoapCrmDriver(soap, ApiClient.crmAllowed(scope), () -> "");
  }
}

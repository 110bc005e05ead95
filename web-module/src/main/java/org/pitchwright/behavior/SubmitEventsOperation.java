package org.pitchwright.behavior;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pitchwright.crm.Event;
import org.pitchwright.crm.Fact;
import org.pitchwright.crm.RejectedEvent;
import org.pitchwright.crm.SubmitEvents;
import org.pitchwright.crm.SubmitEventsResponse;
import org.pitchwright.json.Json;
import org.pitchwright.json.StrictJson;
import org.pitchwright.problem.ProblemException;

/**
 * SOAP's way to send events. Each one is written as the JSON that REST takes and judged as there,
 * so that both interfaces accept and refuse the same, in the same words.
 */
@ApplicationScoped
public class SubmitEventsOperation {
  @Inject private EventIntake intake;

  /**
   * Keeps the good events of a message and names the others.
   *
   * @throws ProblemException if the message holds none, or too many
   */
  public SubmitEventsResponse run(SubmitEvents message) {
    List<Supplier<EventDraft>> events =
        message.getEvent().stream()
            .map(
                event ->
                    (Supplier<EventDraft>)
                        () -> StrictJson.convert(json(event), EventBody.class).toDraft())
            .toList();
    EventSubmission.Result result = intake.submit(events);
    SubmitEventsResponse response = new SubmitEventsResponse();
    response.setAccepted(result.accepted());
    response.setDuplicates(result.duplicates());
    for (EventSubmission.Rejected rejected : result.rejected()) {
      RejectedEvent entry = new RejectedEvent();
      entry.setIndex(rejected.index());
      entry.setDetail(rejected.detail());
      response.getRejected().add(entry);
    }
    return response;
  }

  private static ObjectNode json(Event event) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("eventId", event.getEventId());
    json.put("type", event.getType());
    json.put("customerId", event.getCustomerId());
    json.put("itemId", event.getItemId());
    json.put("at", event.getAt());
    json.put("rating", event.getRating());
    json.put("quantity", event.getQuantity());
    json.put("amount", text(event.getAmount()));
    json.put("currency", event.getCurrency());
    json.put("durationMs", event.getDurationMs());
    json.put("sessionId", event.getSessionId());
    json.put("source", event.getSource());
    if (!event.getAttribute().isEmpty()) {
      json.set("attributes", attributes(event.getAttribute()));
    }
    return json;
  }

  private static @Nullable String text(@Nullable BigDecimal amount) {
    return amount == null ? null : amount.toPlainString();
  }

  private static ObjectNode attributes(List<Fact> facts) {
    ObjectNode attributes = Json.mapper().createObjectNode();
    for (Fact fact : facts) {
      if (attributes.has(fact.getName())) {
        throw ProblemException.invalid(
            "/attributes", "attribute " + fact.getName() + " is given twice");
      }
      attributes.put(fact.getName(), fact.getValue());
    }
    return attributes;
  }
}

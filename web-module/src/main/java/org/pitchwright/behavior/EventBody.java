package org.pitchwright.behavior;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pitchwright.json.Money;
import org.pitchwright.problem.ProblemException;

/** An event on the wire. */
@Schema(name = "Event", description = "What a customer did")
public record EventBody(
    @JsonProperty(required = true)
        @Schema(description = "Chosen by the sender; a second event with it is a repeat")
        @Nullable String eventId,
    @JsonProperty(required = true) @Nullable EventType type,
    @Schema(description = "May be null where sessionId is given") @Nullable String customerId,
    @Nullable String itemId,
    @JsonProperty(required = true) @Schema(description = "By the sender's clock")
        @Nullable OffsetDateTime at,
    @Schema(description = "Stars, usually 1 to 5") @Nullable Double rating,
    @Schema(description = "Pieces") @Nullable Integer quantity,
    @Schema(description = "In total, a decimal string", example = "19.90") @Nullable String amount,
    @Schema(description = "ISO 4217 code") @Nullable String currency,
    @Schema(description = "Time spent looking or watching") @Nullable Long durationMs,
    @Nullable String sessionId,
    @Schema(description = "Where it came from, for example web") @Nullable String source,
    @Schema(description = "Any further facts") @Nullable Map<String, Object> attributes) {

  /**
   * The event that this body stands for.
   *
   * @throws ProblemException naming the member that must not be null or is no amount
   */
  EventDraft toDraft() {
    if (eventId == null) {
      throw ProblemException.invalid("/eventId", "eventId must not be null");
    }
    if (type == null) {
      throw ProblemException.invalid("/type", "type must not be null");
    }
    if (at == null) {
      throw ProblemException.invalid("/at", "at must not be null");
    }
    return new EventDraft(
        eventId,
        type,
        customerId,
        itemId,
        at,
        rating,
        quantity,
        Money.parse("/amount", amount),
        currency,
        durationMs,
        sessionId,
        source,
        attributes,
        null);
  }
}

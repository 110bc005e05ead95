package org.pitchwright.behavior;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as somebody reports it, typed but not yet judged.
 *
 * @param eventId key of the event, chosen by the sender: a second event with the same key is a
 *     repeat
 * @param customerId null where only the session is known
 * @param at when it happened, by the sender's clock
 * @param rating stars, usually 1 to 5
 * @param quantity pieces
 * @param amount money in total, with its ISO 4217 {@code currency}
 * @param durationMs time spent looking or watching, in milliseconds
 * @param source where it came from, for example {@code web} or a recommendation's request id
 * @param importId the import that brought it, null for an event that was sent
 */
public record EventDraft(
    String eventId,
    EventType type,
    @Nullable String customerId,
    @Nullable String itemId,
    OffsetDateTime at,
    @Nullable Double rating,
    @Nullable Integer quantity,
    @Nullable BigDecimal amount,
    @Nullable String currency,
    @Nullable Long durationMs,
    @Nullable String sessionId,
    @Nullable String source,
    @Nullable Map<String, Object> attributes,
    @Nullable UUID importId) {}

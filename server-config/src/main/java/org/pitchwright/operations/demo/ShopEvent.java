package org.pitchwright.operations.demo;

import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a customer did.
 *
 * @param customerId null before the customer has signed in
 * @param item null for a search
 * @param rating stars, of a {@link EventType#RATING} only
 * @param quantity pieces, of a {@link EventType#CART} and a {@link EventType#PURCHASE} only
 * @param durationMs time spent looking, of a {@link EventType#VIEW} only
 * @param source application from which it came
 */
record ShopEvent(
    EventType type,
    @Nullable String customerId,
    @Nullable Product item,
    OffsetDateTime at,
    @Nullable Integer rating,
    @Nullable Integer quantity,
    @Nullable Long durationMs,
    String sessionId,
    String source,
    Map<String, Object> attributes) {}

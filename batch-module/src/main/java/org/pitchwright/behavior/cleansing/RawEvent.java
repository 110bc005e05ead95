package org.pitchwright.behavior.cleansing;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pitchwright.behavior.EventType;

/**
 * An event with what is needed to judge it.
 *
 * @param itemKnown whether the item is in the catalogue
 * @param waiting false where an earlier run has judged it, and it is read as context only
 * @param accepted the earlier verdict; false while it waits
 */
record RawEvent(
    long id,
    EventType type,
    @Nullable String itemId,
    boolean itemKnown,
    Instant at,
    Instant receivedAt,
    @Nullable Double rating,
    @Nullable Integer quantity,
    @Nullable BigDecimal amount,
    @Nullable Long durationMs,
    boolean waiting,
    boolean accepted) {}

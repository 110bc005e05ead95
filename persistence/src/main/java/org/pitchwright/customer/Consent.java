package org.pitchwright.customer;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A statement of consent: that it was given or withdrawn, when and where.
 *
 * @param source where it was stated, for example {@code checkout}; null if the CRM did not say
 */
public record Consent(
    ConsentPurpose purpose, boolean granted, OffsetDateTime at, @Nullable String source) {}

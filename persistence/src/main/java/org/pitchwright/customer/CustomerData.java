package org.pitchwright.customer;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a CRM says about a customer.
 *
 * @param language BCP 47 tag
 * @param timeZone IANA name
 * @param traits any further facts, as JSON values
 * @param consents statements of consent; the latest of each purpose counts
 */
public record CustomerData(
    @Nullable String name,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String language,
    @Nullable String timeZone,
    Map<String, Object> traits,
    List<Consent> consents) {}

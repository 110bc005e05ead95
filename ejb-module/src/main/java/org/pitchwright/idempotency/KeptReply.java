package org.pitchwright.idempotency;

import java.util.Map;

/**
 * A reply that was given.
 *
 * @param headers those that belong to the reply itself, such as its media type
 */
public record KeptReply(int status, Map<String, String> headers, byte[] body) {}

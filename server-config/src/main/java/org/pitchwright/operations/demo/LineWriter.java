package org.pitchwright.operations.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values as the columns of the files want them. */
final class LineWriter {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);
  private static final ObjectMapper JSON = new ObjectMapper();

  private LineWriter() {}

  /** The line of an event. */
  static LogLine line(String id, ShopEvent event) {
    Product item = event.item();
    Product paid = event.type() == EventType.PURCHASE ? item : null;
    return new LogLine(
        event.at(),
        List.of(
            id,
            event.type().name(),
            text(event.customerId()),
            item == null ? "" : item.id(),
            moment(event.at()),
            text(event.rating()),
            text(event.quantity()),
            paid != null ? amount(paid, event.quantity()) : "",
            paid != null ? paid.market().currency() : "",
            text(event.durationMs()),
            event.sessionId(),
            event.source(),
            event.attributes().isEmpty() ? "" : json(event.attributes())));
  }

  /** ISO 8601 with milliseconds and offset. */
  static String moment(OffsetDateTime at) {
    return MOMENT.format(at);
  }

  static String json(Map<String, ?> values) {
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String amount(Product item, @Nullable Integer quantity) {
    long pieces = quantity == null ? 1 : quantity;
    return item.variant().price().multiply(BigDecimal.valueOf(pieces)).toPlainString();
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}

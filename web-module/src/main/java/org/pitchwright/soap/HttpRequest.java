package org.pitchwright.soap;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;

/** The HTTP request that carried a message. */
final class HttpRequest {
  private HttpRequest() {}

  /** The request of a message that came in by HTTP, as every message here does. */
  static HttpServletRequest of(Message message) {
    Object request = message.get(AbstractHTTPDestination.HTTP_REQUEST);
    return (HttpServletRequest) Objects.requireNonNull(request, "no message without HTTP");
  }
}

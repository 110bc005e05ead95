package org.pitchwright.soap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.ProblemKind;
import org.pitchwright.security.BodyLimit;

/** What can be said against a message before it is read: its media type and its size. */
@ApplicationScoped
public class MessageForm {
  /** The media type of SOAP 1.1. */
  static final String SOAP_11 = "text/xml";

  /** The media type of SOAP 1.2. */
  static final String SOAP_12 = "application/soap+xml";

  @Inject private BodyLimit limit;

  /** Whether a content type is that of SOAP 1.1. */
  static boolean isSoap11(@Nullable String contentType) {
    return SOAP_11.equals(mediaType(contentType));
  }

  /** Whether this platform knows a charset of this name. */
  static boolean isCharset(String name) {
    try {
      return Charset.isSupported(name);
    } catch (IllegalCharsetNameException e) {
      return false;
    }
  }

  /**
   * The body of a request, which ends with a refusal where it turns out too large.
   *
   * @throws ProblemException if it is of another media type, or announced as too large
   */
  InputStream checked(HttpServletRequest request, InputStream body) {
    String type = mediaType(request.getContentType());
    if (!type.equals(SOAP_11) && !type.equals(SOAP_12)) {
      throw new ProblemException(
          ProblemKind.UNSUPPORTED_MEDIA_TYPE,
          "Send SOAP 1.1 with Content-Type " + SOAP_11 + ", or SOAP 1.2 with " + SOAP_12);
    }
    return limit.limit(body, request.getContentLengthLong());
  }

  private static String mediaType(@Nullable String contentType) {
    return contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }
}

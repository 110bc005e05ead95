package org.pitchwright.soap;

import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.interceptor.StaxInEndingInterceptor;
import org.apache.cxf.interceptor.StaxInInterceptor;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.staxutils.StaxUtils;
import org.pitchwright.problem.ProblemException;

/**
 * Opens the body and goes to the envelope, and no further where something stands before it that may
 * not: a document type, with which entities come (SOAP 1.2, section 5, forbids it).
 */
final class EnvelopeInterceptor extends AbstractSoapInterceptor {
  EnvelopeInterceptor() {
    super(Phase.POST_STREAM);
    addBefore(StaxInInterceptor.class.getName());
  }

  @Override
  public void handleMessage(SoapMessage message) {
    InputStream body = message.getContent(InputStream.class);
    if (body == null || isGET(message)) {
      return;
    }
    try {
      XMLStreamReader reader = reader(message, body);
      message.setContent(XMLStreamReader.class, reader);
      message.getInterceptorChain().add(StaxInEndingInterceptor.INSTANCE);
      while (reader.getEventType() != XMLStreamConstants.START_ELEMENT) {
        if (!reader.hasNext()) {
          throw ProblemException.invalid("", "The body is empty; it must be a SOAP envelope");
        }
        if (reader.next() == XMLStreamConstants.DTD) {
          throw ProblemException.invalid(
              "", "A message must not contain a document type declaration (DOCTYPE)");
        }
      }
    } catch (XMLStreamException e) {
      throw Refused.malformed(e);
    }
  }

  /** Without a charset in the header the document itself tells its encoding (RFC 7303, 3.2). */
  private static XMLStreamReader reader(SoapMessage message, InputStream body)
      throws XMLStreamException {
    HttpServletRequest request = HttpRequest.of(message);
    String charset = request.getCharacterEncoding();
    XMLStreamReader reader;
    if (charset == null) {
      message.remove(Message.ENCODING);
      reader = StaxUtils.createXMLStreamReader(body);
    } else {
      reader = StaxUtils.createXMLStreamReader(body, charset);
    }
    return StaxUtils.configureReader(reader, message);
  }
}

package org.pitchwright.soap;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.interceptor.StaxInInterceptor;
import org.apache.cxf.phase.Phase;
import org.pitchwright.problem.ProblemException;

/**
 * Goes to the envelope, and no further where something stands before it that may not: a document
 * type, with which entities come (SOAP 1.2, section 5, forbids it).
 */
final class EnvelopeInterceptor extends AbstractSoapInterceptor {
  EnvelopeInterceptor() {
    super(Phase.POST_STREAM);
    addAfter(StaxInInterceptor.class.getName());
  }

  @Override
  public void handleMessage(SoapMessage message) {
    XMLStreamReader reader = message.getContent(XMLStreamReader.class);
    if (reader == null) {
      return;
    }
    try {
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
}

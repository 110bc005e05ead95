package org.pitchwright.soap;

import jakarta.xml.bind.UnmarshalException;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.Soap12;
import org.apache.cxf.interceptor.Fault;
import org.jspecify.annotations.Nullable;
import org.pitchwright.problem.Causes;
import org.pitchwright.problem.Problem;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.ProblemKind;
import org.pitchwright.problem.Problems;
import org.xml.sax.SAXParseException;

/** What each failure on the way of a message means to its sender. */
final class Refused {
  private static final String VERSIONS =
      "Send an envelope of SOAP 1.1 with Content-Type "
          + MessageForm.SOAP_11
          + ", or of SOAP 1.2 with "
          + MessageForm.SOAP_12;

  private Refused() {}

  /** The refusal of what is no XML. */
  static ProblemException malformed(XMLStreamException e) {
    return ProblemException.invalid("", "The body is not valid XML: " + firstLine(e));
  }

  /**
   * The problem that a failure stands for. Faults of ours are logged as for REST.
   *
   * @param requestId names the request in the problem and in the log
   */
  static Problem problem(Throwable failure, String requestId) {
    ProblemException refusal = refusal(failure);
    return refusal == null ? Problems.of(failure, requestId) : Problem.of(refusal).at(requestId);
  }

  private static @Nullable ProblemException refusal(Throwable failure) {
    if (find(failure, ProblemException.class) != null) {
      return null;
    }
    SAXParseException schema = find(failure, SAXParseException.class);
    if (schema != null) {
      String line = schema.getLineNumber() > 0 ? " at line " + schema.getLineNumber() : "";
      return ProblemException.invalid(
          "", "The message does not fit the WSDL" + line + ": " + firstLine(schema));
    }
    XMLStreamException xml = find(failure, XMLStreamException.class);
    if (xml != null) {
      return malformed(xml);
    }
    UnmarshalException type = find(failure, UnmarshalException.class);
    if (type != null) {
      return ProblemException.invalid("", "The message does not fit the WSDL: " + firstLine(type));
    }
    return failure instanceof Fault fault ? refusal(fault) : null;
  }

  /** What CXF itself has against a message. */
  private static @Nullable ProblemException refusal(Fault fault) {
    QName code = fault.getFaultCode();
    if (code == null) {
      return null;
    }
    String name = code.getLocalPart();
    if (name.equals(Soap12.getInstance().getVersionMismatch().getLocalPart())) {
      return ProblemException.invalid("", VERSIONS);
    }
    boolean sender =
        code.equals(Fault.FAULT_CODE_CLIENT)
            || code.equals(Soap12.getInstance().getSender())
            || code.equals(Soap11.getInstance().getSender())
            || name.equals(Soap12.getInstance().getMustUnderstand().getLocalPart());
    return sender
        ? new ProblemException(ProblemKind.INVALID, String.valueOf(fault.getMessage()))
        : null;
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("it cannot be read");
  }

  private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
    return Causes.of(failure).filter(type::isInstance).map(type::cast).findFirst().orElse(null);
  }
}

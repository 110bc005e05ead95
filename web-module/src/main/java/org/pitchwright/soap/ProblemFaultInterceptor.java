package org.pitchwright.soap;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.Soap12;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.Phase;
import org.pitchwright.problem.Problem;
import org.pitchwright.problem.Problems;
import org.pitchwright.problem.RequestId;

/**
 * Makes every failure a fault with a problem in its detail. The HTTP status is the one that the
 * SOAP bindings prescribe (1.1: 500 for every fault; 1.2: 400 where the sender is to blame), since
 * clients take others for a broken transport; the problem names its own.
 */
final class ProblemFaultInterceptor extends AbstractSoapInterceptor {
  private static final int SENDER_TO_BLAME = 400;
  private static final int FIRST_FAULT_OF_OURS = 500;

  ProblemFaultInterceptor() {
    super(Phase.SETUP);
  }

  @Override
  public void handleMessage(SoapMessage message) {
    HttpServletRequest request = HttpRequest.of(message.getExchange().getInMessage());
    Exception failure = message.getContent(Exception.class);
    Problem problem = Refused.problem(failure, RequestId.of(request));
    boolean ours = problem.status() >= FIRST_FAULT_OF_OURS;
    SoapFault fault = new SoapFault(problem.detail(), code(message, failure, ours));
    fault.setLang("en");
    fault.setDetail(ProblemDetail.of(problem));
    boolean soap12 = message.getVersion() instanceof Soap12;
    fault.setStatusCode(soap12 && !ours ? SENDER_TO_BLAME : FIRST_FAULT_OF_OURS);
    message.setContent(Exception.class, fault);
    Problems.retryAfter(problem).ifPresent(pause -> header(message, "Retry-After", pause));
  }

  /** CXF's own code where the specification asks for a special one, such as VersionMismatch. */
  private static QName code(SoapMessage message, Exception failure, boolean ours) {
    QName sender = message.getVersion().getSender();
    QName receiver = message.getVersion().getReceiver();
    if (failure instanceof Fault fault) {
      String name = fault.getFaultCode() == null ? "" : fault.getFaultCode().getLocalPart();
      for (QName special :
          List.of(
              message.getVersion().getVersionMismatch(),
              message.getVersion().getMustUnderstand())) {
        if (special.getLocalPart().equals(name)) {
          return special;
        }
      }
    }
    return ours ? receiver : sender;
  }

  private static void header(SoapMessage message, String name, int value) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put(name, List.of(Integer.toString(value)));
    message.put(Message.PROTOCOL_HEADERS, headers);
  }
}

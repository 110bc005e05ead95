package org.pitchwright.soap;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.headers.Header;
import org.apache.cxf.phase.Phase;
import org.w3c.dom.Element;

/** Finds out who sent a message, after its headers and before its body is read. */
final class SenderInterceptor extends AbstractSoapInterceptor {
  private final SenderProof proof;

  SenderInterceptor(SenderProof proof) {
    super(Phase.PRE_PROTOCOL);
    this.proof = proof;
  }

  @Override
  public Set<QName> getUnderstoodHeaders() {
    return Set.of(SenderProof.SECURITY);
  }

  @Override
  public void handleMessage(SoapMessage message) {
    HttpServletRequest request = HttpRequest.of(message);
    List<Element> security =
        message.getHeaders().stream()
            .filter(header -> header.getName().equals(SenderProof.SECURITY))
            .map(Header::getObject)
            .map(Element.class::cast)
            .toList();
    proof.check(security, request.getRemoteAddr());
  }
}

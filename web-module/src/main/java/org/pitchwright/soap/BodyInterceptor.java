package org.pitchwright.soap;

import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.Phase;

/** Looks at a message before anything of it is read. */
final class BodyInterceptor extends AbstractSoapInterceptor {
  private final MessageForm form;

  BodyInterceptor(MessageForm form) {
    super(Phase.RECEIVE);
    this.form = form;
  }

  @Override
  public void handleMessage(SoapMessage message) {
    // What cannot even be parsed is refused in the version that the media type promises.
    if (MessageForm.isSoap11((String) message.get(Message.CONTENT_TYPE))) {
      message.setVersion(Soap11.getInstance());
    }
    HttpServletRequest request = HttpRequest.of(message);
    InputStream body = message.getContent(InputStream.class);
    if (body != null && request.getMethod().equals("POST")) {
      message.setContent(InputStream.class, form.checked(request, body));
    }
  }
}

package org.pitchwright.soap;

import jakarta.inject.Inject;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebInitParam;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.pitchwright.problem.Problem;
import org.pitchwright.problem.ProblemKind;
import org.pitchwright.problem.RequestId;

/**
 * The door for SOAP messages, {@code /services/crm}, and their description, {@code
 * /services/crm?wsdl}.
 */
@WebServlet(
    urlPatterns = "/services/*",
    loadOnStartup = 2,
    initParams = @WebInitParam(name = "hide-service-list-page", value = "true"))
public class CrmServlet extends CXFNonSpringServlet {
  private static final long serialVersionUID = 1L;
  private static final String ADDRESS = "/crm";

  @Inject private transient CrmEndpoint endpoint;

  @Override
  protected void loadBus(ServletConfig config) {
    super.loadBus(config);
    endpoint.publish(getBus(), ADDRESS);
  }

  @Override
  public void service(ServletRequest servletRequest, ServletResponse servletResponse)
      throws ServletException, IOException {
    HttpServletRequest request = (HttpServletRequest) servletRequest;
    HttpServletResponse response = (HttpServletResponse) servletResponse;
    if (!ADDRESS.equals(request.getPathInfo())) {
      refuse(request, response, ProblemKind.NOT_FOUND, "SOAP messages go to /services/crm");
    } else if (request.getMethod().equals("POST")) {
      receive(request, response);
    } else if (request.getMethod().equals("GET") && "wsdl".equals(request.getQueryString())) {
      super.service(request, response);
    } else {
      response.setHeader("Allow", "POST");
      refuse(
          request,
          response,
          ProblemKind.METHOD_NOT_ALLOWED,
          "Send SOAP messages by POST; their description is at /services/crm?wsdl");
    }
  }

  private void receive(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String charset = request.getCharacterEncoding();
    if (charset == null || MessageForm.isCharset(charset)) {
      super.service(request, response);
    } else {
      refuse(
          request,
          response,
          ProblemKind.UNSUPPORTED_MEDIA_TYPE,
          "There is no charset of the name that Content-Type gives; send UTF-8");
    }
  }

  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, ProblemKind kind, String detail)
      throws IOException {
    Problem problem = Problem.of(kind, detail).at(RequestId.of(request));
    byte[] body = problem.json().getBytes(StandardCharsets.UTF_8);
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}

package org.pitchwright.soap;

import jakarta.inject.Inject;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
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
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    boolean message = request.getMethod().equals("POST");
    boolean description = request.getMethod().equals("GET") && request.getQueryString() != null;
    if (!ADDRESS.equals(request.getPathInfo())) {
      refuse(
          request,
          response,
          Problem.of(ProblemKind.NOT_FOUND, "The SOAP interface is at /services/crm"));
    } else if (message || description) {
      super.service(request, response);
    } else {
      response.setHeader("Allow", "POST");
      refuse(
          request,
          response,
          Problem.of(
              ProblemKind.METHOD_NOT_ALLOWED,
              "Send SOAP messages by POST; the description is at /services/crm?wsdl"));
    }
  }

  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    byte[] body = problem.at(RequestId.of(request)).json().getBytes(StandardCharsets.UTF_8);
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}

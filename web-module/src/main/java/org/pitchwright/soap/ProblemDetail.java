package org.pitchwright.soap;

import org.apache.cxf.helpers.DOMUtils;
import org.pitchwright.problem.Problem;
import org.pitchwright.problem.Violation;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A problem as the element of that name in the WSDL. */
final class ProblemDetail {
  private ProblemDetail() {}

  /** A fault's detail that holds the problem. */
  static Element of(Problem problem) {
    Document document = DOMUtils.getEmptyDocument();
    Element detail = document.createElement("detail");
    Element root = add(detail, "problem");
    text(root, "type", problem.type());
    text(root, "title", problem.title());
    text(root, "status", Integer.toString(problem.status()));
    text(root, "detail", problem.detail());
    if (problem.instance() != null) {
      text(root, "instance", problem.instance());
    }
    for (Violation violation : problem.errors()) {
      Element error = add(root, "error");
      text(error, "pointer", violation.pointer());
      text(error, "detail", violation.detail());
    }
    return detail;
  }

  private static Element add(Node parent, String name) {
    Document document = parent.getOwnerDocument();
    Element element = document.createElementNS(Crm.NAMESPACE, name);
    parent.appendChild(element);
    return element;
  }

  private static void text(Element parent, String name, String text) {
    add(parent, name).setTextContent(text);
  }
}

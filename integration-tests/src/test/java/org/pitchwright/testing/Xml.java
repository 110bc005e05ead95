package org.pitchwright.testing;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads and writes elements by their local names. */
public final class Xml {
  private Xml() {}

  /** The child elements of a name, in their order. */
  public static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getLocalName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }

  /** The one child element of a name. */
  public static Element child(Element parent, String name) {
    List<Element> found = children(parent, name);
    if (found.size() != 1) {
      throw new AssertionError(
          parent.getLocalName() + " has " + found.size() + " children named " + name);
    }
    return found.get(0);
  }

  /** The text of the one child element of a name. */
  public static String text(Element parent, String name) {
    return child(parent, name).getTextContent();
  }

  /** An element with text; markup in the text is escaped. */
  public static String element(String name, Object text) {
    return "<" + name + ">" + escape(String.valueOf(text)) + "</" + name + ">";
  }

  /** A text without markup. */
  public static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}

package org.pitchwright.testing;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A stranger's client of the SOAP interface: nothing but HTTP and text. */
public record SoapClient(Version version) {
  /** The namespace of the messages. */
  public static final String NAMESPACE = "urn:pitchwright:crm:v1";

  /** The demo's SOAP secret. */
  public static final String CRM_SECRET = "crm-demo-soap-secret";

  /** The two versions, each with its envelope and media type. */
  public enum Version {
    SOAP_11("http://schemas.xmlsoap.org/soap/envelope/", "text/xml; charset=UTF-8"),
    SOAP_12("http://www.w3.org/2003/05/soap-envelope", "application/soap+xml; charset=UTF-8");

    private final String namespace;
    private final String contentType;

    Version(String namespace, String contentType) {
      this.namespace = namespace;
      this.contentType = contentType;
    }

    /** The namespace of the envelope. */
    public String namespace() {
      return namespace;
    }

    /** The Content-Type header. */
    public String contentType() {
      return contentType;
    }
  }

  /** An envelope around a header and a body. */
  public String envelope(String header, String body) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <soap:Envelope xmlns:soap="%s" xmlns="%s">
      <soap:Header>%s</soap:Header>
      <soap:Body>%s</soap:Body>
    </soap:Envelope>"""
        .formatted(version.namespace, NAMESPACE, header, body);
  }

  /** Sends a body with a digest of the demo's CRM. */
  public Reply send(String body) {
    return sendRaw(
        ApiClient.nobody(),
        envelope(UsernameToken.fresh(ApiClient.CRM, CRM_SECRET).header(), body));
  }

  /** Sends an envelope as it is, with the Authorization header of a client. */
  public Reply sendRaw(ApiClient client, String envelope) {
    return sendRaw(client, envelope.getBytes(StandardCharsets.UTF_8), version.contentType);
  }

  /** Sends any bytes. */
  public Reply sendRaw(ApiClient client, byte[] message, String contentType) {
    return client.at("services/crm", "POST", message, "Content-Type", contentType);
  }

  /** The root element of an XML text. */
  public static Element parse(String xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return factory
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(xml)))
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError("No XML: " + xml, e);
    }
  }
}

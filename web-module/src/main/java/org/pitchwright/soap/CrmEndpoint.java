package org.pitchwright.soap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import org.apache.cxf.Bus;
import org.apache.cxf.binding.soap.SoapBindingConstants;
import org.apache.cxf.frontend.WSDLGetUtils;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Message;
import org.apache.cxf.staxutils.StaxUtils;
import org.pitchwright.security.Permissions;

/**
 * Publishes the operations with everything that stands before them: size, form, sender, schema and
 * permission. One endpoint of SOAP 1.2 takes messages of SOAP 1.1 as well and answers each in its
 * own version.
 */
@ApplicationScoped
public class CrmEndpoint {
  // Far above what 1,000 events need, far below what hurts.
  private static final int MAX_DEPTH = 20;
  private static final int MAX_CHILDREN = 20_000;
  private static final int MAX_ATTRIBUTES = 20;
  private static final int MAX_ATTRIBUTE_LENGTH = 2_000;

  @Inject private CrmOperations operations;
  @Inject private Permissions permissions;
  @Inject private MessageForm form;
  @Inject private SenderProof proof;

  /** Opens the endpoint. */
  void publish(Bus bus, String address) {
    JaxWsServerFactoryBean factory = new JaxWsServerFactoryBean();
    factory.setBus(bus);
    factory.setAddress(address);
    factory.setServiceClass(Crm.class);
    factory.setServiceBean(operations);
    factory.setWsdlLocation("wsdl/crm.wsdl");
    factory.setServiceName(new QName(Crm.NAMESPACE, "CrmService"));
    factory.setEndpointName(new QName(Crm.NAMESPACE, "CrmSoap12"));
    factory.setBindingId(SoapBindingConstants.SOAP12_BINDING_ID);
    factory.setInvoker(new PermittedInvoker(operations, permissions));
    factory.setProperties(properties());
    factory.setInInterceptors(
        List.of(
            new BodyInterceptor(form), new EnvelopeInterceptor(), new SenderInterceptor(proof)));
    factory.setOutFaultInterceptors(List.of(new ProblemFaultInterceptor()));
    factory.create();
  }

  private static Map<String, Object> properties() {
    // The fault says what is wrong, and a fault of ours is logged where the problem is made.
    FaultListener noSecondLog = (exception, description, message) -> false;
    return Map.of(
        Message.SCHEMA_VALIDATION_ENABLED,
        "IN",
        FaultListener.class.getName(),
        noSecondLog,
        WSDLGetUtils.AUTO_REWRITE_ADDRESS_ALL,
        true,
        StaxUtils.MAX_ELEMENT_DEPTH,
        MAX_DEPTH,
        StaxUtils.MAX_CHILD_ELEMENTS,
        MAX_CHILDREN,
        StaxUtils.MAX_ATTRIBUTE_COUNT,
        MAX_ATTRIBUTES,
        StaxUtils.MAX_ATTRIBUTE_SIZE,
        MAX_ATTRIBUTE_LENGTH);
  }
}

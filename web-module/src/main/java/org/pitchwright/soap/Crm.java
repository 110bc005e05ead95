package org.pitchwright.soap;

import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;
import org.pitchwright.crm.GetRecommendations;
import org.pitchwright.crm.GetRecommendationsResponse;
import org.pitchwright.crm.SubmitEvents;
import org.pitchwright.crm.SubmitEventsResponse;
import org.pitchwright.crm.UpsertCustomer;
import org.pitchwright.crm.UpsertCustomerResponse;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.security.Requires;

/**
 * The port type of {@code wsdl/crm.wsdl}. Every refusal is a {@link ProblemException}, which
 * becomes a fault with a problem. Only this interface carries {@code @WebService}: an annotated
 * class would be published by the server a second time, without our security.
 */
@WebService(name = "Crm", targetNamespace = Crm.NAMESPACE)
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public interface Crm {
  /** The target namespace of the WSDL. */
  String NAMESPACE = "urn:pitchwright:crm:v1";

  /** The one part of each message. */
  String PART = "parameters";

  /** Creates or replaces a customer and adds the statements of consent. */
  @Requires("customer:write")
  @WebMethod(operationName = "UpsertCustomer")
  @WebResult(name = "UpsertCustomerResponse", targetNamespace = NAMESPACE, partName = PART)
  UpsertCustomerResponse upsertCustomer(
      @WebParam(name = "UpsertCustomer", targetNamespace = NAMESPACE, partName = PART)
          UpsertCustomer message);

  /** Keeps events; they count in the very next recommendation. */
  @Requires("behavior:write")
  @WebMethod(operationName = "SubmitEvents")
  @WebResult(name = "SubmitEventsResponse", targetNamespace = NAMESPACE, partName = PART)
  SubmitEventsResponse submitEvents(
      @WebParam(name = "SubmitEvents", targetNamespace = NAMESPACE, partName = PART)
          SubmitEvents message);

  /** Recommends items to a customer or visitor, best first. */
  @Requires("recommendation:read")
  @WebMethod(operationName = "GetRecommendations")
  @WebResult(name = "GetRecommendationsResponse", targetNamespace = NAMESPACE, partName = PART)
  GetRecommendationsResponse getRecommendations(
      @WebParam(name = "GetRecommendations", targetNamespace = NAMESPACE, partName = PART)
          GetRecommendations message);
}

package org.pitchwright.crm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How a CRM calls: the operations that REST and SOAP have in common, in the shapes of REST. */
interface CrmDriver {
  Outcome upsertCustomer(String customerId, ObjectNode profile);

  Outcome submitEvents(ArrayNode events);

  Outcome getRecommendations(ObjectNode request);

  /** The same without any proof of who calls. */
  CrmDriver provingNothing();

  /** The same with a name that does not exist. */
  CrmDriver provingWrongly();

  /** The same with leave for one scope only. */
  CrmDriver allowedOnly(String scope);
}

package org.pitchwright.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.XMLGregorianCalendar;
import org.pitchwright.crm.Fact;
import org.pitchwright.crm.UpsertCustomer;
import org.pitchwright.crm.UpsertCustomerResponse;
import org.pitchwright.problem.PathKey;
import org.pitchwright.problem.ProblemException;

/** SOAP's way to create or replace a customer. */
@ApplicationScoped
public class UpsertCustomerOperation {
  @Inject private Customers customers;

  /**
   * Creates or replaces the customer of a message and adds its statements of consent.
   *
   * @throws ProblemException if the message is not valid; pointers name the members of REST
   */
  public UpsertCustomerResponse run(UpsertCustomer message) {
    CustomerId id = PathKey.parse("customerId", message.getCustomerId(), CustomerId::new);
    CustomerBody body =
        new CustomerBody(
            message.getName(),
            message.getEmail(),
            message.getPhone(),
            message.getLanguage(),
            message.getTimeZone(),
            traits(message.getTrait()),
            consents(message.getConsent()));
    Customers.Put put = customers.put(id, body.toData(), null);
    UpsertCustomerResponse response = new UpsertCustomerResponse();
    response.setCreated(put.created());
    response.setVersion(put.version());
    return response;
  }

  private static Map<String, Object> traits(List<Fact> facts) {
    Map<String, Object> traits = new LinkedHashMap<>();
    for (Fact fact : facts) {
      if (traits.put(fact.getName(), fact.getValue()) != null) {
        throw ProblemException.invalid("/traits", "trait " + fact.getName() + " is given twice");
      }
    }
    return traits;
  }

  private static List<CustomerBody.ConsentBody> consents(
      List<org.pitchwright.crm.Consent> statements) {
    List<CustomerBody.ConsentBody> consents = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      org.pitchwright.crm.Consent statement = statements.get(i);
      consents.add(
          new CustomerBody.ConsentBody(
              ConsentPurpose.valueOf(statement.getPurpose().value()),
              statement.isGranted(),
              time("/consents/" + i + "/at", statement.getAt()),
              statement.getSource()));
    }
    return consents;
  }

  private static OffsetDateTime time(String pointer, XMLGregorianCalendar at) {
    if (at.getTimezone() == DatatypeConstants.FIELD_UNDEFINED) {
      throw ProblemException.invalid(
          pointer, "at must be a time with offset such as 2026-11-01T10:00:00Z");
    }
    return at.toGregorianCalendar().toZonedDateTime().toOffsetDateTime();
  }
}

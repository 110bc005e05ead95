package org.pitchwright.behavior.imports;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pitchwright.customer.Consent;
import org.pitchwright.customer.ConsentPurpose;
import org.pitchwright.customer.CustomerData;
import org.pitchwright.customer.CustomerId;
import org.pitchwright.customer.CustomerRules;
import org.pitchwright.customer.Customers;
import org.pitchwright.problem.Violation;

/** Rows that are customers; columns of unknown names become traits. */
final class CustomerFormat extends ImportFormat<CustomerFormat.Row> {
  private final Columns columns;
  private final Customers customers;
  private final ZoneId zone;
  private final OffsetDateTime received;

  /**
   * The format of a file.
   *
   * @param received when the file came in: the time of consents for which it states none
   */
  CustomerFormat(Columns columns, Customers customers, ZoneId zone, OffsetDateTime received) {
    this.columns = columns;
    this.customers = customers;
    this.zone = zone;
    this.received = received;
  }

  /** A customer with its key. */
  record Row(CustomerId id, CustomerData data) {}

  @Override
  Row read(String[] fields) throws RowRefused {
    Map<String, Object> traits = Extras.of(columns, fields, "traits");
    CustomerData data =
        new CustomerData(
            value(fields, "name"),
            value(fields, "email"),
            value(fields, "phone"),
            value(fields, "language"),
            value(fields, "time_zone"),
            traits,
            consents(fields));
    List<Violation> violations = CustomerRules.check(data, received.plusMinutes(5));
    if (!violations.isEmpty()) {
      throw new RowRefused("INVALID_VALUE", violations.get(0).detail());
    }
    return new Row(id(fields), data);
  }

  private List<Consent> consents(String[] fields) throws RowRefused {
    @Nullable String stated = value(fields, "consent_at");
    OffsetDateTime at = stated == null ? received : Values.time(stated, zone);
    List<Consent> consents = new ArrayList<>();
    for (ConsentPurpose purpose : ConsentPurpose.values()) {
      String column = purpose.name().toLowerCase(Locale.ROOT);
      @Nullable String granted = value(fields, column);
      if (granted != null) {
        boolean given = Values.flag(column, granted, false);
        consents.add(new Consent(purpose, given, at, value(fields, "consent_source")));
      }
    }
    return consents;
  }

  private CustomerId id(String[] fields) throws RowRefused {
    @Nullable String value = value(fields, "customer_id");
    try {
      return new CustomerId(value == null ? "" : value);
    } catch (IllegalArgumentException e) {
      throw new RowRefused("INVALID_VALUE", String.valueOf(e.getMessage()));
    }
  }

  private @Nullable String value(String[] fields, String column) {
    return Columns.value(fields, columns.place(column));
  }

  @Override
  int write(List<Row> rows) {
    Map<CustomerId, CustomerData> all = new LinkedHashMap<>();
    rows.forEach(row -> all.put(row.id(), row.data()));
    customers.putAll(all);
    return rows.size();
  }

  @Override
  int count(List<Row> rows) {
    return rows.size();
  }
}

package org.pitchwright.customer;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pitchwright.governance.Audit;
import org.pitchwright.json.Json;
import org.pitchwright.json.JsonMapConverter;
import org.pitchwright.paging.Cursor;
import org.pitchwright.paging.Page;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.ProblemKind;
import org.pitchwright.problem.Violation;
import org.pitchwright.sql.Database;

/** The customers that are known, and what they agreed to. */
@Stateless
public class Customers {
  private static final java.time.Duration CLOCK_TOLERANCE = java.time.Duration.ofMinutes(5);
  private static final String COLUMNS =
      "customer_id, stub, name, email, phone, language, time_zone, traits, version, updated_at";

  @PersistenceContext(unitName = "pitchwright")
  private EntityManager entityManager;

  @Inject private Database database;
  @Inject private Consents consents;
  @Inject private Audit audit;

  /** A customer as it stands now. The consents in {@code data} are filled by {@link #find} only. */
  public record Listed(
      CustomerId id, CustomerData data, boolean stub, long version, OffsetDateTime updatedAt) {}

  /** What a change did, and the version that it made. */
  public record Put(boolean created, long version) {}

  /** What an erasure removed. */
  public record Erased(long events, long recommendations) {}

  /** A customer with all statements of consent. */
  public Optional<Listed> find(CustomerId id) {
    return database
        .first(
            "SELECT " + COLUMNS + " FROM customer WHERE customer_id = ?",
            Customers::read,
            id.value())
        .map(customer -> withConsents(customer, consents.of(id)));
  }

  private static Listed withConsents(Listed customer, List<Consent> statements) {
    CustomerData data = customer.data();
    return new Listed(
        customer.id(),
        new CustomerData(
            data.name(),
            data.email(),
            data.phone(),
            data.language(),
            data.timeZone(),
            data.traits(),
            statements),
        customer.stub(),
        customer.version(),
        customer.updatedAt());
  }

  /**
   * Creates or replaces a profile and adds the statements of consent.
   *
   * @param expectedVersion the version that the caller has seen; null to take whatever is there, 0
   *     to insist that there is none yet
   * @throws ProblemException if the profile is not valid, or the version is another one
   */
  public Put put(CustomerId id, CustomerData data, @Nullable Long expectedVersion) {
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    List<Violation> violations = CustomerRules.check(data, now.plus(CLOCK_TOLERANCE));
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
    Customer customer =
        entityManager.find(Customer.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
    checkVersion(id, customer, expectedVersion);
    boolean created = customer == null;
    if (customer == null) {
      customer = new Customer(id, data, now);
      entityManager.persist(customer);
    } else {
      customer.describe(data, now);
    }
    entityManager.flush();
    consents.record(Map.of(id, data.consents()));
    return new Put(created, customer.version());
  }

  private static void checkVersion(
      CustomerId id, @Nullable Customer customer, @Nullable Long expected) {
    long actual = customer == null ? 0 : customer.version();
    if (expected != null && expected != actual) {
      throw new ProblemException(
          ProblemKind.PRECONDITION_FAILED,
          actual == 0
              ? "There is no customer " + id + " yet"
              : "Customer "
                  + id
                  + " has version "
                  + actual
                  + ", not "
                  + expected
                  + "; read it again");
    }
  }

  /** Creates or replaces many profiles that passed {@link CustomerRules}, in one batch. */
  public void putAll(Map<CustomerId, CustomerData> customers) {
    String sql =
        "INSERT INTO customer (customer_id, name, email, phone, language, time_zone, traits)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (customer_id) DO UPDATE SET stub = false, name = excluded.name,"
            + " email = excluded.email, phone = excluded.phone, language = excluded.language,"
            + " time_zone = excluded.time_zone, traits = excluded.traits,"
            + " version = customer.version + 1, updated_at = now()";
    database.with(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Map.Entry<CustomerId, CustomerData> entry : customers.entrySet()) {
              bind(insert, entry.getKey(), entry.getValue());
              insert.addBatch();
            }
            return insert.executeBatch();
          }
        });
    Map<CustomerId, List<Consent>> statements = new java.util.LinkedHashMap<>();
    customers.forEach((id, data) -> statements.put(id, data.consents()));
    consents.record(statements);
  }

  private static void bind(PreparedStatement insert, CustomerId id, CustomerData data)
      throws SQLException {
    insert.setString(1, id.value());
    insert.setString(2, data.name());
    insert.setString(3, data.email());
    insert.setString(4, data.phone());
    insert.setString(5, data.language());
    insert.setString(6, data.timeZone());
    insert.setObject(7, JsonMapConverter.jsonb(Json.write(data.traits())));
  }

  /**
   * Forgets a customer: profile, consents, events, and what was recommended. Counts remain in the
   * audit, the person does not.
   *
   * @throws ProblemException if nothing is known under this key
   */
  public Erased erase(CustomerId id, String actor) {
    int profiles = database.update("DELETE FROM customer WHERE customer_id = ?", id.value());
    int events = database.update("DELETE FROM event WHERE customer_id = ?", id.value());
    int served =
        database.update("DELETE FROM recommendation_served WHERE customer_id = ?", id.value());
    if (profiles + events + served == 0) {
      throw ProblemException.notFound("customer", id);
    }
    audit.record(
        actor,
        "customer.erase",
        "customer",
        ErasureReference.of(id),
        Map.of("events", events, "recommendations", served));
    return new Erased(events, served);
  }

  /**
   * Customers in the order of their keys.
   *
   * @param query part of key, name or e-mail address; null or empty for all
   */
  public Page<Listed> search(@Nullable String query, int limit, @Nullable String cursor) {
    String words = query == null ? "" : query.strip();
    String like = words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    String sql =
        "SELECT "
            + COLUMNS
            + " FROM customer WHERE customer_id > ? AND (? = '' OR (customer_id || ' ' ||"
            + " coalesce(name, '') || ' ' || coalesce(email, '')) ILIKE '%' || ? || '%')"
            + " ORDER BY customer_id LIMIT ?";
    List<Listed> rows =
        database.list(sql, Customers::read, Cursor.decode(cursor), words, like, limit + 1);
    return Page.of(rows, limit, customer -> customer.id().value());
  }

  private static Listed read(ResultSet row) throws SQLException {
    CustomerData data =
        new CustomerData(
            row.getString("name"),
            row.getString("email"),
            row.getString("phone"),
            row.getString("language"),
            row.getString("time_zone"),
            Json.readMap(row.getString("traits")),
            List.of());
    return new Listed(
        new CustomerId(row.getString("customer_id")),
        data,
        row.getBoolean("stub"),
        row.getLong("version"),
        row.getObject("updated_at", OffsetDateTime.class));
  }
}

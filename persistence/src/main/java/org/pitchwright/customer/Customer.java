package org.pitchwright.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pitchwright.json.JsonMapConverter;

/** A person who buys, or might. Statements of consent are kept beside, in {@code consent}. */
@Entity
@Table(name = "customer")
@SuppressWarnings("NullAway.Init") // JPA fills what the protected constructor leaves open.
public class Customer {
  @Id
  @Column(name = "customer_id")
  private String customerId;

  private boolean stub;
  private @Nullable String name;
  private @Nullable String email;
  private @Nullable String phone;
  private @Nullable String language;

  @Column(name = "time_zone")
  private @Nullable String timeZone;

  @Convert(converter = JsonMapConverter.class)
  private Map<String, Object> traits = new HashMap<>();

  @Version private long version;

  @Column(name = "created_at")
  private OffsetDateTime createdAt;

  @Column(name = "updated_at")
  private OffsetDateTime updatedAt;

  protected Customer() {}

  /** A new customer, as described by {@code data}. */
  public Customer(CustomerId id, CustomerData data, OffsetDateTime now) {
    this.customerId = id.value();
    this.createdAt = now;
    describe(data, now);
  }

  /** Replaces the whole profile; consents are kept apart. */
  public final void describe(CustomerData data, OffsetDateTime now) {
    stub = false;
    name = data.name();
    email = data.email();
    phone = data.phone();
    language = data.language();
    timeZone = data.timeZone();
    traits = new HashMap<>(data.traits());
    updatedAt = now;
  }

  public CustomerId id() {
    return new CustomerId(customerId);
  }

  /** The profile, together with the statements of consent that the caller read beside it. */
  public CustomerData data(List<Consent> consents) {
    return new CustomerData(name, email, phone, language, timeZone, traits, consents);
  }

  /** Whether only events have told of this customer so far. */
  public boolean stub() {
    return stub;
  }

  /** Counts up with each change; the entity tag of REST. */
  public long version() {
    return version;
  }

  public OffsetDateTime createdAt() {
    return createdAt;
  }

  public OffsetDateTime updatedAt() {
    return updatedAt;
  }
}

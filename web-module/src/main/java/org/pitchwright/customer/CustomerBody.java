package org.pitchwright.customer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.Violation;

/** A customer on the wire. */
@Schema(name = "Customer", description = "What a CRM says about a customer")
public record CustomerBody(
    @JsonProperty(required = true) @Nullable String name,
    @JsonProperty(required = true) @Nullable String email,
    @JsonProperty(required = true) @Nullable String phone,
    @JsonProperty(required = true) @Schema(description = "BCP 47 tag", example = "zh")
        @Nullable String language,
    @JsonProperty(required = true) @Schema(description = "IANA name", example = "Asia/Shanghai")
        @Nullable String timeZone,
    @JsonProperty(required = true) @Schema(description = "Any further facts")
        @Nullable Map<String, Object> traits,
    @JsonProperty(required = true)
        @Schema(description = "Statements of consent; the latest of each purpose counts")
        @Nullable List<ConsentBody> consents) {

  /** A statement of consent on the wire. */
  @Schema(name = "Consent")
  public record ConsentBody(
      @JsonProperty(required = true) @Nullable ConsentPurpose purpose,
      @JsonProperty(required = true) @Nullable Boolean granted,
      @JsonProperty(required = true) @Nullable OffsetDateTime at,
      @JsonProperty(required = true) @Nullable String source) {
    private static ConsentBody of(Consent consent) {
      return new ConsentBody(consent.purpose(), consent.granted(), consent.at(), consent.source());
    }
  }

  static CustomerBody of(CustomerData data) {
    return new CustomerBody(
        data.name(),
        data.email(),
        data.phone(),
        data.language(),
        data.timeZone(),
        data.traits(),
        data.consents().stream().map(ConsentBody::of).toList());
  }

  /**
   * The profile that this body stands for.
   *
   * @throws ProblemException naming each member that must not be null
   */
  CustomerData toData() {
    List<Violation> found = new ArrayList<>();
    if (traits == null) {
      found.add(new Violation("/traits", "traits must not be null"));
    }
    if (consents == null) {
      found.add(new Violation("/consents", "consents must not be null"));
    }
    List<Consent> statements = consents == null ? List.of() : statements(found, consents);
    if (!found.isEmpty()) {
      throw ProblemException.invalid(found);
    }
    return new CustomerData(
        name, email, phone, language, timeZone, traits == null ? Map.of() : traits, statements);
  }

  private static List<Consent> statements(
      List<Violation> found, List<@Nullable ConsentBody> bodies) {
    List<Consent> statements = new ArrayList<>();
    for (int i = 0; i < bodies.size(); i++) {
      ConsentBody body = bodies.get(i);
      if (body == null || body.purpose() == null || body.granted() == null || body.at() == null) {
        found.add(
            new Violation("/consents/" + i, "A consent needs purpose, granted, at and source"));
      } else {
        statements.add(new Consent(body.purpose(), body.granted(), body.at(), body.source()));
      }
    }
    return statements;
  }
}

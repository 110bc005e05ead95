package org.pitchwright.crm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.pitchwright.testing.ProblemAssert.assertProblem;
import static org.pitchwright.testing.Xml.child;
import static org.pitchwright.testing.Xml.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pitchwright.testing.ApiClient;
import org.pitchwright.testing.Reply;
import org.pitchwright.testing.SoapClient;
import org.pitchwright.testing.SoapClient.Version;
import org.pitchwright.testing.UsernameToken;
import org.w3c.dom.Element;

/** How the SOAP interface refuses what is no proper message: always by a fault with a problem. */
class SoapRefusalsIT {
  private static final String QUESTION =
      "<GetRecommendations><customerId>c-1</customerId><limit>1</limit></GetRecommendations>";

  @ParameterizedTest
  @EnumSource
  void aMessageThatIsSentTwiceIsRefusedTheSecondTime(Version version) {
    SoapClient soap = new SoapClient(version);
    String message = soap.envelope(crm().header(), QUESTION);

    assertThat(soap.sendRaw(ApiClient.nobody(), message).status()).isEqualTo(200);

    assertFault(soap.sendRaw(ApiClient.nobody(), message), version, 401, "Nonce");
  }

  @ParameterizedTest
  @EnumSource
  void anOldTokenAndOneFromTheFutureAreRefused(Version version) {
    for (Instant created :
        new Instant[] {Instant.now().minusSeconds(600), Instant.now().plusSeconds(600)}) {
      UsernameToken token = UsernameToken.of(ApiClient.CRM, SoapClient.CRM_SECRET, created);
      assertFault(raw(version, token.header(), QUESTION), version, 401, "Created");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTokenWithoutNonceOrTimeOrWithThePasswordItselfIsRefused(Version version) {
    String header = crm().header();

    assertFault(
        raw(version, header.replaceAll("<wsse:Nonce.*</wsse:Nonce>", ""), QUESTION),
        version,
        401,
        "Nonce");
    assertFault(
        raw(version, header.replaceAll("<wsu:Created>.*</wsu:Created>", ""), QUESTION),
        version,
        401,
        "Created");
    assertFault(
        raw(version, header.replace("#PasswordDigest", "#PasswordText"), QUESTION),
        version,
        401,
        "PasswordDigest");
    assertFault(raw(version, header + crm().header(), QUESTION), version, 400, "Security");
  }

  @ParameterizedTest
  @EnumSource
  void aDocumentTypeIsRefusedWithWhateverEntities(Version version) {
    SoapClient soap = new SoapClient(version);
    String message = soap.envelope(crm().header(), QUESTION.replace("c-1", "&x;"));
    String declaration = message.substring(0, message.indexOf("?>") + 2);
    String envelope = message.substring(declaration.length());
    String external = "<!DOCTYPE x [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>";
    String laughs =
        "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY x \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>";

    for (String type : new String[] {external, laughs, "<!DOCTYPE x SYSTEM \"http://[::1]/\">"}) {
      Reply reply = soap.sendRaw(ApiClient.nobody(), declaration + type + envelope);
      assertFault(reply, version, 400, "DOCTYPE");
    }
  }

  @ParameterizedTest
  @EnumSource
  void deepNestingIsRefused(Version version) {
    String deep = "<a>".repeat(50_000) + "</a>".repeat(50_000);

    assertFault(raw(version, crm().header() + deep, QUESTION), version, 400, "Depth");
    assertFault(raw(version, crm().header(), deep), version, 400, "");
  }

  @ParameterizedTest
  @EnumSource
  void aBodyThatIsTooLargeIsRefused(Version version) {
    String large = QUESTION.replace("c-1", "x".repeat(11_000_000));

    JsonNode problem = assertFault(raw(version, crm().header(), large), version, 413, "bytes");

    assertThat(problem.get("type").asText()).isEqualTo("urn:pitchwright:problem:too-large");
  }

  @ParameterizedTest
  @EnumSource
  void whatDoesNotFitTheSchemaIsRefusedWithWhatIsExpected(Version version) {
    assertFault(
        raw(version, crm().header(), QUESTION.replace("customerId", "customer")),
        version,
        400,
        "customerId");
    assertFault(
        raw(version, crm().header(), QUESTION.replace(">1<", ">many<")), version, 400, "many");
    assertFault(
        raw(
            version,
            crm().header(),
            "<GetRecommendations><exclude>SOME</exclude></GetRecommendations>"),
        version,
        400,
        "SOME");
    assertFault(
        raw(
            version,
            crm().header(),
            "<UpsertCustomer><customerId>c</customerId><consent><purpose>ANALYTICS</purpose>"
                + "<granted>true</granted><at>2026-02-30T00:00:00Z</at></consent>"
                + "</UpsertCustomer>"),
        version,
        400,
        "2026-02-30");
  }

  @ParameterizedTest
  @EnumSource
  void aConsentWithoutAnOffsetIsRefused(Version version) {
    assertFault(
        raw(
            version,
            crm().header(),
            "<UpsertCustomer><customerId>c</customerId><consent><purpose>ANALYTICS</purpose>"
                + "<granted>true</granted><at>2026-02-20T00:00:00</at></consent>"
                + "</UpsertCustomer>"),
        version,
        400,
        "offset");
  }

  @ParameterizedTest
  @EnumSource
  void anUnknownOperationAndAnEmptyBodyAreRefused(Version version) {
    assertFault(raw(version, crm().header(), "<DropTables/>"), version, 400, "DropTables");
    assertFault(raw(version, crm().header(), ""), version, 400, "Body");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNoXmlIsRefused(Version version) {
    for (String body : new String[] {"", "{}", "<soap:Envelope", "\u0000"}) {
      Reply reply = new SoapClient(version).sendRaw(ApiClient.nobody(), body);
      assertFault(reply, version, 400, "");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aHeaderThatMustBeUnderstoodAndIsNotIsRefused(Version version) {
    String unknown = "<q:Route xmlns:q=\"urn:q\" soap:mustUnderstand=\"1\"/>";

    assertFault(raw(version, crm().header() + unknown, QUESTION), version, 400, "Route");
  }

  @ParameterizedTest
  @EnumSource
  void aDocumentTellsItsOwnEncoding(Version version) {
    String customer = ApiClient.key("customer");
    SoapClient soap = new SoapClient(version);
    String message =
        soap.envelope(
            crm().header(),
            "<UpsertCustomer><customerId>"
                + customer
                + "</customerId><name>李雷</name>"
                + "</UpsertCustomer>");
    String type = version.contentType().replaceAll(";.*", "");

    Reply utf8 = soap.sendRaw(ApiClient.nobody(), message.getBytes(UTF_8), type);
    assertThat(utf8.status()).as(utf8.text()).isEqualTo(200);
    assertThat(name(customer)).isEqualTo("李雷");

    String chinese =
        soap.envelope(
                crm().header(),
                "<UpsertCustomer><customerId>"
                    + customer
                    + "</customerId><name>韩梅梅</name>"
                    + "</UpsertCustomer>")
            .replace("UTF-8", "GB18030");
    soap.sendRaw(ApiClient.nobody(), chinese.getBytes(Charset.forName("GB18030")), type);
    assertThat(name(customer)).isEqualTo("韩梅梅");
  }

  @ParameterizedTest
  @EnumSource
  void anotherMediaTypeOrCharsetIsRefused(Version version) {
    SoapClient soap = new SoapClient(version);
    byte[] message = soap.envelope(crm().header(), QUESTION).getBytes(UTF_8);

    Reply json = soap.sendRaw(ApiClient.nobody(), message, "application/json");
    assertFault(json, Version.SOAP_12, 415, "text/xml");
    Reply charset = soap.sendRaw(ApiClient.nobody(), message, "text/xml; charset=bogus");
    assertProblem(charset, 415, "unsupported-media-type");
  }

  @ParameterizedTest
  @EnumSource
  void otherMethodsAndAddressesAreRefused(Version version) {
    ApiClient nobody = ApiClient.nobody();

    assertProblem(nobody.at("services/crm", "GET", null), 405, "method-not-allowed");
    assertProblem(nobody.at("services/crm", "DELETE", null), 405, "method-not-allowed");
    assertProblem(nobody.at("services/", "GET", null), 404, "not-found");
    assertProblem(nobody.at("services/other", "POST", new byte[0]), 404, "not-found");
  }

  private static UsernameToken crm() {
    return UsernameToken.fresh(ApiClient.CRM, SoapClient.CRM_SECRET);
  }

  private static Reply raw(Version version, String header, String body) {
    SoapClient soap = new SoapClient(version);
    return soap.sendRaw(ApiClient.nobody(), soap.envelope(header, body));
  }

  private static String name(String customer) {
    return ApiClient.crm().get("customers/" + customer).json().get("name").asText();
  }

  /** A fault that blames the sender, in the version of the message, and tells no internals. */
  private static JsonNode assertFault(Reply reply, Version version, int status, String says) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(version == Version.SOAP_11 ? 500 : 400);
    assertThat(reply.mediaType()).isEqualTo(version.contentType().split(";")[0]);
    assertThat(reply.text()).doesNotContain("at org.", "Exception");
    Element envelope = SoapClient.parse(reply.text());
    assertThat(envelope.getNamespaceURI()).isEqualTo(version.namespace());
    Element fault = child(child(envelope, "Body"), "Fault");
    String code =
        version == Version.SOAP_11 ? text(fault, "faultcode") : text(child(fault, "Code"), "Value");
    assertThat(code).doesNotEndWith("Server").doesNotEndWith("Receiver");
    JsonNode problem = SoapCrmDriver.problem(fault);
    assertThat(problem.get("status").asInt()).as(reply.text()).isEqualTo(status);
    assertThat(problem.get("title").asText()).isNotBlank();
    assertThat(problem.get("detail").asText()).contains(says);
    return problem;
  }
}

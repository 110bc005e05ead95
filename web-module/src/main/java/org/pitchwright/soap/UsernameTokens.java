package org.pitchwright.soap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.apache.wss4j.common.bsp.BSPEnforcer;
import org.apache.wss4j.common.bsp.BSPRule;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.common.util.UsernameTokenUtil;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.message.token.Timestamp;
import org.apache.wss4j.dom.message.token.UsernameToken;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.ProblemKind;
import org.pitchwright.security.Caller;
import org.pitchwright.security.Credentials;
import org.pitchwright.security.Nonces;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The UsernameToken of WS-Security (UsernameToken Profile 1.1, section 3.1): a digest of nonce,
 * time and secret, which is good once and for five minutes.
 */
@ApplicationScoped
public class UsernameTokens {
  private static final int SECONDS_FRESH = 300;
  private static final int SECONDS_AHEAD = 60;

  // The profile has a default for the nonce's encoding, which the Basic Security Profile forbids.
  private static final List<BSPRule> NOT_INSISTED_ON = List.of(BSPRule.R4220, BSPRule.R4221);

  @Inject private Credentials credentials;
  @Inject private Nonces nonces;

  /**
   * The client that a Security header proves.
   *
   * @param address where the message came from
   * @throws ProblemException if the header is not understood, too old, a repeat, or proves nobody
   */
  Caller sender(Element security, String address) {
    UsernameToken token = read(security);
    byte[] nonce = nonce(token);
    if (!token.verifyCreated(SECONDS_FRESH, SECONDS_AHEAD)) {
      throw refused(
          "Created must lie within the last "
              + SECONDS_FRESH
              + " seconds, and at most "
              + SECONDS_AHEAD
              + " ahead of our clock, which says "
              + Instant.now());
    }
    Caller caller =
        credentials
            .soapClient(token.getName(), secret -> isDigest(token, nonce, secret), address)
            .orElseThrow(() -> refused("The name or the digest is not right"));
    Instant tooOld = token.getCreatedDate().plusSeconds(SECONDS_FRESH);
    if (!nonces.use(caller.getName(), nonce, tooOld)) {
      throw refused("This Nonce was used before; make a new one for every message");
    }
    return caller;
  }

  private static UsernameToken read(Element security) {
    UsernameToken token = null;
    BSPEnforcer profile = new BSPEnforcer(NOT_INSISTED_ON);
    try {
      for (Node node = security.getFirstChild(); node != null; node = node.getNextSibling()) {
        if (!(node instanceof Element part)) {
          continue;
        }
        if (is(part, WSConstants.WSSE_NS, WSConstants.USERNAME_TOKEN_LN) && token == null) {
          token = new UsernameToken(part, false, profile);
        } else if (is(part, WSConstants.WSU_NS, WSConstants.TIMESTAMP_TOKEN_LN)) {
          check(new Timestamp(part, profile));
        } else {
          throw ProblemException.invalid(
              "",
              "The Security header must hold one UsernameToken, and optionally a Timestamp, not "
                  + part.getLocalName());
        }
      }
    } catch (WSSecurityException e) {
      throw refused(
          "The Security header is not of the UsernameToken Profile 1.1: a UsernameToken has one"
              + " Username, Password of Type #PasswordDigest, Nonce in base64 and Created");
    }
    if (token == null) {
      throw refused("The Security header holds no UsernameToken");
    }
    return token;
  }

  private static boolean is(Element part, String namespace, String name) {
    return namespace.equals(part.getNamespaceURI()) && name.equals(part.getLocalName());
  }

  private static void check(Timestamp timestamp) {
    if (timestamp.isExpired() || !timestamp.verifyCreated(SECONDS_FRESH, SECONDS_AHEAD)) {
      throw refused("The Timestamp is not good any more, or not yet");
    }
  }

  private static byte[] nonce(UsernameToken token) {
    boolean digest = WSConstants.PASSWORD_DIGEST.equals(token.getPasswordType());
    if (!digest || token.getName() == null || token.getPassword() == null) {
      throw refused("The UsernameToken needs a Username, and a Password of Type #PasswordDigest");
    }
    if (token.getNonce() == null || token.getNonce().isEmpty() || token.getCreated() == null) {
      throw refused("The UsernameToken needs a Nonce and the time at which it was Created");
    }
    try {
      return Base64.getMimeDecoder().decode(token.getNonce());
    } catch (IllegalArgumentException e) {
      throw refused("The Nonce must be base64");
    }
  }

  private static boolean isDigest(UsernameToken token, byte[] nonce, String secret) {
    try {
      String digest = UsernameTokenUtil.doPasswordDigest(nonce, token.getCreated(), secret);
      return MessageDigest.isEqual(
          digest.getBytes(StandardCharsets.UTF_8),
          token.getPassword().getBytes(StandardCharsets.UTF_8));
    } catch (WSSecurityException e) {
      throw new IllegalStateException("The digest cannot be made", e);
    }
  }

  private static ProblemException refused(String detail) {
    return new ProblemException(ProblemKind.UNAUTHENTICATED, detail);
  }
}

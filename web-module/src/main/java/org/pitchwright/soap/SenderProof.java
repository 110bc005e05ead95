package org.pitchwright.soap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import javax.xml.namespace.QName;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.ProblemKind;
import org.pitchwright.security.Caller;
import org.pitchwright.security.Permissions;
import org.pitchwright.security.RequestRate;
import org.w3c.dom.Element;

/** Who sent a message: what its Security header proves, or else what HTTP proved before. */
@ApplicationScoped
public class SenderProof {
  /** The header of WS-Security. */
  static final QName SECURITY =
      new QName(
          "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd",
          "Security");

  @Inject private UsernameTokens tokens;
  @Inject private Permissions permissions;
  @Inject private RequestRate rate;

  /**
   * Says who sent the message, for the rest of the request, and counts it.
   *
   * @param security the Security headers of the message
   * @throws ProblemException if nothing proves who sent it, or the sender sends too many
   */
  void check(List<Element> security, String address) {
    if (security.size() > 1) {
      throw ProblemException.invalid("", "A message must have one Security header at most");
    }
    Caller caller =
        security.isEmpty()
            ? permissions.caller().orElseThrow(SenderProof::nobody)
            : tokens.sender(security.get(0), address);
    permissions.callerIs(caller);
    rate.consume(caller.key());
  }

  private static ProblemException nobody() {
    return new ProblemException(
        ProblemKind.UNAUTHENTICATED,
        "Send a WS-Security UsernameToken with PasswordDigest, Nonce and Created, or HTTP Basic");
  }
}

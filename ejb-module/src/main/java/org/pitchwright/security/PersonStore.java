package org.pitchwright.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The people that the database knows, as an identity store of the container. */
@ApplicationScoped
public class PersonStore implements IdentityStore {
  @Inject private Credentials credentials;
  @Inject private HttpServletRequest request;

  @Override
  public CredentialValidationResult validate(Credential credential) {
    if (!(credential instanceof UsernamePasswordCredential person)) {
      return CredentialValidationResult.NOT_VALIDATED_RESULT;
    }
    Optional<Caller> caller =
        credentials.person(
            person.getCaller(), person.getPasswordAsString(), request.getRemoteAddr());
    return caller
        .map(known -> new CredentialValidationResult(known, known.groups()))
        .orElse(CredentialValidationResult.INVALID_RESULT);
  }
}

package org.pitchwright.crm;

import org.pitchwright.testing.SoapClient;

/** The contract over SOAP 1.1 with a digest in every message. */
class Soap11ContractIT extends CrmContract {
  Soap11ContractIT() {
    super(SoapCrmDriver.withDigest(SoapClient.Version.SOAP_11));
  }
}

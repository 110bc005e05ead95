package org.pitchwright.crm;

import org.pitchwright.testing.SoapClient;

/** The contract over SOAP 1.2 with a digest in every message. */
class Soap12ContractIT extends CrmContract {
  Soap12ContractIT() {
    super(SoapCrmDriver.withDigest(SoapClient.Version.SOAP_12));
  }
}

package org.pitchwright.crm;

import org.pitchwright.testing.SoapClient;

/** The contract over SOAP 1.1 with HTTP Basic. */
class SoapBasicContractIT extends CrmContract {
  SoapBasicContractIT() {
    super(SoapCrmDriver.withBasic(SoapClient.Version.SOAP_11));
  }
}

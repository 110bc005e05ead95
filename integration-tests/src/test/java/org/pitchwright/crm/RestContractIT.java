package org.pitchwright.crm;

import org.pitchwright.testing.ApiClient;

/** The contract over the REST interface. */
class RestContractIT extends CrmContract {
  RestContractIT() {
    super(new RestCrmDriver(ApiClient.crm()));
  }
}

package org.pitchwright.customer;

/** What a customer can agree to, each on its own. */
public enum ConsentPurpose {
  EMAIL_MARKETING,
  SMS_MARKETING,
  PERSONALIZATION,
  ANALYTICS
}

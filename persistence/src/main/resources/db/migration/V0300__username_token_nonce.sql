-- security: nonces of SOAP messages that were let in (WS-Security UsernameToken), so that no message counts
-- twice on any node. A row is of no use once the message that carried it is too old anyway.
CREATE TABLE username_token_nonce (
  client_id     text NOT NULL,
  nonce_digest  bytea NOT NULL,
  expires_at    timestamptz NOT NULL,
  PRIMARY KEY (client_id, nonce_digest)
);
CREATE INDEX username_token_nonce_expires_at ON username_token_nonce (expires_at);

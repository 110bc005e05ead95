-- security: people who sign in, systems that call, and the replies that a repeated call gets again.
CREATE TABLE account (
  name             text PRIMARY KEY CHECK (name ~ '^[a-z0-9][a-z0-9._@-]{0,99}$'),
  display_name     text NOT NULL,
  password_hash    text NOT NULL,
  roles            text[] NOT NULL,
  language         text NOT NULL DEFAULT 'en',
  time_zone        text NOT NULL DEFAULT 'UTC',
  theme            text NOT NULL DEFAULT 'system',
  active           boolean NOT NULL DEFAULT true,
  version          bigint NOT NULL DEFAULT 1,
  created_at       timestamptz NOT NULL DEFAULT now(),
  updated_at       timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE api_client (
  client_id              text PRIMARY KEY CHECK (client_id ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$'),
  display_name           text NOT NULL,
  secret_hash            text NOT NULL,
  -- AES-GCM with a key from outside the database: WS-Security's digest needs the secret itself.
  soap_secret_encrypted  bytea,
  scopes                 text[] NOT NULL,
  active                 boolean NOT NULL DEFAULT true,
  created_at             timestamptz NOT NULL DEFAULT now()
);

-- Failed attempts to sign in, by the digest of the name that was given, whether or not there is such an
-- account: that a name locks up says nothing about its existence.
CREATE TABLE sign_in_failure (
  kind          text NOT NULL CHECK (kind IN ('PERSON', 'CLIENT')),
  name_digest   bytea NOT NULL,
  attempts      integer NOT NULL,
  locked_until  timestamptz,
  last_at       timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (kind, name_digest)
);
CREATE INDEX sign_in_failure_last_at ON sign_in_failure (last_at);

-- A reply is kept for a repeat of the same request; status is null while the first one still runs.
CREATE TABLE idempotency_record (
  principal      text NOT NULL,
  key            text NOT NULL,
  method         text NOT NULL,
  path           text NOT NULL,
  request_hash   text NOT NULL,
  status         integer,
  content_type   text,
  headers        jsonb,
  body           bytea,
  created_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (principal, key)
);
CREATE INDEX idempotency_record_created_at ON idempotency_record (created_at);

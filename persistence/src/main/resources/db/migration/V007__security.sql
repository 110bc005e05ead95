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
  failed_attempts  integer NOT NULL DEFAULT 0,
  locked_until     timestamptz,
  version          bigint NOT NULL DEFAULT 1,
  created_at       timestamptz NOT NULL DEFAULT now(),
  updated_at       timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE api_client (
  client_id              text PRIMARY KEY,
  display_name           text NOT NULL,
  secret_hash            text NOT NULL,
  -- AES-GCM with a key from outside the database: WS-Security's digest needs the secret itself.
  soap_secret_encrypted  bytea,
  scopes                 text[] NOT NULL,
  active                 boolean NOT NULL DEFAULT true,
  failed_attempts        integer NOT NULL DEFAULT 0,
  locked_until           timestamptz,
  created_at             timestamptz NOT NULL DEFAULT now()
);

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

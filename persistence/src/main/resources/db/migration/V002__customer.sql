-- customer: who is written to. A stub is a customer known by events alone, until a CRM sends the profile.
CREATE TABLE customer (
  customer_id     text PRIMARY KEY CHECK (length(customer_id) BETWEEN 1 AND 200),
  -- Never reused: tells a customer who was erased and came back from the one before.
  generation      bigint GENERATED ALWAYS AS IDENTITY,
  stub            boolean NOT NULL DEFAULT false,
  name            text,
  email           text,
  phone           text,
  language        text,
  time_zone       text,
  traits          jsonb NOT NULL DEFAULT '{}',
  -- The latest PERSONALIZATION consent, null where none was ever stated; kept beside it for serving.
  personalization boolean,
  version         bigint NOT NULL DEFAULT 1,
  created_at      timestamptz NOT NULL DEFAULT now(),
  updated_at      timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX customer_updated_at ON customer (updated_at);
CREATE INDEX customer_search ON customer USING gin ((customer_id || ' ' || coalesce(name, '') || ' ' || coalesce(email, '')) gin_trgm_ops);

-- Every statement of consent that was ever made; the latest of a purpose counts.
CREATE TABLE consent (
  customer_id  text NOT NULL REFERENCES customer ON DELETE CASCADE,
  purpose      text NOT NULL CHECK (purpose IN ('EMAIL_MARKETING', 'SMS_MARKETING', 'PERSONALIZATION', 'ANALYTICS')),
  at           timestamptz NOT NULL,
  granted      boolean NOT NULL,
  source       text,
  recorded_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (customer_id, purpose, at)
);

-- behavior: what customers did. Append-only; what is wrong with a row is said beside it, never by removing it.
CREATE TABLE event (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id     text NOT NULL CHECK (length(event_id) BETWEEN 1 AND 200),
  type         text NOT NULL CHECK (type IN ('VIEW', 'CLICK', 'CART', 'PURCHASE', 'RATING', 'IMPRESSION', 'SEARCH', 'DISMISS')),
  customer_id  text,
  session_id   text,
  item_id      text,
  at           timestamptz NOT NULL,
  rating       real,
  quantity     integer,
  amount       numeric,
  currency     text,
  duration_ms  bigint,
  source       text,
  attributes   jsonb,
  import_id    uuid,
  received_at  timestamptz NOT NULL DEFAULT now(),
  -- The transaction that wrote the row: readers that remember a snapshot find what was committed since,
  -- whatever the order of commits.
  written_by   xid8 NOT NULL DEFAULT pg_current_xact_id(),
  CONSTRAINT event_event_id UNIQUE (event_id),
  CONSTRAINT event_has_subject CHECK (customer_id IS NOT NULL OR session_id IS NOT NULL)
);
CREATE INDEX event_customer ON event (customer_id, written_by) WHERE customer_id IS NOT NULL;
CREATE INDEX event_at ON event (at);

-- What training may read: one row for each event that the cleansing job accepted.
CREATE TABLE cleansed_event (
  event        bigint PRIMARY KEY REFERENCES event ON DELETE CASCADE,
  subject      text NOT NULL,
  customer_id  text,
  item_id      text,
  type         text NOT NULL,
  at           timestamptz NOT NULL,
  rating       real,
  quantity     integer,
  amount       numeric,
  currency     text,
  duration_ms  bigint,
  cleansed_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX cleansed_event_subject ON cleansed_event (subject, at);
CREATE INDEX cleansed_event_item ON cleansed_event (item_id, type);
CREATE INDEX cleansed_event_at ON cleansed_event (at);

-- Why the cleansing job left an event out.
CREATE TABLE event_rejection (
  event         bigint PRIMARY KEY REFERENCES event ON DELETE CASCADE,
  reason        text NOT NULL,
  detail        text NOT NULL,
  execution_id  bigint,
  rejected_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX event_rejection_reason ON event_rejection (reason, event);

-- A file that came in, and how far its import has got.
CREATE TABLE import_run (
  id            uuid PRIMARY KEY,
  kind          text NOT NULL CHECK (kind IN ('EVENTS', 'ITEMS', 'CUSTOMERS')),
  file_name     text NOT NULL,
  content_path  text NOT NULL,
  content_hash  text NOT NULL,
  size_bytes    bigint NOT NULL,
  dry_run       boolean NOT NULL DEFAULT false,
  status        text NOT NULL CHECK (status IN ('RECEIVED', 'RUNNING', 'COMPLETED', 'FAILED', 'STOPPED')),
  execution_id  bigint,
  bytes_done    bigint NOT NULL DEFAULT 0,
  report        jsonb,
  error         text,
  created_by    text NOT NULL,
  created_at    timestamptz NOT NULL DEFAULT now(),
  finished_at   timestamptz
);
CREATE INDEX import_run_created_at ON import_run (created_at DESC);

CREATE TABLE import_reject (
  import_id  uuid NOT NULL REFERENCES import_run ON DELETE CASCADE,
  line       bigint NOT NULL,
  reason     text NOT NULL,
  detail     text NOT NULL,
  content    text NOT NULL,
  PRIMARY KEY (import_id, line)
);

-- catalog: what can be recommended.
CREATE TABLE item (
  item_id      text PRIMARY KEY CHECK (length(item_id) BETWEEN 1 AND 200),
  title        text NOT NULL,
  description  text NOT NULL DEFAULT '',
  category     text NOT NULL DEFAULT '',
  price        numeric CHECK (price >= 0 AND scale(price) <= 4),
  currency     text CHECK (currency ~ '^[A-Z]{3}$'),
  language     text,
  attributes   jsonb NOT NULL DEFAULT '{}',
  image_url    text,
  active       boolean NOT NULL DEFAULT true,
  version      bigint NOT NULL DEFAULT 1,
  created_at   timestamptz NOT NULL DEFAULT now(),
  updated_at   timestamptz NOT NULL DEFAULT now(),
  -- The transaction that wrote the row last: readers that remember a snapshot find what changed since.
  written_by   xid8 NOT NULL DEFAULT pg_current_xact_id()
);
CREATE INDEX item_written_by ON item (written_by);
CREATE FUNCTION stamp_writer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.written_by := pg_current_xact_id();
  RETURN NEW;
END
$$;
CREATE TRIGGER item_stamp_writer BEFORE UPDATE ON item FOR EACH ROW EXECUTE FUNCTION stamp_writer();

CREATE INDEX item_category ON item (category);
CREATE INDEX item_updated_at ON item (updated_at);
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX item_title_search ON item USING gin (title gin_trgm_ops);

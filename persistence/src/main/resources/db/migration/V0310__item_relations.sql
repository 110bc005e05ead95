-- recommendation: how items belong together, and what follows from it for every list.
CREATE TABLE item_relation (
  kind           text COLLATE "C" NOT NULL CHECK (kind IN ('BOUGHT_TOGETHER', 'ACCESSORY_OF', 'REPLACES')),
  -- "from" is an accessory of "to", replaces "to"; of two bought together it is the one whose key sorts first.
  from_item      text COLLATE "C" NOT NULL CHECK (length(from_item) BETWEEN 1 AND 200),
  to_item        text COLLATE "C" NOT NULL CHECK (length(to_item) BETWEEN 1 AND 200),
  -- SUGGESTED waits for a person; REJECTED was refused by one, so that the job does not bring it back.
  state          text NOT NULL DEFAULT 'ACTIVE' CHECK (state IN ('ACTIVE', 'SUGGESTED', 'REJECTED')),
  origin         text NOT NULL CHECK (origin IN ('DATA', 'HAND')),
  note           text CHECK (length(note) <= 500),
  -- What speaks for it in the data: baskets with both, with each, and all; null where only a person says so.
  both_baskets   bigint CHECK (both_baskets > 0),
  from_baskets   bigint CHECK (from_baskets >= both_baskets),
  to_baskets     bigint CHECK (to_baskets >= both_baskets),
  all_baskets    bigint CHECK (all_baskets >= from_baskets AND all_baskets >= to_baskets),
  customers      bigint CHECK (customers BETWEEN 1 AND both_baskets),
  log_likelihood double precision CHECK (log_likelihood >= 0),
  counted_from   timestamptz,
  counted_until  timestamptz,
  -- The execution of the job that counted.
  execution_id   bigint,
  version        bigint NOT NULL DEFAULT 1,
  updated_at     timestamptz NOT NULL DEFAULT now(),
  updated_by     text NOT NULL,
  PRIMARY KEY (kind, from_item, to_item),
  CHECK (from_item <> to_item),
  CHECK (kind <> 'BOUGHT_TOGETHER' OR from_item < to_item),
  CHECK (num_nulls(both_baskets, from_baskets, to_baskets, all_baskets, customers, log_likelihood, counted_from,
    counted_until, execution_id) IN (0, 9)),
  CHECK (origin = 'HAND' OR both_baskets IS NOT NULL),
  CHECK ((state = 'SUGGESTED') <= (origin = 'DATA')),
  CHECK ((state = 'REJECTED') <= (origin = 'HAND'))
);
CREATE INDEX item_relation_from ON item_relation (from_item);
CREATE INDEX item_relation_to ON item_relation (to_item);
-- An item has one successor.
CREATE UNIQUE INDEX item_relation_successor ON item_relation (to_item) WHERE kind = 'REPLACES' AND state = 'ACTIVE';

-- Which category lies below which; one without a row, or without a parent, stands at the top.
CREATE TABLE category_place (
  category    text PRIMARY KEY CHECK (length(category) <= 200 AND length(btrim(category)) > 0),
  parent      text CHECK (length(parent) <= 200 AND length(btrim(parent)) > 0 AND parent <> category),
  version     bigint NOT NULL DEFAULT 1,
  updated_at  timestamptz NOT NULL DEFAULT now(),
  updated_by  text NOT NULL
);
CREATE INDEX category_place_parent ON category_place (parent);

-- Never show one thing after another was bought; a thing is an item, or a category with all below it.
CREATE TABLE logical_rule (
  rule_key        text COLLATE "C" PRIMARY KEY CHECK (rule_key ~ '^[a-z0-9][a-z0-9._-]{0,99}$'),
  never_item      text CHECK (length(never_item) BETWEEN 1 AND 200),
  never_category  text CHECK (length(never_category) <= 200 AND length(btrim(never_category)) > 0),
  after_item      text CHECK (length(after_item) BETWEEN 1 AND 200),
  after_category  text CHECK (length(after_category) <= 200 AND length(btrim(after_category)) > 0),
  -- For how long after the purchase; null for ever.
  days            integer CHECK (days BETWEEN 1 AND 3650),
  note            text CHECK (length(note) <= 500),
  enabled         boolean NOT NULL DEFAULT true,
  version         bigint NOT NULL DEFAULT 1,
  updated_at      timestamptz NOT NULL DEFAULT now(),
  updated_by      text NOT NULL,
  CHECK (num_nonnulls(never_item, never_category) = 1),
  CHECK (num_nonnulls(after_item, after_category) = 1)
);

-- One number for the three, so that a server sees with each look whether any of them changed.
CREATE TABLE relation_revision (
  only_row  boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  revision  bigint NOT NULL
);
INSERT INTO relation_revision (revision) VALUES (1);
CREATE FUNCTION count_relation_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE relation_revision SET revision = revision + 1;
  RETURN NULL;
END
$$;
CREATE TRIGGER item_relation_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON item_relation
  FOR EACH STATEMENT EXECUTE FUNCTION count_relation_revision();
CREATE TRIGGER category_place_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON category_place
  FOR EACH STATEMENT EXECUTE FUNCTION count_relation_revision();
CREATE TRIGGER logical_rule_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON logical_rule
  FOR EACH STATEMENT EXECUTE FUNCTION count_relation_revision();

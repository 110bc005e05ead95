-- recommendation: what marketing decides about every list, applied after the model's ranking.
CREATE TABLE merchandising_rule (
  rule_key       text PRIMARY KEY CHECK (rule_key ~ '^[a-z0-9][a-z0-9._-]{0,99}$'),
  name           text NOT NULL CHECK (length(name) <= 200 AND length(btrim(name)) > 0),
  kind           text NOT NULL CHECK (kind IN ('PIN', 'BOOST', 'BURY', 'EXCLUDE', 'CAP')),
  -- Where the items are shown; null for everywhere.
  scenario       text CHECK (length(scenario) <= 100 AND length(btrim(scenario)) > 0),
  -- What the rule is about: all that is given must hold; empty arrays and nulls say nothing.
  item_ids       text[] NOT NULL DEFAULT '{}' CHECK (cardinality(item_ids) <= 200 AND array_position(item_ids, NULL) IS NULL),
  categories     text[] NOT NULL DEFAULT '{}' CHECK (cardinality(categories) <= 50 AND array_position(categories, NULL) IS NULL),
  minimum_price  numeric CHECK (minimum_price >= 0),
  maximum_price  numeric CHECK (maximum_price >= 0),
  currency       text CHECK (currency ~ '^[A-Z]{3}$'),
  -- What each kind does: a place from 1, standard deviations of the score, items of one category in a list.
  position       smallint CHECK (position BETWEEN 1 AND 200),
  strength       double precision CHECK (strength > 0 AND strength <= 10),
  maximum        smallint CHECK (maximum BETWEEN 1 AND 200),
  valid_from     timestamptz,
  valid_until    timestamptz,
  enabled        boolean NOT NULL DEFAULT true,
  -- The lower number comes first.
  priority       integer NOT NULL DEFAULT 100 CHECK (priority BETWEEN 1 AND 1000),
  version        bigint NOT NULL DEFAULT 1,
  created_at     timestamptz NOT NULL DEFAULT now(),
  updated_at     timestamptz NOT NULL DEFAULT now(),
  updated_by     text NOT NULL,
  CHECK (valid_from < valid_until),
  CHECK (minimum_price <= maximum_price),
  CHECK ((currency IS NOT NULL) = (minimum_price IS NOT NULL OR maximum_price IS NOT NULL)),
  CHECK ((position IS NOT NULL) = (kind = 'PIN')),
  CHECK ((strength IS NOT NULL) = (kind IN ('BOOST', 'BURY'))),
  CHECK ((maximum IS NOT NULL) = (kind = 'CAP')),
  CHECK (kind <> 'PIN' OR cardinality(item_ids) = 1),
  CHECK (kind <> 'CAP' OR cardinality(item_ids) = 0),
  CHECK (kind <> 'PIN' OR cardinality(categories) = 0),
  CHECK (kind NOT IN ('PIN', 'CAP') OR currency IS NULL),
  CHECK (kind IN ('PIN', 'CAP') OR cardinality(item_ids) > 0 OR cardinality(categories) > 0 OR currency IS NOT NULL)
);

-- One number for all rules, so that a server sees with each look whether any was written, changed or removed.
CREATE TABLE merchandising_revision (
  only_row  boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  revision  bigint NOT NULL
);
INSERT INTO merchandising_revision (revision) VALUES (1);
CREATE FUNCTION count_merchandising_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE merchandising_revision SET revision = revision + 1;
  RETURN NULL;
END
$$;
CREATE TRIGGER merchandising_rule_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON merchandising_rule
  FOR EACH STATEMENT EXECUTE FUNCTION count_merchandising_revision();

-- recommendation: what was served to whom, by which model, and what came of it.
CREATE TABLE recommendation_served (
  request_id     uuid PRIMARY KEY,
  customer_id    text,
  scenario       text NOT NULL,
  served_at      timestamptz NOT NULL DEFAULT now(),
  model_name     text NOT NULL,
  model_version  integer NOT NULL,
  personalized   boolean NOT NULL,
  -- Parallel arrays, best first: one row a request keeps the log cheap enough to write before replying.
  item_ids       text[] NOT NULL,
  scores         real[] NOT NULL,
  propensities   real[] NOT NULL,
  reason_kinds   text[] NOT NULL,
  -- The past item behind each reason, empty where there is none.
  because_of     text[] NOT NULL
);
CREATE INDEX recommendation_served_customer ON recommendation_served (customer_id, served_at DESC) WHERE customer_id IS NOT NULL;
CREATE INDEX recommendation_served_at ON recommendation_served (served_at);

CREATE TABLE recommendation_outcome (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  request_id  uuid NOT NULL REFERENCES recommendation_served ON DELETE CASCADE,
  item_id     text NOT NULL,
  outcome     text NOT NULL CHECK (outcome IN ('IMPRESSION', 'VIEW', 'CLICK', 'CART', 'PURCHASE', 'RATING', 'DISMISS')),
  at          timestamptz NOT NULL DEFAULT now(),
  UNIQUE (request_id, item_id, outcome)
);
CREATE INDEX recommendation_outcome_at ON recommendation_outcome (at);

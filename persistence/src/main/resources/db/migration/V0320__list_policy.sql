-- recommendation: how lists are mixed, and how much of them is given to learning; zero everywhere where there is no row.
CREATE TABLE list_policy (
  -- Where the items are shown; 'default' for everywhere that has no row of its own.
  scenario          text PRIMARY KEY CHECK (length(scenario) <= 100 AND length(btrim(scenario)) > 0),
  diversity         double precision NOT NULL DEFAULT 0 CHECK (diversity BETWEEN 0 AND 1),
  calibration       double precision NOT NULL DEFAULT 0 CHECK (calibration BETWEEN 0 AND 1),
  -- The share of places that are given to items that come next.
  exploration       double precision NOT NULL DEFAULT 0 CHECK (exploration BETWEEN 0 AND 0.5),
  exploration_pool  smallint NOT NULL DEFAULT 50 CHECK (exploration_pool BETWEEN 10 AND 200),
  version           bigint NOT NULL DEFAULT 1,
  created_at        timestamptz NOT NULL DEFAULT now(),
  updated_at        timestamptz NOT NULL DEFAULT now(),
  updated_by        text NOT NULL
);
-- Servers learn of a change as they learn of a change of a rule: by the same number.
CREATE TRIGGER list_policy_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON list_policy
  FOR EACH STATEMENT EXECUTE FUNCTION count_merchandising_revision();

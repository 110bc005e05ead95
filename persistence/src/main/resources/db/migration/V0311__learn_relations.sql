-- recommendation: what the job learn-relations works on; emptied before each run, and nobody else's to read.
-- One row for each item of a basket. A basket has the number of the event that its first purchase was.
CREATE UNLOGGED TABLE relation_basket (
  basket     bigint NOT NULL,
  subject    text NOT NULL,
  item_id    text COLLATE "C" NOT NULL,
  bought_at  timestamptz NOT NULL
);
CREATE INDEX relation_basket_item ON relation_basket (item_id);
CREATE INDEX relation_basket_basket ON relation_basket (basket);

-- Items that were in one basket often enough to be measured.
CREATE UNLOGGED TABLE relation_pair (
  from_item   text COLLATE "C" NOT NULL,
  to_item     text COLLATE "C" NOT NULL,
  baskets     bigint NOT NULL,
  customers   bigint NOT NULL,
  -- Baskets in which the second was not bought before the first, and the other way about.
  from_first  bigint NOT NULL,
  to_first    bigint NOT NULL
);

INSERT INTO job_schedule (job, cron, time_zone, parameters) VALUES
  ('learn-relations', '30 3 * * *', 'UTC', '{}');

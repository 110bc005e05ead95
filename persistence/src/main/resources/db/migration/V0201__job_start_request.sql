-- operations: starts that a node without jobs asks of those that run them.
CREATE TABLE job_start_request (
  id            uuid PRIMARY KEY,
  job           text NOT NULL,
  parameters    jsonb NOT NULL DEFAULT '{}',
  started_by    text NOT NULL,
  created_at    timestamptz NOT NULL DEFAULT now(),
  taken         boolean NOT NULL DEFAULT false,
  answered      boolean NOT NULL DEFAULT false,
  execution_id  bigint,
  error         text
);

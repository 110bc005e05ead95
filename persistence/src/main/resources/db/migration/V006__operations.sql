-- operations: schedules, leases and progress of batch jobs (the batch runtime keeps its own tables).
CREATE TABLE job_schedule (
  job           text PRIMARY KEY,
  cron          text NOT NULL,
  time_zone     text NOT NULL,
  enabled       boolean NOT NULL DEFAULT false,
  parameters    jsonb NOT NULL DEFAULT '{}',
  last_fire_at  timestamptz,
  next_fire_at  timestamptz,
  version       bigint NOT NULL DEFAULT 1,
  updated_by    text NOT NULL DEFAULT 'system',
  updated_at    timestamptz NOT NULL DEFAULT now()
);

-- One node of many may run a job: the holder renews its lease, another takes it over once it has run out.
CREATE TABLE job_lease (
  -- The job's name, with the id of what it works on where several may run side by side.
  job           text PRIMARY KEY,
  holder        text NOT NULL,
  execution_id  bigint,
  acquired_at   timestamptz NOT NULL DEFAULT now(),
  expires_at    timestamptz NOT NULL
);

CREATE TABLE job_run (
  execution_id  bigint PRIMARY KEY,
  -- The first execution of this run; a restart is a further execution of the same run.
  instance_id   bigint NOT NULL,
  job           text NOT NULL,
  parameters    jsonb NOT NULL DEFAULT '{}',
  restart_of    bigint,
  started_by    text NOT NULL,
  node          text NOT NULL,
  status        text NOT NULL CHECK (status IN
    ('STARTING', 'STARTED', 'STOPPING', 'STOPPED', 'FAILED', 'COMPLETED', 'ABANDONED')),
  -- Stopped by the server going down and not by a person: goes on when a server is up again.
  resume        boolean NOT NULL DEFAULT false,
  done          bigint NOT NULL DEFAULT 0,
  total         bigint NOT NULL DEFAULT 0,
  unit          text NOT NULL DEFAULT '',
  message       text NOT NULL DEFAULT '',
  steps         jsonb NOT NULL DEFAULT '[]',
  error         text,
  started_at    timestamptz NOT NULL DEFAULT now(),
  updated_at    timestamptz NOT NULL DEFAULT now(),
  finished_at   timestamptz
);
CREATE INDEX job_run_job ON job_run (job, execution_id DESC);
CREATE INDEX job_run_unfinished ON job_run (execution_id) WHERE status IN ('STARTING', 'STARTED', 'STOPPING') OR resume;

-- How far a step has got, written in the transaction of the rows themselves: what is counted here is
-- there, and what is not counted is not.
CREATE TABLE job_checkpoint (
  instance_id  bigint NOT NULL,
  step         text NOT NULL,
  partition    integer NOT NULL DEFAULT 0,
  state        jsonb NOT NULL,
  updated_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (instance_id, step, partition)
);

-- Off until a person switches them on.
INSERT INTO job_schedule (job, cron, time_zone, parameters) VALUES
  ('cleanse-behavior', '5 * * * *', 'UTC', '{}'),
  ('train-recommender', '30 2 * * *', 'UTC', '{"evaluate": "true"}'),
  ('evaluate-recommender', '30 5 * * *', 'UTC', '{}');

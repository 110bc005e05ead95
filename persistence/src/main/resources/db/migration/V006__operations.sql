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
  started_by    text NOT NULL,
  node          text NOT NULL,
  status        text NOT NULL,
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

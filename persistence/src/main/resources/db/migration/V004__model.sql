-- model: the registry of what was trained, from what, how good it is, and which one serves.
CREATE TABLE model_version (
  name              text NOT NULL,
  version           integer NOT NULL CHECK (version > 0),
  stage             text NOT NULL CHECK (stage IN ('CANDIDATE', 'CHAMPION', 'CHALLENGER', 'ARCHIVED')),
  metrics           jsonb NOT NULL DEFAULT '{}',
  parameters        jsonb NOT NULL DEFAULT '{}',
  data_fingerprint  text NOT NULL,
  parent            integer,
  execution_id      bigint,
  created_by        text NOT NULL,
  created_at        timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (name, version)
);
CREATE UNIQUE INDEX model_one_champion ON model_version (name) WHERE stage = 'CHAMPION';

CREATE TABLE model_artifact (
  name       text NOT NULL,
  version    integer NOT NULL,
  file_name  text NOT NULL,
  content    bytea NOT NULL,
  PRIMARY KEY (name, version, file_name),
  FOREIGN KEY (name, version) REFERENCES model_version ON DELETE CASCADE
);
ALTER TABLE model_artifact ALTER COLUMN content SET STORAGE EXTERNAL;

-- Each change of stage, with who made it and why.
CREATE TABLE model_transition (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name        text NOT NULL,
  version     integer NOT NULL,
  from_stage  text NOT NULL,
  to_stage    text NOT NULL,
  actor       text NOT NULL,
  reason      text NOT NULL,
  at          timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (name, version) REFERENCES model_version ON DELETE CASCADE
);

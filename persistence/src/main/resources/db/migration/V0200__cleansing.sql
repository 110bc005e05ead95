-- behavior: the subjects whose events a cleansing run has still to judge; a chunk that judged them takes them off.
CREATE TABLE cleansing_subject (
  instance_id  bigint NOT NULL,
  partition    integer NOT NULL,
  subject      text NOT NULL,
  -- The earliest event of the subject that waits for its verdict.
  since        timestamptz NOT NULL,
  waiting      integer NOT NULL,
  PRIMARY KEY (instance_id, partition, subject)
);
CREATE INDEX event_session ON event (session_id) WHERE customer_id IS NULL;
CREATE INDEX event_rejection_unknown_item ON event_rejection (event) WHERE reason = 'UNKNOWN_ITEM';

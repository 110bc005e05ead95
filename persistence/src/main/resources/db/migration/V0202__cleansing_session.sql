-- behavior: a subject is a customer, or a session whose customer is not known.
ALTER TABLE cleansing_subject ADD COLUMN session_id text;

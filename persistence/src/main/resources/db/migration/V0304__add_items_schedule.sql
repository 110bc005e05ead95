-- New items are recommended minutes after they came into the catalogue.
INSERT INTO job_schedule (job, cron, time_zone, parameters) VALUES
  ('add-items', '*/10 * * * *', 'UTC', '{}');

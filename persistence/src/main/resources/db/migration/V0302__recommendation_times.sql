-- The log grows at its end, so that a summary of its blocks finds a time as well as a tree does, and costs nothing to keep.
DROP INDEX recommendation_served_at;
CREATE INDEX recommendation_served_at ON recommendation_served USING brin (served_at) WITH (pages_per_range = 16, autosummarize = on);

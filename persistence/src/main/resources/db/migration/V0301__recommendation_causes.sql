-- recommendation: how many entries of because_of belong to each item, which may have several causes.
ALTER TABLE recommendation_served ADD COLUMN because_counts smallint[] NOT NULL DEFAULT '{}';

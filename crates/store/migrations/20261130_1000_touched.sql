-- How often something that the partnership shows was changed from another one, such as the name of an organization
-- that is a member of both. With `seq` it tells whether anything that its pages show can have changed.
ALTER TABLE heads ADD COLUMN touched BIGINT NOT NULL DEFAULT 0;

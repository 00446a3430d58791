-- Secret addresses at which a calendar program reads: one's own calendar, or that of a body. They are a
-- person's, and show no more than that person may see when they are read.
CREATE TABLE calendar_feeds (
    person TEXT NOT NULL,
    id TEXT NOT NULL,
    secret_hash TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('mine', 'body')),
    partnership TEXT,
    body TEXT,
    made_at BIGINT NOT NULL,
    used_at BIGINT,
    PRIMARY KEY (person, id)
);
CREATE UNIQUE INDEX calendar_feeds_by_secret ON calendar_feeds (secret_hash);

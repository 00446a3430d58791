-- Announcements, and who has read them for which organization.
CREATE TABLE announcements (
    partnership TEXT NOT NULL,
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    person TEXT NOT NULL,
    organization TEXT NOT NULL,
    at BIGINT NOT NULL,
    -- By when it should have been read.
    read_by TEXT,
    edited_at BIGINT,
    withdrawn_at BIGINT,
    withdrawn_why TEXT,
    -- The day of the next reminder by itself, and the day of the last one that somebody sent.
    remind_on TEXT,
    reminded_on TEXT,
    awaited BIGINT NOT NULL,
    read BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (partnership, id)
);
CREATE INDEX announcements_by_time ON announcements (partnership, at, id);
CREATE INDEX announcements_by_organization ON announcements (partnership, organization, at, id);
CREATE INDEX announcements_to_remind ON announcements (partnership, remind_on, id)
    WHERE remind_on IS NOT NULL;

-- The organizations that an announcement is for, and when somebody had read it for each.
CREATE TABLE announcement_audience (
    partnership TEXT NOT NULL,
    announcement TEXT NOT NULL,
    organization TEXT NOT NULL,
    read_at BIGINT,
    PRIMARY KEY (partnership, announcement, organization)
);
CREATE INDEX announcement_audience_waiting
    ON announcement_audience (partnership, organization, announcement) WHERE read_at IS NULL;

CREATE TABLE announcement_receipts (
    partnership TEXT NOT NULL,
    announcement TEXT NOT NULL,
    organization TEXT NOT NULL,
    person TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (partnership, announcement, organization, person)
);

-- How an announcement read before it was corrected.
CREATE TABLE announcement_texts (
    partnership TEXT NOT NULL,
    announcement TEXT NOT NULL,
    number BIGINT NOT NULL,
    until BIGINT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (partnership, announcement, number)
);

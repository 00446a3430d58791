-- What people are told. The title is for the page alone: no mail holds it.
CREATE TABLE notices (
    partnership TEXT NOT NULL,
    person TEXT NOT NULL,
    id TEXT NOT NULL,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('needs_you', 'due_soon', 'to_know')),
    message TEXT NOT NULL,
    args TEXT NOT NULL,
    title TEXT,
    link TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    -- What can be done from the mail: names, with blanks between.
    answers TEXT NOT NULL,
    mail TEXT NOT NULL CHECK (mail IN ('waits', 'summary', 'sent', 'none')),
    read_at BIGINT,
    PRIMARY KEY (partnership, person, id)
);
CREATE INDEX notices_by_person ON notices (person, id);
CREATE INDEX notices_by_kind ON notices (person, kind, id);
CREATE INDEX notices_by_partnership ON notices (person, partnership, id);
CREATE INDEX notices_unread ON notices (person, id) WHERE read_at IS NULL;
CREATE INDEX notices_open ON notices (partnership, subject_kind, subject) WHERE read_at IS NULL;
CREATE INDEX notices_for_summary ON notices (partnership, person) WHERE mail = 'summary';
CREATE INDEX notices_by_age ON notices (partnership, at);

-- How a person is told of each kind. The partnership '' is all of them.
CREATE TABLE notice_choices (
    partnership TEXT NOT NULL,
    person TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('needs_you', 'due_soon', 'to_know')),
    way TEXT NOT NULL CHECK (way IN ('at_once', 'daily', 'page')),
    PRIMARY KEY (partnership, person, kind)
);
CREATE INDEX notice_choices_by_person ON notice_choices (person);

-- Until when a person gets no mail, and when they got the last summary. The partnership is ''.
CREATE TABLE notice_pauses (
    partnership TEXT NOT NULL,
    person TEXT NOT NULL,
    paused_until TEXT,
    summed_on TEXT,
    PRIMARY KEY (partnership, person)
);

-- Links in mails that let one person do one thing once. The secret is kept as its SHA-256.
CREATE TABLE notice_links (
    partnership TEXT NOT NULL,
    id TEXT NOT NULL,
    person TEXT NOT NULL,
    answer TEXT NOT NULL,
    subject TEXT NOT NULL,
    secret_hash TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    used_at BIGINT,
    PRIMARY KEY (partnership, id)
);
CREATE INDEX notice_links_by_secret ON notice_links (secret_hash);
CREATE INDEX notice_links_by_person ON notice_links (person, ends_at);
CREATE INDEX notice_links_by_end ON notice_links (ends_at);

-- What somebody wrote by such a link and could not be taken: kept until they do something with it.
CREATE TABLE notice_replies (
    partnership TEXT NOT NULL,
    id TEXT NOT NULL,
    person TEXT NOT NULL,
    answer TEXT NOT NULL,
    subject TEXT NOT NULL,
    fields TEXT NOT NULL,
    at BIGINT NOT NULL,
    why TEXT NOT NULL,
    PRIMARY KEY (partnership, id)
);
CREATE INDEX notice_replies_by_person ON notice_replies (person, id);

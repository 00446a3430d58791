-- Tenancy, grants, the record of events, background work and repeated requests.
CREATE TABLE partnerships (
    id TEXT NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    zone TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE grants (
    partnership TEXT NOT NULL REFERENCES partnerships (id),
    person TEXT NOT NULL,
    organization TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('coordinator', 'lead', 'member', 'steward', 'guest')),
    since BIGINT NOT NULL,
    PRIMARY KEY (partnership, person, organization, role)
);
CREATE INDEX grants_by_person ON grants (person, partnership);
CREATE INDEX grants_by_organization ON grants (partnership, organization, role);
CREATE INDEX grants_by_role ON grants (partnership, role);

-- The number of the last event of each partnership; '' is the installation itself.
-- Taken last in each transaction, so that event numbers have no gaps and follow commit order.
CREATE TABLE heads (
    partnership TEXT NOT NULL PRIMARY KEY,
    seq BIGINT NOT NULL
);
INSERT INTO heads (partnership, seq) VALUES ('', 0);

CREATE TABLE events (
    partnership TEXT NOT NULL,
    seq BIGINT NOT NULL,
    id TEXT NOT NULL,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (partnership, seq)
);
CREATE INDEX events_by_subject ON events (partnership, subject_kind, subject, seq);
CREATE INDEX events_by_actor ON events (partnership, actor, seq);

CREATE TABLE event_parties (
    partnership TEXT NOT NULL,
    organization TEXT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (partnership, organization, seq)
);

CREATE TABLE jobs (
    partnership TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'dead')),
    run_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    claimed_until BIGINT NOT NULL,
    claim TEXT NOT NULL,
    last_error TEXT,
    PRIMARY KEY (partnership, id)
);
CREATE INDEX jobs_due ON jobs (state, run_at);

CREATE TABLE schedules (
    name TEXT NOT NULL PRIMARY KEY,
    next_at BIGINT NOT NULL
);

CREATE TABLE repeats (
    person TEXT NOT NULL,
    repeat_key TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    at BIGINT NOT NULL,
    status BIGINT,
    location TEXT,
    media_type TEXT,
    body BLOB,
    PRIMARY KEY (person, repeat_key)
);
CREATE INDEX repeats_by_age ON repeats (at);

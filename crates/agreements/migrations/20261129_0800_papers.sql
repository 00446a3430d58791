-- What the partners answered to the four questions of an agreement. Nothing is changed: a newer answer stands
-- above an older one.
CREATE TABLE agreement_replies (
    partnership TEXT NOT NULL,
    agreement TEXT NOT NULL,
    number BIGINT NOT NULL,
    question TEXT NOT NULL CHECK (question IN ('legal', 'ethical', 'good_idea', 'how_we_know')),
    reply TEXT NOT NULL,
    deciders TEXT NOT NULL,
    person TEXT,
    organization TEXT,
    at BIGINT NOT NULL,
    said_on TEXT NOT NULL,
    PRIMARY KEY (partnership, agreement, number)
);

-- Changes that parties propose to a version while they read it.
CREATE TABLE agreement_proposals (
    partnership TEXT NOT NULL,
    id TEXT NOT NULL,
    agreement TEXT NOT NULL,
    version BIGINT NOT NULL,
    part TEXT NOT NULL,
    proposed TEXT NOT NULL,
    reason TEXT NOT NULL,
    organization TEXT NOT NULL,
    person TEXT,
    at BIGINT NOT NULL,
    fate TEXT NOT NULL CHECK (fate IN ('open', 'accepted', 'declined', 'withdrawn')),
    decided_by TEXT,
    decided_at BIGINT,
    decision TEXT,
    PRIMARY KEY (partnership, id)
);
CREATE INDEX agreement_proposals_by_agreement ON agreement_proposals (partnership, agreement, at, id);
CREATE INDEX agreement_proposals_open ON agreement_proposals (partnership, fate, at, id);

-- Files that were signed outside, each bound to a version by the hash of its bytes.
CREATE TABLE agreement_papers (
    partnership TEXT NOT NULL,
    agreement TEXT NOT NULL,
    version BIGINT NOT NULL,
    name TEXT NOT NULL,
    hash TEXT NOT NULL,
    size BIGINT NOT NULL,
    bytes BLOB NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (partnership, agreement, version)
);

-- The day on which the parties look at the version in force again; it moves when they have.
ALTER TABLE agreements ADD COLUMN review_on TEXT;
CREATE INDEX agreements_by_review ON agreements (partnership, standing, review_on);

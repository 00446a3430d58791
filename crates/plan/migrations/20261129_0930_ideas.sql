-- Ideas and recommendations, and what came of each. What was tried stays, so that nobody tries twice
-- what did not work.
CREATE TABLE ideas (
    partnership TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('idea', 'recommendation')),
    title TEXT NOT NULL,
    details TEXT,
    owner TEXT NOT NULL,
    source TEXT,
    link TEXT,
    state TEXT NOT NULL CHECK (state IN ('open', 'pilot', 'kept', 'dropped')),
    -- The last pilot: all of it or nothing.
    question TEXT,
    yardstick TEXT,
    starts TEXT,
    due TEXT,
    carrier TEXT,
    closed_on TEXT,
    learned TEXT,
    since TEXT NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (partnership, id)
);
CREATE INDEX ideas_by_state ON ideas (partnership, state, id);
CREATE INDEX ideas_by_owner ON ideas (partnership, owner, id);
CREATE INDEX ideas_by_kind ON ideas (partnership, kind, id);
CREATE INDEX ideas_by_carrier ON ideas (partnership, carrier, state, due);

CREATE TABLE idea_steps (
    partnership TEXT NOT NULL,
    idea TEXT NOT NULL,
    number BIGINT NOT NULL,
    act TEXT NOT NULL CHECK (act IN ('proposed', 'changed', 'begun', 'kept', 'dropped',
        'reopened')),
    at BIGINT NOT NULL,
    happened_on TEXT NOT NULL,
    person TEXT NOT NULL,
    organization TEXT NOT NULL,
    words TEXT,
    PRIMARY KEY (partnership, idea, number)
);

-- Commitments that carry it out.
CREATE TABLE idea_commitments (
    partnership TEXT NOT NULL,
    idea TEXT NOT NULL,
    commitment TEXT NOT NULL,
    PRIMARY KEY (partnership, idea, commitment)
);
CREATE INDEX idea_commitments_by_commitment ON idea_commitments (partnership, commitment, idea);

-- Words by which it is found.
CREATE TABLE idea_words (
    partnership TEXT NOT NULL,
    word TEXT NOT NULL,
    idea TEXT NOT NULL,
    PRIMARY KEY (partnership, word, idea)
);

-- What may go wrong, and what has, across agencies. `level` is likelihood times effect, kept for the
-- order of lists.
CREATE TABLE risks (
    partnership TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('risk', 'issue')),
    title TEXT NOT NULL,
    details TEXT,
    likelihood BIGINT,
    effect BIGINT NOT NULL,
    level BIGINT NOT NULL,
    owner TEXT NOT NULL,
    response TEXT NOT NULL CHECK (response IN ('avoid', 'reduce', 'share', 'accept')),
    plan TEXT,
    review_on TEXT,
    state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
    closed_on TEXT,
    closed_words TEXT,
    since TEXT NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (partnership, id)
);
CREATE INDEX risks_by_level ON risks (partnership, state, level, id);
CREATE INDEX risks_by_owner ON risks (partnership, owner, state, level, id);
CREATE INDEX risks_by_kind ON risks (partnership, kind, state, level, id);
CREATE INDEX risks_by_review ON risks (partnership, state, review_on, id);

CREATE TABLE risk_steps (
    partnership TEXT NOT NULL,
    risk TEXT NOT NULL,
    number BIGINT NOT NULL,
    act TEXT NOT NULL CHECK (act IN ('noted', 'changed', 'reviewed', 'happened', 'closed',
        'reopened', 'linked', 'unlinked')),
    at BIGINT NOT NULL,
    happened_on TEXT NOT NULL,
    person TEXT NOT NULL,
    organization TEXT NOT NULL,
    likelihood BIGINT,
    effect BIGINT NOT NULL,
    words TEXT,
    about TEXT,
    PRIMARY KEY (partnership, risk, number)
);

-- What a risk threatens.
CREATE TABLE risk_items (
    partnership TEXT NOT NULL,
    risk TEXT NOT NULL,
    item TEXT NOT NULL,
    PRIMARY KEY (partnership, risk, item)
);
CREATE INDEX risk_items_by_item ON risk_items (partnership, item, risk);

-- The words by which a risk is found, folded.
CREATE TABLE risk_words (
    partnership TEXT NOT NULL,
    word TEXT NOT NULL,
    risk TEXT NOT NULL,
    PRIMARY KEY (partnership, word, risk)
);

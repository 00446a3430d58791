-- Decisions. `decision_steps` is the history and the truth; a row of `decisions` is what it comes
-- to, for lists. The row of a closed decision changes only where another one reopens or replaces it.
CREATE TABLE decisions (
    partnership TEXT NOT NULL,
    id TEXT NOT NULL,
    supersedes TEXT,
    title TEXT NOT NULL,
    method TEXT NOT NULL CHECK (method IN ('consent', 'majority', 'two_thirds', 'ranked',
        'advice')),
    state TEXT NOT NULL CHECK (state IN ('draft', 'open', 'closed', 'withdrawn')),
    owner TEXT NOT NULL,
    body TEXT,
    due TEXT,
    closed_on TEXT,
    outcome TEXT CHECK (outcome IN ('adopted', 'not_adopted', 'chosen', 'undecided')),
    choice TEXT,
    -- The place in the log: the day of the last turn.
    day TEXT NOT NULL,
    roll BIGINT NOT NULL,
    answered BIGINT NOT NULL,
    rounds BIGINT NOT NULL,
    -- The question that reopens it, and the day on which that took its place.
    reopened_by TEXT,
    replaced_on TEXT,
    revision BIGINT NOT NULL,
    PRIMARY KEY (partnership, id)
);
CREATE INDEX decisions_by_day ON decisions (partnership, day, id);
CREATE INDEX decisions_by_state ON decisions (partnership, state, day, id);
CREATE INDEX decisions_by_due ON decisions (partnership, state, due, id);
CREATE INDEX decisions_by_owner ON decisions (partnership, owner, day, id);
CREATE INDEX decisions_by_body ON decisions (partnership, body, day, id);
CREATE INDEX decisions_by_method ON decisions (partnership, method, day, id);
CREATE INDEX decisions_by_outcome ON decisions (partnership, outcome, day, id);
CREATE INDEX decisions_by_supersedes ON decisions (partnership, supersedes, id)
    WHERE supersedes IS NOT NULL;

CREATE TABLE decision_steps (
    partnership TEXT NOT NULL,
    decision TEXT NOT NULL,
    number BIGINT NOT NULL,
    act TEXT NOT NULL CHECK (act IN ('proposed', 'revised', 'put', 'given', 'taken_back',
        'amended', 'closed', 'withdrawn')),
    at BIGINT NOT NULL,
    happened_on TEXT NOT NULL,
    person TEXT NOT NULL,
    organization TEXT NOT NULL,
    title TEXT,
    background TEXT,
    method TEXT,
    proposal TEXT,
    -- One a line, in the published order.
    options TEXT,
    franchise TEXT CHECK (franchise IN ('organization', 'seat')),
    body TEXT,
    quorum TEXT,
    decider TEXT,
    advisers TEXT,
    owner TEXT,
    -- One a line: who may answer, and the organization behind it.
    roll TEXT,
    due TEXT,
    words TEXT,
    voter TEXT,
    stance TEXT,
    ranking TEXT,
    choice BIGINT,
    PRIMARY KEY (partnership, decision, number)
);

-- Who may answer, and whether an answer is waited for: for "My work".
CREATE TABLE decision_roll (
    partnership TEXT NOT NULL,
    decision TEXT NOT NULL,
    voter TEXT NOT NULL,
    due TEXT NOT NULL,
    waits BOOLEAN NOT NULL,
    PRIMARY KEY (partnership, decision, voter)
);
CREATE INDEX decision_roll_waiting ON decision_roll (partnership, voter, due, decision)
    WHERE waits;

-- The words by which a decision is found, folded.
CREATE TABLE decision_words (
    partnership TEXT NOT NULL,
    word TEXT NOT NULL,
    decision TEXT NOT NULL,
    PRIMARY KEY (partnership, word, decision)
);

-- What was promised to carry a decision out.
CREATE TABLE decision_commitments (
    partnership TEXT NOT NULL,
    decision TEXT NOT NULL,
    commitment TEXT NOT NULL,
    PRIMARY KEY (partnership, decision, commitment)
);
CREATE INDEX decision_commitments_by_commitment
    ON decision_commitments (partnership, commitment, decision);

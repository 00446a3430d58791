-- The register of disagreements: who sees a question how, and how it was settled.
-- `disagreement_steps` is the history; a row of `disagreements` is what it comes to, for lists.
CREATE TABLE disagreements (
    partnership TEXT NOT NULL,
    id TEXT NOT NULL,
    question TEXT NOT NULL,
    background TEXT,
    -- The record that it is about, and the discussion that it came from.
    subject_kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    subject_name TEXT NOT NULL,
    thread TEXT,
    person TEXT NOT NULL,
    organization TEXT NOT NULL,
    opened_on TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'settled', 'withdrawn')),
    way TEXT CHECK (way IN ('agreed', 'compromise', 'decided', 'stepped_back', 'lives_on')),
    outcome TEXT,
    settled_on TEXT,
    -- The place in the register: the day of the last turn.
    day TEXT NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (partnership, id)
);
CREATE INDEX disagreements_by_day ON disagreements (partnership, day, id);
CREATE INDEX disagreements_by_state ON disagreements (partnership, state, day, id);
CREATE INDEX disagreements_by_subject
    ON disagreements (partnership, subject_kind, subject, day, id);

-- Who is at odds, and how each sees it.
CREATE TABLE disagreement_parties (
    partnership TEXT NOT NULL,
    disagreement TEXT NOT NULL,
    organization TEXT NOT NULL,
    view TEXT,
    PRIMARY KEY (partnership, disagreement, organization)
);
CREATE INDEX disagreement_parties_by_organization
    ON disagreement_parties (partnership, organization, disagreement);

CREATE TABLE disagreement_steps (
    partnership TEXT NOT NULL,
    disagreement TEXT NOT NULL,
    number BIGINT NOT NULL,
    act TEXT NOT NULL CHECK (act IN ('opened', 'viewed', 'settled', 'reopened', 'withdrawn')),
    person TEXT NOT NULL,
    organization TEXT NOT NULL,
    at BIGINT NOT NULL,
    happened_on TEXT NOT NULL,
    way TEXT,
    words TEXT,
    PRIMARY KEY (partnership, disagreement, number)
);

-- The words by which one is found, folded.
CREATE TABLE disagreement_words (
    partnership TEXT NOT NULL,
    word TEXT NOT NULL,
    disagreement TEXT NOT NULL,
    PRIMARY KEY (partnership, word, disagreement)
);
CREATE INDEX disagreement_words_by_one
    ON disagreement_words (partnership, disagreement, word);

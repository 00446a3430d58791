-- Commitments. `commitment_steps` is the history and the truth; a row of `commitments` is what it
-- comes to, for lists. `shelf` and `day` are the place in lists; each index ends with them, so
-- that every list is read in order and by key.
CREATE TABLE commitments (
    partnership TEXT NOT NULL,
    id TEXT NOT NULL,
    promiser TEXT NOT NULL,
    receiver TEXT,
    origin TEXT NOT NULL CHECK (origin IN ('own_offer', 'agreement', 'decision', 'minutes', 'role',
        'recommendation', 'pledge', 'action')),
    reference TEXT,
    link TEXT,
    goal TEXT,
    created_at BIGINT NOT NULL,
    title TEXT NOT NULL,
    details TEXT,
    due TEXT NOT NULL,
    deadline TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('proposed', 'declined', 'withdrawn', 'open', 'claimed',
        'kept', 'broken')),
    shelf TEXT NOT NULL CHECK (shelf IN ('active', 'broken', 'claimed', 'dropped', 'kept',
        'offered')),
    day TEXT NOT NULL,
    turn_of TEXT,
    in_charge TEXT,
    done_on TEXT,
    moves BIGINT NOT NULL,
    moved_from TEXT,
    moved_why TEXT,
    thanks TEXT,
    nudge_on TEXT,
    nudged_through TEXT NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (partnership, id)
);
CREATE INDEX commitments_by_day ON commitments (partnership, shelf, day, id);
CREATE INDEX commitments_by_promiser ON commitments (partnership, promiser, shelf, day, id);
CREATE INDEX commitments_by_receiver ON commitments (partnership, receiver, shelf, day, id);
CREATE INDEX commitments_by_person ON commitments (partnership, in_charge, shelf, day, id);
CREATE INDEX commitments_by_goal ON commitments (partnership, goal, shelf, day, id);
CREATE INDEX commitments_by_turn ON commitments (partnership, turn_of, shelf, day, id);
CREATE INDEX commitments_by_nudge ON commitments (partnership, nudge_on, id);

CREATE TABLE commitment_steps (
    partnership TEXT NOT NULL,
    commitment TEXT NOT NULL,
    number BIGINT NOT NULL,
    act TEXT NOT NULL CHECK (act IN ('offered', 'asked', 'countered', 'accepted', 'declined',
        'withdrawn', 'claimed_done', 'confirmed', 'not_yet', 'moved', 'broken', 'handed_over',
        'explained', 'reminded', 'evidence_added', 'evidence_removed', 'undone')),
    at BIGINT NOT NULL,
    happened_on TEXT NOT NULL,
    person TEXT NOT NULL,
    organization TEXT NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('promiser', 'receiver', 'coordinator')),
    title TEXT,
    details TEXT,
    due TEXT,
    words TEXT,
    in_charge TEXT,
    undone BIGINT,
    PRIMARY KEY (partnership, commitment, number)
);

-- The words of what is promised, folded, so that no search reads every row.
CREATE TABLE commitment_words (
    partnership TEXT NOT NULL,
    word TEXT NOT NULL,
    commitment TEXT NOT NULL,
    PRIMARY KEY (partnership, word, commitment)
);

-- The goals that commitments name, for the filter.
CREATE TABLE commitment_goals (
    partnership TEXT NOT NULL,
    goal TEXT NOT NULL,
    PRIMARY KEY (partnership, goal)
);

-- Counts that each change keeps, by the promiser and, under '', for all: what a page shows of
-- them costs the same with ten commitments and with a million.
CREATE TABLE commitment_months (
    partnership TEXT NOT NULL,
    organization TEXT NOT NULL,
    month TEXT NOT NULL,
    offered BIGINT NOT NULL,
    active BIGINT NOT NULL,
    claimed BIGINT NOT NULL,
    on_time BIGINT NOT NULL,
    late BIGINT NOT NULL,
    broken BIGINT NOT NULL,
    moved BIGINT NOT NULL,
    PRIMARY KEY (partnership, organization, month)
);

CREATE TABLE commitment_days (
    partnership TEXT NOT NULL,
    organization TEXT NOT NULL,
    day TEXT NOT NULL,
    active BIGINT NOT NULL,
    kept BIGINT NOT NULL,
    PRIMARY KEY (partnership, organization, day)
);

CREATE TABLE commitment_evidence (
    partnership TEXT NOT NULL,
    commitment TEXT NOT NULL,
    id TEXT NOT NULL,
    label TEXT NOT NULL,
    link TEXT,
    media_type TEXT,
    size_bytes BIGINT,
    added_at BIGINT NOT NULL,
    added_by TEXT NOT NULL,
    organization TEXT NOT NULL,
    PRIMARY KEY (partnership, commitment, id)
);

CREATE TABLE commitment_files (
    partnership TEXT NOT NULL,
    evidence TEXT NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (partnership, evidence)
);

-- What an organization says to its figures; the last reply is shown, all are kept.
CREATE TABLE follow_through_replies (
    partnership TEXT NOT NULL,
    organization TEXT NOT NULL,
    number BIGINT NOT NULL,
    words TEXT NOT NULL,
    person TEXT NOT NULL,
    replied_at BIGINT NOT NULL,
    replied_on TEXT NOT NULL,
    PRIMARY KEY (partnership, organization, number)
);

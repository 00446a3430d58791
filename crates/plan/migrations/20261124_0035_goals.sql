-- The plan: goals, objectives, strategies and milestones, one table because the same things are
-- done with each. How far they are is never stored: it is computed from milestones and commitments.
CREATE TABLE plan_items (
    partnership TEXT NOT NULL,
    id TEXT NOT NULL,
    layer TEXT NOT NULL CHECK (layer IN ('goal', 'objective', 'strategy', 'milestone')),
    title TEXT NOT NULL,
    details TEXT,
    term TEXT CHECK (term IN ('short', 'long')),
    yardstick TEXT,
    owner TEXT NOT NULL,
    starts TEXT,
    due TEXT,
    -- The dates first agreed: what a move is measured against.
    first_starts TEXT,
    first_due TEXT,
    place BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'reached', 'dropped')),
    closed_on TEXT,
    closed_words TEXT,
    reviewed_on TEXT,
    judged TEXT CHECK (judged IN ('on_track', 'at_risk', 'off_track', 'done', 'not_started')),
    judged_why TEXT,
    judged_by TEXT,
    judged_for TEXT,
    judged_on TEXT,
    since TEXT NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (partnership, id)
);
CREATE INDEX plan_items_in_order ON plan_items (partnership, place, id);

-- What serves what: many to many, always from a lower layer to a higher one.
CREATE TABLE plan_links (
    partnership TEXT NOT NULL,
    lower TEXT NOT NULL,
    upper TEXT NOT NULL,
    PRIMARY KEY (partnership, lower, upper)
);

-- Commitments that carry an item.
CREATE TABLE plan_commitments (
    partnership TEXT NOT NULL,
    item TEXT NOT NULL,
    commitment TEXT NOT NULL,
    PRIMARY KEY (partnership, item, commitment)
);
CREATE INDEX plan_commitments_by_commitment ON plan_commitments (partnership, commitment, item);

-- Everything that was done with an item, oldest first.
CREATE TABLE plan_steps (
    partnership TEXT NOT NULL,
    item TEXT NOT NULL,
    number BIGINT NOT NULL,
    act TEXT NOT NULL CHECK (act IN ('added', 'changed', 'moved', 'reviewed', 'reached', 'dropped',
        'reopened', 'judged', 'unjudged', 'linked', 'unlinked', 'attached', 'detached')),
    at BIGINT NOT NULL,
    happened_on TEXT NOT NULL,
    person TEXT NOT NULL,
    organization TEXT NOT NULL,
    words TEXT,
    about TEXT,
    from_day TEXT,
    to_day TEXT,
    PRIMARY KEY (partnership, item, number)
);

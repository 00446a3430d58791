-- Measures that tell how far an item of the plan is. The upper context that keeps the measures
-- tells each change in the transaction that makes it; only what is needed here is kept here.
CREATE TABLE plan_readings (
    partnership TEXT NOT NULL,
    measure TEXT NOT NULL,
    title TEXT NOT NULL,
    stand TEXT NOT NULL CHECK (stand IN ('reached', 'on_track', 'at_risk', 'off_track',
        'not_started', 'no_target')),
    way_percent BIGINT,
    start_value DOUBLE PRECISION,
    latest_value DOUBLE PRECISION,
    latest_period TEXT,
    target_value DOUBLE PRECISION,
    target_by TEXT,
    retired BOOLEAN NOT NULL,
    PRIMARY KEY (partnership, measure)
);

CREATE TABLE plan_measures (
    partnership TEXT NOT NULL,
    item TEXT NOT NULL,
    measure TEXT NOT NULL,
    PRIMARY KEY (partnership, item, measure)
);
CREATE INDEX plan_measures_by_measure ON plan_measures (partnership, measure, item);

-- From an item down to what serves it.
CREATE INDEX plan_links_by_upper ON plan_links (partnership, upper, lower);
-- What an organization answers for, for "My work".
CREATE INDEX plan_items_by_owner ON plan_items (partnership, owner, layer, id);

-- More can be done with an item than before. Neither database widens a CHECK in the same words.
ALTER TABLE plan_steps RENAME TO plan_steps_before;
CREATE TABLE plan_steps (
    partnership TEXT NOT NULL,
    item TEXT NOT NULL,
    number BIGINT NOT NULL,
    act TEXT NOT NULL CHECK (act IN ('added', 'changed', 'moved', 'pushed', 'reviewed', 'reached',
        'dropped', 'reopened', 'judged', 'unjudged', 'linked', 'unlinked', 'attached', 'detached',
        'measured', 'unmeasured', 'waits', 'waits_not')),
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
INSERT INTO plan_steps (partnership, item, number, act, at, happened_on, person, organization,
    words, about, from_day, to_day)
    SELECT partnership, item, number, act, at, happened_on, person, organization, words, about,
    from_day, to_day FROM plan_steps_before;
DROP TABLE plan_steps_before;

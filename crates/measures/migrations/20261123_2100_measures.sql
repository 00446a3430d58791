CREATE TABLE measures (
    partnership TEXT NOT NULL,
    id TEXT NOT NULL,
    slug TEXT NOT NULL,
    title TEXT NOT NULL,
    -- Lists are sorted by this: the title in small letters.
    sort TEXT NOT NULL,
    code TEXT NOT NULL,
    place TEXT NOT NULL,
    place_key TEXT NOT NULL,
    place_name TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('population', 'how_much', 'how_well', 'better_off')),
    unit TEXT NOT NULL,
    direction TEXT NOT NULL CHECK (direction IN ('up', 'down', 'neither')),
    frequency TEXT NOT NULL CHECK (frequency IN ('year', 'quarter', 'month', 'day')),
    about TEXT,
    numerator TEXT,
    denominator TEXT,
    source TEXT,
    limits TEXT,
    organization TEXT,
    keeper TEXT,
    due_days BIGINT,
    small_count BIGINT NOT NULL,
    baseline_period TEXT,
    baseline_value DOUBLE PRECISION,
    -- The last target, for lists.
    target_by TEXT,
    target_value DOUBLE PRECISION,
    retired_why TEXT,
    retired_at BIGINT,
    -- The numbers in short.
    observed BIGINT NOT NULL,
    latest_period TEXT,
    latest_value DOUBLE PRECISION,
    latest_finality TEXT CHECK (latest_finality IN ('first', 'final')),
    latest_at BIGINT,
    status TEXT NOT NULL CHECK (status IN ('reached', 'on_track', 'at_risk', 'off_track', 'not_started', 'no_target')),
    spark TEXT NOT NULL,
    next_due TEXT,
    since BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (partnership, id)
);
CREATE UNIQUE INDEX measures_slug ON measures (partnership, slug);
CREATE UNIQUE INDEX measures_code ON measures (partnership, code, place_key);
CREATE INDEX measures_sort ON measures (partnership, sort, id);
CREATE INDEX measures_place ON measures (partnership, place_key);
CREATE INDEX measures_status ON measures (partnership, status, sort, id);
CREATE INDEX measures_keeper ON measures (keeper, next_due);
CREATE INDEX measures_latest ON measures (partnership, latest_at);
CREATE TABLE measure_targets (
    partnership TEXT NOT NULL,
    measure TEXT NOT NULL,
    by_day TEXT NOT NULL,
    value DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (partnership, measure, by_day)
);
CREATE TABLE observations (
    partnership TEXT NOT NULL,
    measure TEXT NOT NULL,
    period TEXT NOT NULL,
    value DOUBLE PRECISION NOT NULL,
    numerator DOUBLE PRECISION,
    denominator DOUBLE PRECISION,
    finality TEXT NOT NULL CHECK (finality IN ('first', 'final')),
    source TEXT,
    note TEXT,
    revision BIGINT NOT NULL,
    at BIGINT NOT NULL,
    by_whom TEXT NOT NULL,
    why TEXT,
    PRIMARY KEY (partnership, measure, period)
);
-- What a number was before it was corrected.
CREATE TABLE observation_revisions (
    partnership TEXT NOT NULL,
    measure TEXT NOT NULL,
    period TEXT NOT NULL,
    revision BIGINT NOT NULL,
    value DOUBLE PRECISION NOT NULL,
    numerator DOUBLE PRECISION,
    denominator DOUBLE PRECISION,
    finality TEXT NOT NULL CHECK (finality IN ('first', 'final')),
    source TEXT,
    note TEXT,
    at BIGINT NOT NULL,
    by_whom TEXT NOT NULL,
    why TEXT,
    PRIMARY KEY (partnership, measure, period, revision)
);
-- How many measures stand how, so that a list need not count.
CREATE TABLE measure_counts (
    partnership TEXT NOT NULL,
    status TEXT NOT NULL,
    count BIGINT NOT NULL,
    PRIMARY KEY (partnership, status)
);
CREATE TABLE measure_imports (
    partnership TEXT NOT NULL,
    id TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'waiting', 'done', 'failed', 'dropped')),
    file TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    -- Emptied once the file is taken: its numbers are in the measures, and this says which file it was.
    content BLOB NOT NULL,
    options TEXT NOT NULL,
    person TEXT,
    at BIGINT NOT NULL,
    done_at BIGINT,
    report TEXT,
    PRIMARY KEY (partnership, id)
);
CREATE INDEX measure_imports_at ON measure_imports (partnership, at, id);

-- A number that was taken back: it leaves observations, what it was stays in observation_revisions.
CREATE TABLE observation_withdrawals (
    partnership TEXT NOT NULL,
    measure TEXT NOT NULL,
    period TEXT NOT NULL,
    -- One more than that of the number that was taken back.
    revision BIGINT NOT NULL,
    at BIGINT NOT NULL,
    by_whom TEXT NOT NULL,
    why TEXT NOT NULL,
    PRIMARY KEY (partnership, measure, period, revision)
);
-- What is behind a trend, each time it was told; the highest revision holds.
CREATE TABLE measure_stories (
    partnership TEXT NOT NULL,
    measure TEXT NOT NULL,
    revision BIGINT NOT NULL,
    helps TEXT,
    slows TEXT,
    next_steps TEXT,
    by_whom TEXT NOT NULL,
    organization TEXT,
    at BIGINT NOT NULL,
    PRIMARY KEY (partnership, measure, revision)
);

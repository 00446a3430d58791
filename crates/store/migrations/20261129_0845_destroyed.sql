-- What was destroyed, by class and identifier: nothing of what it said.
CREATE TABLE destroyed (
    partnership TEXT NOT NULL,
    class TEXT NOT NULL,
    id TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (partnership, class, id)
);

-- The same where no backup reaches, so that a restored one can be made to forget again.
CREATE TABLE log_record_destroyed (
    partnership TEXT NOT NULL,
    class TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (partnership, class, id)
);

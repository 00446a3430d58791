-- How long records of a class are kept after they ended, and certificates of what was destroyed.
CREATE TABLE retention_rules (
    partnership TEXT NOT NULL,
    class TEXT NOT NULL,
    days BIGINT NOT NULL,
    why TEXT NOT NULL,
    PRIMARY KEY (partnership, class)
);

CREATE TABLE destruction_certificates (
    partnership TEXT NOT NULL,
    id TEXT NOT NULL,
    class TEXT NOT NULL,
    at BIGINT NOT NULL,
    -- How many records.
    records BIGINT NOT NULL,
    -- The rule that was followed; nothing when somebody asked.
    days BIGINT,
    why TEXT NOT NULL,
    -- Who asked; nothing when it was the program by its rule.
    person TEXT,
    PRIMARY KEY (partnership, id)
);
CREATE INDEX destruction_certificates_by_time ON destruction_certificates (partnership, at, id);

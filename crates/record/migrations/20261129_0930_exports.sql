-- Exports that left with a signature: what was said of each. The files are not kept.
CREATE TABLE signed_exports (
    partnership TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    sha256 TEXT NOT NULL,
    at BIGINT NOT NULL,
    person TEXT,
    note TEXT NOT NULL,
    PRIMARY KEY (partnership, id)
);
CREATE INDEX signed_exports_by_time ON signed_exports (partnership, at, id);

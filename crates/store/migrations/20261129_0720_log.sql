-- The log of each partnership: a leaf for every event, tiles, signed checkpoints.
-- docs/decisions/0013-the-log-in-rows.md says why it is kept in rows.
CREATE TABLE logs (
    partnership TEXT NOT NULL PRIMARY KEY REFERENCES partnerships (id),
    origin TEXT NOT NULL,
    -- The public keys, one a line.
    verifiers TEXT NOT NULL,
    -- How many entries are in place, and the last event that has its leaf.
    size BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    -- The signed note over them; empty before the first.
    checkpoint TEXT NOT NULL,
    -- How many entries strangers see, and when they see more.
    published BIGINT NOT NULL,
    publish_at BIGINT NOT NULL,
    claim TEXT NOT NULL,
    claimed_until BIGINT NOT NULL,
    -- Why nothing is signed; nothing when all is well.
    halted TEXT
);

-- A batch that is durable and that the record does not name yet. At most one of them becomes true.
CREATE TABLE log_batches (
    partnership TEXT NOT NULL,
    id TEXT NOT NULL,
    size BIGINT NOT NULL,
    first_seq BIGINT NOT NULL,
    salts BLOB NOT NULL,
    entries BLOB NOT NULL,
    checkpoint TEXT NOT NULL,
    publishes BOOLEAN NOT NULL,
    PRIMARY KEY (partnership, id)
);

-- Where the leaf of an event is, and what hides it; without a salt nobody can tell any more.
CREATE TABLE log_leaves (
    partnership TEXT NOT NULL,
    seq BIGINT NOT NULL,
    place BIGINT NOT NULL,
    salt BLOB,
    PRIMARY KEY (partnership, seq)
);
CREATE INDEX log_leaves_by_place ON log_leaves (partnership, place);

-- Level -1 is the entries. Level 0 is hashed from them. A row grows until it is full.
CREATE TABLE log_tiles (
    partnership TEXT NOT NULL,
    level BIGINT NOT NULL,
    place BIGINT NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (partnership, level, place)
);

-- What strangers saw, as the log signed it.
CREATE TABLE log_checkpoints (
    partnership TEXT NOT NULL,
    size BIGINT NOT NULL,
    at BIGINT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (partnership, size)
);

-- Entries whose events are not there, and why: lost with a restore of an older backup.
CREATE TABLE log_gaps (
    partnership TEXT NOT NULL,
    place BIGINT NOT NULL,
    next BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (partnership, place)
);

-- The secrets of the logs, encrypted, where the operator keeps them in the database.
CREATE TABLE log_keys (
    partnership TEXT NOT NULL PRIMARY KEY,
    sealed BLOB NOT NULL
);

-- The record of several servers: the last state signed, compared and swapped. In no backup.
CREATE TABLE log_records (
    partnership TEXT NOT NULL PRIMARY KEY,
    checkpoint TEXT NOT NULL
);
CREATE TABLE log_record_entries (
    partnership TEXT NOT NULL,
    size BIGINT NOT NULL,
    entries BLOB NOT NULL,
    PRIMARY KEY (partnership, size)
);

CREATE INDEX event_parties_by_event ON event_parties (partnership, seq);
CREATE INDEX events_by_id ON events (partnership, id);

-- Who may look at a partnership's log, and who outside confirms that it only ever grew.
CREATE TABLE log_settings (
    partnership TEXT NOT NULL PRIMARY KEY,
    -- Whether anybody may look at the log, not only the partners.
    open BOOLEAN NOT NULL,
    -- How many witnesses must confirm a state.
    quorum BIGINT NOT NULL
);

CREATE TABLE witnesses (
    partnership TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    -- Its public key, as a line of C2SP.
    verifier TEXT NOT NULL,
    -- Where it is asked; nothing when it comes by itself.
    address TEXT,
    added_at BIGINT NOT NULL,
    -- The last state that it confirmed, and when.
    size BIGINT NOT NULL,
    confirmed_at BIGINT,
    -- What went wrong when it was asked last, and since when.
    trouble TEXT,
    trouble_since BIGINT,
    PRIMARY KEY (partnership, id),
    UNIQUE (partnership, verifier)
);

CREATE TABLE cosignatures (
    partnership TEXT NOT NULL,
    size BIGINT NOT NULL,
    witness TEXT NOT NULL,
    line TEXT NOT NULL,
    PRIMARY KEY (partnership, size, witness)
);

-- States that the log's own keys signed and that are not of the log here: somebody was shown
-- another past.
CREATE TABLE splits (
    partnership TEXT NOT NULL,
    size BIGINT NOT NULL,
    root TEXT NOT NULL,
    note TEXT NOT NULL,
    found_at BIGINT NOT NULL,
    PRIMARY KEY (partnership, size, root)
);

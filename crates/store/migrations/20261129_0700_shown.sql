-- What a partnership shows to everybody, by parts; what stands not here is for its own.
CREATE TABLE shown (
    partnership TEXT NOT NULL,
    part TEXT NOT NULL,
    since BIGINT NOT NULL,
    PRIMARY KEY (partnership, part)
);

-- The stories that everybody may read.
CREATE TABLE public_stories (
    partnership TEXT NOT NULL REFERENCES partnerships (id),
    subject_kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    -- What the record was called when it was let out.
    title TEXT NOT NULL,
    since BIGINT NOT NULL,
    PRIMARY KEY (partnership, subject_kind, subject)
);

-- Drafts: texts that partners write together. Each save is a version; the latest stands in `drafts`.
CREATE TABLE drafts (
    partnership TEXT NOT NULL,
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('charter', 'plan', 'memorandum', 'report', 'other')),
    purpose TEXT,
    -- The organization that holds the pen.
    holder TEXT NOT NULL,
    person TEXT NOT NULL,
    opened_on TEXT NOT NULL,
    version BIGINT NOT NULL,
    text TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('writing', 'published', 'withdrawn')),
    published_version BIGINT,
    published_on TEXT,
    audience TEXT CHECK (audience IN ('partners', 'public')),
    withdrawn_why TEXT,
    -- How many amendments wait for an answer.
    open_amendments BIGINT NOT NULL,
    -- The day of the last turn: its place in the list.
    day TEXT NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (partnership, id)
);
CREATE INDEX drafts_by_day ON drafts (partnership, day, id);
CREATE INDEX drafts_by_state ON drafts (partnership, state, day, id);
CREATE INDEX drafts_by_kind ON drafts (partnership, kind, day, id);
CREATE INDEX drafts_by_holder ON drafts (partnership, holder, day, id);
CREATE INDEX drafts_with_amendments ON drafts (partnership, holder, day, id)
    WHERE open_amendments > 0;

CREATE TABLE draft_versions (
    partnership TEXT NOT NULL,
    draft TEXT NOT NULL,
    number BIGINT NOT NULL,
    text TEXT NOT NULL,
    note TEXT,
    person TEXT NOT NULL,
    organization TEXT NOT NULL,
    at BIGINT NOT NULL,
    -- The version that its writer began from, and in how many places two changes met.
    base BIGINT NOT NULL,
    collisions BIGINT NOT NULL,
    PRIMARY KEY (partnership, draft, number)
);

-- Other words for some lines of a version.
CREATE TABLE draft_amendments (
    partnership TEXT NOT NULL,
    id TEXT NOT NULL,
    draft TEXT NOT NULL,
    version BIGINT NOT NULL,
    first_line BIGINT NOT NULL,
    last_line BIGINT NOT NULL,
    -- How the lines read, and how they should; empty when they should go.
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    why TEXT NOT NULL,
    person TEXT NOT NULL,
    organization TEXT NOT NULL,
    at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'declined', 'withdrawn')),
    answer TEXT,
    answered_by TEXT,
    answered_for TEXT,
    answered_at BIGINT,
    -- The version that took it in.
    taken_in BIGINT,
    revision BIGINT NOT NULL,
    PRIMARY KEY (partnership, id)
);
CREATE INDEX draft_amendments_by_draft ON draft_amendments (partnership, draft, state, id);

-- The words by which a draft is found, folded.
CREATE TABLE draft_words (
    partnership TEXT NOT NULL,
    word TEXT NOT NULL,
    draft TEXT NOT NULL,
    PRIMARY KEY (partnership, word, draft)
);
CREATE INDEX draft_words_by_draft ON draft_words (partnership, draft, word);

-- What anybody may read without an account: a copy, so that no public page looks at a draft.
CREATE TABLE public_documents (
    partnership TEXT NOT NULL,
    draft TEXT NOT NULL,
    place TEXT NOT NULL,
    title TEXT NOT NULL,
    holder TEXT NOT NULL,
    text TEXT NOT NULL,
    version BIGINT NOT NULL,
    published_on TEXT NOT NULL,
    PRIMARY KEY (partnership, draft)
);
CREATE INDEX public_documents_by_day ON public_documents (partnership, published_on, draft);

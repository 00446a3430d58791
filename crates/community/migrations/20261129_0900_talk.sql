-- Talk. A thread is a first post and the answers to it, about one record of any kind. A post that was
-- taken back or hidden keeps its place; what it said is not shown any more.
CREATE TABLE threads (
    partnership TEXT NOT NULL,
    id TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    -- What the record was called when the thread began.
    subject_name TEXT NOT NULL,
    -- Only of threads that are about more than what their subject's name says.
    title TEXT,
    -- A line of a version of a text, and how it read.
    version BIGINT,
    line BIGINT,
    quote TEXT,
    person TEXT NOT NULL,
    organization TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    posts BIGINT NOT NULL,
    -- How many people need help with something said here.
    help BIGINT NOT NULL,
    closed_by TEXT,
    closed_at BIGINT,
    PRIMARY KEY (partnership, id)
);
CREATE INDEX threads_by_last ON threads (partnership, last_at, id);
CREATE INDEX threads_by_kind ON threads (partnership, subject_kind, last_at, id);
CREATE INDEX threads_by_subject ON threads (partnership, subject_kind, subject, last_at, id);
CREATE INDEX threads_by_organization ON threads (partnership, organization, last_at, id);
CREATE INDEX threads_with_help ON threads (partnership, last_at, id)
    WHERE help > 0 AND closed_at IS NULL;
CREATE INDEX threads_open ON threads (partnership, last_at, id) WHERE closed_at IS NULL;
CREATE INDEX threads_closed ON threads (partnership, last_at, id) WHERE closed_at IS NOT NULL;

CREATE TABLE posts (
    partnership TEXT NOT NULL,
    thread TEXT NOT NULL,
    number BIGINT NOT NULL,
    id TEXT NOT NULL,
    person TEXT NOT NULL,
    organization TEXT NOT NULL,
    at BIGINT NOT NULL,
    body TEXT NOT NULL,
    -- One a line: who is named, and how.
    names TEXT NOT NULL,
    edited_at BIGINT,
    state TEXT NOT NULL CHECK (state IN ('shown', 'taken_back', 'hidden')),
    -- Its writer asked that it be shown again, and waits for an answer.
    appealed BOOLEAN NOT NULL,
    agree BIGINT NOT NULL,
    thanks BIGINT NOT NULL,
    help BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (partnership, thread, number)
);
CREATE UNIQUE INDEX posts_by_id ON posts (partnership, id);
CREATE INDEX posts_hidden ON posts (partnership, appealed, at, id) WHERE state = 'hidden';

-- How a post read before it was changed.
CREATE TABLE post_texts (
    partnership TEXT NOT NULL,
    post TEXT NOT NULL,
    number BIGINT NOT NULL,
    until BIGINT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (partnership, post, number)
);

-- Who is named in a post, and whether an answer is waited for: for "My work".
CREATE TABLE post_mentions (
    partnership TEXT NOT NULL,
    post TEXT NOT NULL,
    target TEXT NOT NULL,
    thread TEXT NOT NULL,
    name TEXT NOT NULL,
    at BIGINT NOT NULL,
    waits BOOLEAN NOT NULL,
    PRIMARY KEY (partnership, post, target)
);
CREATE INDEX post_mentions_waiting ON post_mentions (partnership, target, at, post) WHERE waits;
CREATE INDEX post_mentions_by_thread ON post_mentions (partnership, thread, target);

CREATE TABLE post_reactions (
    partnership TEXT NOT NULL,
    post TEXT NOT NULL,
    person TEXT NOT NULL,
    reaction TEXT NOT NULL CHECK (reaction IN ('agree', 'thanks', 'help')),
    at BIGINT NOT NULL,
    PRIMARY KEY (partnership, post, person, reaction)
);

-- Who hears of a thread, and who wants to hear nothing of it.
CREATE TABLE thread_followers (
    partnership TEXT NOT NULL,
    thread TEXT NOT NULL,
    person TEXT NOT NULL,
    mode TEXT NOT NULL CHECK (mode IN ('follow', 'mute')),
    PRIMARY KEY (partnership, thread, person)
);
CREATE INDEX thread_followers_by_person ON thread_followers (partnership, person, thread);

-- The record of what coordinators did to posts of others, and what their writers said to it.
CREATE TABLE post_rulings (
    partnership TEXT NOT NULL,
    id TEXT NOT NULL,
    post TEXT NOT NULL,
    thread TEXT NOT NULL,
    act TEXT NOT NULL CHECK (act IN ('hidden', 'appealed', 'kept_hidden', 'shown')),
    person TEXT NOT NULL,
    organization TEXT NOT NULL,
    at BIGINT NOT NULL,
    why TEXT NOT NULL,
    PRIMARY KEY (partnership, id)
);
CREATE INDEX post_rulings_by_thread ON post_rulings (partnership, thread, id);

-- Where guests may write: everywhere (both empty), on a kind of record, on one record. The most exact
-- row decides; without one guests only read.
CREATE TABLE talk_doors (
    partnership TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    guests BOOLEAN NOT NULL,
    PRIMARY KEY (partnership, subject_kind, subject)
);

-- The words by which a thread is found, folded.
CREATE TABLE thread_words (
    partnership TEXT NOT NULL,
    word TEXT NOT NULL,
    thread TEXT NOT NULL,
    PRIMARY KEY (partnership, word, thread)
);
CREATE INDEX thread_words_by_thread ON thread_words (partnership, thread, word);

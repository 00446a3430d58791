-- Bodies meet in series. A series makes its meetings some months ahead; each is a row of its own that
-- can be moved or cancelled alone, and keeps the time that the series gave it as `slot`.
CREATE TABLE meeting_series (
    partnership TEXT NOT NULL,
    id TEXT NOT NULL,
    body TEXT NOT NULL,
    title TEXT NOT NULL,
    first_on TEXT NOT NULL,
    clock TEXT NOT NULL,
    minutes BIGINT NOT NULL,
    zone TEXT NOT NULL,
    -- As RFC 5545 writes it.
    rule TEXT NOT NULL,
    place TEXT,
    link TEXT,
    open BOOLEAN NOT NULL,
    -- The day through which its meetings were made.
    made_through TEXT NOT NULL,
    ended_on TEXT,
    revision BIGINT NOT NULL,
    PRIMARY KEY (partnership, id)
);
CREATE INDEX meeting_series_by_body ON meeting_series (partnership, body, id);
CREATE INDEX meeting_series_made ON meeting_series (partnership, made_through, id)
    WHERE ended_on IS NULL;

CREATE TABLE meetings (
    partnership TEXT NOT NULL,
    id TEXT NOT NULL,
    body TEXT NOT NULL,
    series TEXT,
    -- The time on the wall that the series gave it.
    slot TEXT,
    title TEXT NOT NULL,
    held_on TEXT NOT NULL,
    clock TEXT NOT NULL,
    length BIGINT NOT NULL,
    zone TEXT NOT NULL,
    -- The instant that day, clock and zone come to.
    starts BIGINT NOT NULL,
    place TEXT,
    link TEXT,
    open BOOLEAN NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('planned', 'under_way', 'held', 'cancelled')),
    -- Since when it is under way, was held or cancelled.
    turned_at BIGINT,
    why TEXT,
    minutes TEXT NOT NULL CHECK (minutes IN ('none', 'submitted', 'approved')),
    minutes_on TEXT,
    approved_at TEXT,
    posted_at BIGINT,
    moved_at BIGINT,
    -- Whether it was changed apart from its series.
    own BOOLEAN NOT NULL,
    -- What was warned of, one word each.
    warned TEXT NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (partnership, id)
);
CREATE INDEX meetings_by_start ON meetings (partnership, starts, id);
CREATE INDEX meetings_by_body ON meetings (partnership, body, starts, id);
CREATE INDEX meetings_by_state ON meetings (partnership, state, starts, id);
CREATE INDEX meetings_by_minutes ON meetings (partnership, minutes, starts, id);
CREATE INDEX meetings_by_series ON meetings (partnership, series, starts, id)
    WHERE series IS NOT NULL;
CREATE UNIQUE INDEX meetings_by_slot ON meetings (partnership, series, slot)
    WHERE series IS NOT NULL;

-- The agenda, and what was noted to each item.
CREATE TABLE meeting_items (
    partnership TEXT NOT NULL,
    id TEXT NOT NULL,
    meeting TEXT NOT NULL,
    place BIGINT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('topic', 'minutes', 'comment')),
    length BIGINT,
    presenter TEXT,
    why TEXT,
    -- The page of this site that it is about.
    about TEXT,
    source TEXT NOT NULL CHECK (source IN ('member', 'proposed', 'returned', 'rule')),
    -- The item of an earlier meeting that came back as this one, or the meeting whose minutes it is about.
    comes_from TEXT,
    added_by TEXT,
    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'unfinished', 'aside')),
    -- The meeting that an unfinished item went to.
    went_to TEXT,
    notes TEXT NOT NULL,
    notes_number BIGINT NOT NULL,
    collided BOOLEAN NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (partnership, id)
);
CREATE INDEX meeting_items_by_meeting ON meeting_items (partnership, meeting, place, id);

-- Unfinished items that wait for a next meeting of their body.
CREATE TABLE meeting_leftovers (
    partnership TEXT NOT NULL,
    body TEXT NOT NULL,
    item TEXT NOT NULL,
    PRIMARY KEY (partnership, body, item)
);

-- Every text that somebody sent as notes of an item, and every merge of two: nothing is overwritten.
CREATE TABLE meeting_notes (
    partnership TEXT NOT NULL,
    item TEXT NOT NULL,
    number BIGINT NOT NULL,
    body TEXT NOT NULL,
    person TEXT NOT NULL,
    at BIGINT NOT NULL,
    merged BOOLEAN NOT NULL,
    PRIMARY KEY (partnership, item, number)
);

-- What came of an item: decisions and commitments.
CREATE TABLE meeting_outcomes (
    partnership TEXT NOT NULL,
    meeting TEXT NOT NULL,
    item TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('decision', 'commitment')),
    subject TEXT NOT NULL,
    title TEXT NOT NULL,
    person TEXT NOT NULL,
    PRIMARY KEY (partnership, meeting, item, kind, subject)
);
CREATE INDEX meeting_outcomes_by_subject ON meeting_outcomes (partnership, subject);

-- Who was there: for each seat of the body, and guests by name.
CREATE TABLE meeting_attendance (
    partnership TEXT NOT NULL,
    meeting TEXT NOT NULL,
    -- The seat, or the number of a guest.
    attendee TEXT NOT NULL,
    person TEXT,
    name TEXT,
    organization TEXT,
    presence TEXT NOT NULL CHECK (presence IN ('present', 'remote', 'excused', 'absent')),
    PRIMARY KEY (partnership, meeting, attendee)
);

-- What somebody wants changed in minutes before they are approved.
CREATE TABLE meeting_corrections (
    partnership TEXT NOT NULL,
    meeting TEXT NOT NULL,
    number BIGINT NOT NULL,
    words TEXT NOT NULL,
    person TEXT NOT NULL,
    on_day TEXT NOT NULL,
    taken_back BOOLEAN NOT NULL,
    PRIMARY KEY (partnership, meeting, number)
);

-- What a body's meetings owe the members and the public.
CREATE TABLE meeting_duties (
    partnership TEXT NOT NULL,
    body TEXT NOT NULL,
    quorum TEXT NOT NULL CHECK (quorum IN ('one', 'third', 'half', 'two_thirds', 'all')),
    notice_hours BIGINT,
    comment_minutes BIGINT,
    comment_how TEXT,
    minutes_days BIGINT,
    revision BIGINT NOT NULL,
    PRIMARY KEY (partnership, body)
);

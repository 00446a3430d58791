-- Events: networking, listening sessions, cross-training; and who comes.
CREATE TABLE gatherings (
    partnership TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('networking', 'listening_session', 'cross_training')),
    title TEXT NOT NULL,
    about TEXT,
    held_on TEXT NOT NULL,
    clock TEXT NOT NULL,
    length BIGINT NOT NULL,
    zone TEXT NOT NULL,
    starts BIGINT NOT NULL,
    place TEXT,
    link TEXT,
    open BOOLEAN NOT NULL,
    host TEXT NOT NULL,
    capacity BIGINT,
    register_by TEXT,
    state TEXT NOT NULL CHECK (state IN ('planned', 'cancelled')),
    why TEXT,
    turned_at BIGINT,
    registered BIGINT NOT NULL,
    waiting BIGINT NOT NULL,
    checked_in BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (partnership, id)
);
CREATE INDEX gatherings_by_start ON gatherings (partnership, starts, id);
CREATE INDEX gatherings_by_kind ON gatherings (partnership, kind, starts, id);

CREATE TABLE gathering_registrations (
    partnership TEXT NOT NULL,
    gathering TEXT NOT NULL,
    number BIGINT NOT NULL,
    -- Either a person, or a guest's name.
    person TEXT,
    name TEXT,
    organization TEXT,
    state TEXT NOT NULL CHECK (state IN ('registered', 'waiting', 'withdrawn')),
    at BIGINT NOT NULL,
    checked_in_at BIGINT,
    PRIMARY KEY (partnership, gathering, number)
);
CREATE INDEX gathering_registrations_by_person
    ON gathering_registrations (partnership, person, gathering) WHERE person IS NOT NULL;

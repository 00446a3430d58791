-- Parties, entered once for the installation: an organization sits in many partnerships.
-- Only the partnership in `home` may change an entry; all of its partnerships read it.
CREATE TABLE organizations (
    id TEXT NOT NULL PRIMARY KEY,
    home TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    short_name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN (
        'federal', 'state', 'local', 'tribal', 'non_profit', 'community', 'faith', 'school',
        'health_provider', 'business', 'funder', 'other'
    )),
    sector TEXT NOT NULL CHECK (sector IN (
        'housing', 'health', 'behavioral_health', 'law_enforcement', 'courts',
        'social_services', 'education', 'workforce', 'veterans', 'victim_services', 'food',
        'transportation', 'aging_disability', 'children_families', 'emergency',
        'general_government', 'community', 'other'
    )),
    state TEXT,
    tribe TEXT,
    website TEXT,
    about TEXT,
    partnerships BIGINT NOT NULL,
    revision BIGINT NOT NULL
);

CREATE TABLE memberships (
    partnership TEXT NOT NULL,
    organization TEXT NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('lead', 'member', 'observer')),
    since TEXT NOT NULL,
    until TEXT,
    open_promises BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (partnership, organization)
);
CREATE INDEX memberships_by_organization ON memberships (organization, partnership);

-- What a partnership says about itself, and counts that every page shows.
CREATE TABLE partnership_profiles (
    partnership TEXT NOT NULL PRIMARY KEY,
    purpose TEXT,
    vision TEXT,
    charter TEXT,
    language TEXT NOT NULL CHECK (language IN ('en', 'es')),
    founded TEXT NOT NULL,
    organizations BIGINT NOT NULL,
    people BIGINT NOT NULL,
    bodies BIGINT NOT NULL,
    revision BIGINT NOT NULL
);

CREATE TABLE service_areas (
    partnership TEXT NOT NULL,
    area TEXT NOT NULL,
    PRIMARY KEY (partnership, area)
);

-- Who is or was here: a copy of the name, so that lists sort by it and the record stays readable.
CREATE TABLE people (
    partnership TEXT NOT NULL,
    person TEXT NOT NULL,
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    since BIGINT NOT NULL,
    left_at BIGINT,
    PRIMARY KEY (partnership, person)
);
CREATE INDEX people_by_name ON people (partnership, sort_key, person) WHERE left_at IS NULL;
CREATE INDEX people_by_person ON people (person, partnership);

-- The words of a person under which colleagues find them, in each partnership of the person.
CREATE TABLE people_words (
    partnership TEXT NOT NULL,
    word TEXT NOT NULL,
    person TEXT NOT NULL,
    PRIMARY KEY (partnership, word, person)
);
CREATE INDEX people_words_by_person ON people_words (person, partnership);

-- What people say about themselves: theirs, the same in all their partnerships.
CREATE TABLE profiles (
    person TEXT NOT NULL PRIMARY KEY,
    contact TEXT,
    about TEXT,
    revision BIGINT NOT NULL
);

CREATE TABLE profile_knowledge (
    person TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('skill', 'language', 'expertise')),
    place BIGINT NOT NULL,
    item TEXT NOT NULL,
    PRIMARY KEY (person, kind, place)
);

CREATE TABLE affiliations (
    person TEXT NOT NULL,
    organization TEXT NOT NULL,
    title TEXT NOT NULL,
    PRIMARY KEY (person, organization)
);

CREATE TABLE role_offers (
    partnership TEXT NOT NULL,
    id TEXT NOT NULL,
    person TEXT NOT NULL,
    organization TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('coordinator', 'lead', 'member', 'steward', 'guest')),
    note TEXT,
    offered_by TEXT NOT NULL,
    offered_at BIGINT NOT NULL,
    standing TEXT NOT NULL CHECK (standing IN ('offered', 'accepted', 'declined', 'withdrawn')),
    answered_at BIGINT,
    why TEXT,
    PRIMARY KEY (partnership, id)
);
CREATE UNIQUE INDEX role_offers_open ON role_offers (partnership, person, organization, role)
    WHERE standing = 'offered';
CREATE INDEX role_offers_by_person ON role_offers (person, partnership) WHERE standing = 'offered';

CREATE TABLE bodies (
    partnership TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('council', 'work_group', 'review_team')),
    purpose TEXT,
    since TEXT NOT NULL,
    until TEXT,
    revision BIGINT NOT NULL,
    PRIMARY KEY (partnership, id)
);

CREATE TABLE seats (
    partnership TEXT NOT NULL,
    id TEXT NOT NULL,
    body TEXT NOT NULL,
    organization TEXT NOT NULL,
    title TEXT NOT NULL,
    holder TEXT,
    held_since BIGINT,
    asked TEXT,
    asked_by TEXT,
    asked_at BIGINT,
    note TEXT,
    closed BOOLEAN NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (partnership, id),
    CHECK ((holder IS NULL) = (held_since IS NULL)),
    CHECK ((asked IS NULL) = (asked_by IS NULL)),
    CHECK ((asked IS NULL) = (asked_at IS NULL))
);
CREATE INDEX seats_by_body ON seats (partnership, body, id);
CREATE INDEX seats_by_organization ON seats (partnership, organization, id);
CREATE INDEX seats_by_holder ON seats (holder, partnership) WHERE holder IS NOT NULL;
CREATE INDEX seats_by_asked ON seats (asked, partnership) WHERE asked IS NOT NULL;

-- Who held a seat, from when to when.
CREATE TABLE seat_terms (
    partnership TEXT NOT NULL,
    seat TEXT NOT NULL,
    since BIGINT NOT NULL,
    person TEXT NOT NULL,
    until BIGINT,
    ended TEXT CHECK (ended IN ('handed_over', 'vacated', 'closed')),
    PRIMARY KEY (partnership, seat, since, person)
);

-- Who a person is, in the whole installation. One person may sit in many partnerships.
CREATE TABLE accounts (
    id TEXT NOT NULL PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    language TEXT CHECK (language IN ('en', 'es')),
    zone TEXT,
    created_at BIGINT NOT NULL,
    closed_at BIGINT
);

-- What argon2id made of the password; never the password.
CREATE TABLE passwords (
    person TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id),
    kept TEXT NOT NULL,
    set_at BIGINT NOT NULL
);

CREATE TABLE passkeys (
    person TEXT NOT NULL REFERENCES accounts (id),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    credential_id TEXT NOT NULL UNIQUE,
    credential TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    used_at BIGINT,
    PRIMARY KEY (person, id)
);

-- What the server must remember between the two halves of a passkey ceremony: five minutes.
CREATE TABLE ceremonies (
    id TEXT NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL CHECK (purpose IN ('register', 'sign_in', 'step_up')),
    person TEXT,
    state TEXT NOT NULL,
    ends_at BIGINT NOT NULL
);
CREATE INDEX ceremonies_by_end ON ceremonies (ends_at);

-- Signed-in browsers. The cookie's secret is kept as its SHA-256.
CREATE TABLE sessions (
    person TEXT NOT NULL REFERENCES accounts (id),
    id TEXT NOT NULL,
    secret_hash TEXT NOT NULL UNIQUE,
    browser TEXT NOT NULL,
    system TEXT NOT NULL,
    began_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    authenticated_at BIGINT NOT NULL,
    strong BOOLEAN NOT NULL,
    PRIMARY KEY (person, id)
);
CREATE INDEX sessions_by_age ON sessions (seen_at);

-- Browsers in which the person signed in once: strangers' failures do not slow them down.
CREATE TABLE devices (
    person TEXT NOT NULL REFERENCES accounts (id),
    secret_hash TEXT NOT NULL,
    used_at BIGINT NOT NULL,
    PRIMARY KEY (person, secret_hash)
);

CREATE TABLE tokens (
    person TEXT NOT NULL REFERENCES accounts (id),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    secret_hash TEXT NOT NULL UNIQUE,
    scopes TEXT NOT NULL,
    partnership TEXT,
    made_at BIGINT NOT NULL,
    used_at BIGINT,
    ends_at BIGINT,
    PRIMARY KEY (person, id)
);

-- Links in mails that let their holder do one thing. A link has no secret until its mail is sent.
CREATE TABLE links (
    id TEXT NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL CHECK (purpose IN ('recover', 'new_address', 'sign_in')),
    person TEXT NOT NULL REFERENCES accounts (id),
    email TEXT,
    secret_hash TEXT UNIQUE,
    reusable BOOLEAN NOT NULL,
    made_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX links_by_person ON links (person, purpose, made_at);
CREATE INDEX links_by_end ON links (ends_at);

-- How often signing in failed, by hashed key: docs/decisions/0006-sign-in-limits.md.
CREATE TABLE sign_in_failures (
    id TEXT NOT NULL PRIMARY KEY,
    failures BIGINT NOT NULL,
    last_at BIGINT NOT NULL
);
CREATE INDEX sign_in_failures_by_age ON sign_in_failures (last_at);

-- Roles offered by mail, to people who may have no account yet.
CREATE TABLE invitations (
    partnership TEXT NOT NULL,
    id TEXT NOT NULL,
    email TEXT NOT NULL,
    name TEXT,
    organization TEXT NOT NULL,
    organization_name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('coordinator', 'lead', 'member', 'steward', 'guest')),
    note TEXT,
    language TEXT NOT NULL CHECK (language IN ('en', 'es')),
    invited_by TEXT,
    secret_hash TEXT,
    sent_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'declined', 'withdrawn')),
    answered_by TEXT,
    answered_at BIGINT,
    PRIMARY KEY (partnership, id)
);
CREATE INDEX invitations_by_secret ON invitations (secret_hash);
CREATE INDEX invitations_by_state ON invitations (partnership, state, sent_at);

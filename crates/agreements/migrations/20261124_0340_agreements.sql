-- What the partnership calls its kinds of data, its purposes and its roles, and what each is to the law.
CREATE TABLE data_names (
    partnership TEXT NOT NULL,
    sort TEXT NOT NULL CHECK (sort IN ('class', 'purpose', 'role')),
    name TEXT NOT NULL,
    kind TEXT,
    english TEXT,
    spanish TEXT,
    PRIMARY KEY (partnership, sort, name)
);

-- What a party is, as far as the law asks: words with blanks between.
CREATE TABLE legal_parties (
    partnership TEXT NOT NULL,
    organization TEXT NOT NULL,
    kinds TEXT NOT NULL,
    PRIMARY KEY (partnership, organization)
);

-- What a party keeps, and the laws that ride on it there.
CREATE TABLE holdings (
    partnership TEXT NOT NULL,
    holder TEXT NOT NULL,
    class TEXT NOT NULL,
    laws TEXT NOT NULL,
    PRIMARY KEY (partnership, holder, class)
);

-- What an emergency may open, whatever is asked for.
CREATE TABLE emergency_classes (
    partnership TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('medical', 'threat')),
    class TEXT NOT NULL,
    PRIMARY KEY (partnership, kind, class)
);

-- The person who asks, as far as a decision looks at them.
CREATE TABLE data_users (
    partnership TEXT NOT NULL,
    person TEXT NOT NULL,
    organization TEXT,
    role TEXT,
    is_medical BOOLEAN NOT NULL,
    trained_until BIGINT,
    client TEXT,
    PRIMARY KEY (partnership, person)
);

-- An agreement. `version` is in force, `earlier` was before it, `next` is being written or signed.
CREATE TABLE agreements (
    partnership TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('charter', 'memorandum', 'resource_sharing', 'data_sharing',
        'data_use_license', 'matching', 'service_organization')),
    title TEXT NOT NULL,
    upper TEXT,
    standing TEXT NOT NULL CHECK (standing IN ('new', 'in_force', 'suspended', 'terminated')),
    version BIGINT,
    earlier BIGINT,
    next BIGINT,
    stage TEXT CHECK (stage IN ('draft', 'review', 'out')),
    summary TEXT NOT NULL,
    effective TEXT NOT NULL,
    -- The last day; 9999-12-31 when there is none, so that lists are in the order of the end.
    ends TEXT NOT NULL,
    since TEXT NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (partnership, id)
);
CREATE INDEX agreements_by_end ON agreements (partnership, ends, id);

-- A version: its text is written once, when it goes out for signature, and never again.
CREATE TABLE agreement_versions (
    partnership TEXT NOT NULL,
    agreement TEXT NOT NULL,
    number BIGINT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    only_if TEXT,
    basis TEXT,
    body TEXT,
    identifiability TEXT NOT NULL,
    wants_training BOOLEAN NOT NULL,
    assurance TEXT NOT NULL,
    suppresses_small_cells BOOLEAN NOT NULL,
    effective TEXT NOT NULL,
    ends TEXT,
    text TEXT,
    hash TEXT,
    out_at BIGINT,
    in_force_on TEXT,
    made_at BIGINT NOT NULL,
    PRIMARY KEY (partnership, agreement, number)
);

CREATE TABLE agreement_parties (
    partnership TEXT NOT NULL,
    agreement TEXT NOT NULL,
    version BIGINT NOT NULL,
    organization TEXT NOT NULL,
    PRIMARY KEY (partnership, agreement, version, organization)
);
CREATE INDEX agreement_parties_by_party ON agreement_parties (partnership, organization, agreement);

-- A clause that lets data go. Names with blanks between; `*` for every class.
CREATE TABLE agreement_grants (
    partnership TEXT NOT NULL,
    agreement TEXT NOT NULL,
    version BIGINT NOT NULL,
    number BIGINT NOT NULL,
    gives TEXT NOT NULL,
    gets TEXT NOT NULL,
    purposes TEXT NOT NULL,
    classes TEXT NOT NULL,
    actions TEXT NOT NULL,
    roles TEXT,
    PRIMARY KEY (partnership, agreement, version, number)
);

-- A clause that withholds what the law would let go.
CREATE TABLE agreement_clauses (
    partnership TEXT NOT NULL,
    agreement TEXT NOT NULL,
    version BIGINT NOT NULL,
    number BIGINT NOT NULL,
    against TEXT NOT NULL,
    classes TEXT NOT NULL,
    yields_to_order BOOLEAN NOT NULL,
    PRIMARY KEY (partnership, agreement, version, number)
);

-- Who signs for a party, and on whose authority.
CREATE TABLE agreement_signatories (
    partnership TEXT NOT NULL,
    agreement TEXT NOT NULL,
    version BIGINT NOT NULL,
    organization TEXT NOT NULL,
    place BIGINT NOT NULL,
    person TEXT NOT NULL,
    title TEXT NOT NULL,
    authority TEXT NOT NULL,
    authority_until TEXT,
    PRIMARY KEY (partnership, agreement, version, organization)
);
CREATE INDEX agreement_signatories_by_person ON agreement_signatories (partnership, person);

-- A signature, bound to the hash of the exact text. Rows are only added.
CREATE TABLE agreement_signatures (
    partnership TEXT NOT NULL,
    agreement TEXT NOT NULL,
    version BIGINT NOT NULL,
    organization TEXT NOT NULL,
    person TEXT,
    signer TEXT NOT NULL,
    title TEXT NOT NULL,
    authority TEXT NOT NULL,
    manner TEXT NOT NULL CHECK (manner IN ('here', 'on_paper')),
    statement TEXT NOT NULL,
    hash TEXT NOT NULL,
    signed_on TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (partnership, agreement, version, organization)
);

-- Everything that was done with an agreement, oldest first.
CREATE TABLE agreement_steps (
    partnership TEXT NOT NULL,
    agreement TEXT NOT NULL,
    number BIGINT NOT NULL,
    act TEXT NOT NULL,
    version BIGINT,
    at BIGINT NOT NULL,
    happened_on TEXT NOT NULL,
    person TEXT,
    organization TEXT,
    words TEXT,
    PRIMARY KEY (partnership, agreement, number)
);

-- A client as a reference that a holder owns. Names and birth dates are not here.
CREATE TABLE client_references (
    partnership TEXT NOT NULL,
    id TEXT NOT NULL,
    holder TEXT NOT NULL,
    is_adult BOOLEAN NOT NULL,
    consents_alone BOOLEAN NOT NULL,
    guardians TEXT NOT NULL,
    alleged_abusers TEXT NOT NULL,
    custody TEXT,
    opt_outs TEXT NOT NULL,
    has_protected_address BOOLEAN NOT NULL,
    since BIGINT NOT NULL,
    PRIMARY KEY (partnership, id)
);

-- What a client allowed. What was signed is never edited: only its end and its withdrawal are added.
CREATE TABLE consents (
    partnership TEXT NOT NULL,
    id TEXT NOT NULL,
    client TEXT NOT NULL,
    holder TEXT NOT NULL,
    form TEXT NOT NULL,
    signer TEXT NOT NULL,
    capacity TEXT NOT NULL,
    is_written BOOLEAN NOT NULL,
    is_complete BOOLEAN NOT NULL,
    gives TEXT NOT NULL,
    gets TEXT NOT NULL,
    gets_kinds TEXT NOT NULL,
    purposes TEXT NOT NULL,
    classes TEXT NOT NULL,
    language TEXT NOT NULL,
    text_hash TEXT,
    witness TEXT,
    signed_at BIGINT NOT NULL,
    expires_at BIGINT,
    ends_with TEXT,
    ended_at BIGINT,
    irrevocable_until BIGINT,
    revoked_at BIGINT,
    recorded_at BIGINT NOT NULL,
    PRIMARY KEY (partnership, id)
);
CREATE INDEX consents_by_client ON consents (partnership, client, id);

-- A record that travelled: the marks of its origin travel with it.
CREATE TABLE received_copies (
    partnership TEXT NOT NULL,
    holder TEXT NOT NULL,
    client TEXT NOT NULL,
    class TEXT NOT NULL,
    origin TEXT NOT NULL,
    laws TEXT NOT NULL,
    consent TEXT,
    bound_to TEXT,
    destroy_by BIGINT,
    PRIMARY KEY (partnership, holder, client, class)
);

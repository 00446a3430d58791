-- The number under which its holder keeps a client; the laws under which they said no, as bits, so that a list
-- can be narrowed by them.
ALTER TABLE client_references ADD COLUMN file_number TEXT;
ALTER TABLE client_references ADD COLUMN opt_out_bits BIGINT NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX client_references_by_number ON client_references (partnership, holder, file_number);
CREATE INDEX client_references_by_holder ON client_references (partnership, holder, id);
UPDATE client_references SET opt_out_bits =
    CASE WHEN ' ' || opt_outs || ' ' LIKE '% HIPAA %' THEN 1 ELSE 0 END
    + CASE WHEN ' ' || opt_outs || ' ' LIKE '% PART2 %' THEN 2 ELSE 0 END
    + CASE WHEN ' ' || opt_outs || ' ' LIKE '% PART2_NOTES %' THEN 4 ELSE 0 END
    + CASE WHEN ' ' || opt_outs || ' ' LIKE '% FERPA %' THEN 8 ELSE 0 END
    + CASE WHEN ' ' || opt_outs || ' ' LIKE '% VAWA %' THEN 16 ELSE 0 END
    + CASE WHEN ' ' || opt_outs || ' ' LIKE '% HMIS %' THEN 32 ELSE 0 END
    + CASE WHEN ' ' || opt_outs || ' ' LIKE '% CJIS %' THEN 64 ELSE 0 END
    + CASE WHEN ' ' || opt_outs || ' ' LIKE '% SNAP %' THEN 128 ELSE 0 END
    + CASE WHEN ' ' || opt_outs || ' ' LIKE '% PRIVACY_ACT %' THEN 256 ELSE 0 END;

-- When what a withdrawal brings with it was carried out.
ALTER TABLE consents ADD COLUMN recalled_at BIGINT;
CREATE INDEX consents_by_holder ON consents (partnership, holder, id);

-- Whom a consent names, each by its own row: an organization, or a kind of organizations. A list of what others
-- share looks consents up by who looks.
CREATE TABLE consent_recipients (
    partnership TEXT NOT NULL,
    recipient TEXT NOT NULL,
    consent TEXT NOT NULL,
    PRIMARY KEY (partnership, recipient, consent)
);
INSERT INTO consent_recipients (partnership, recipient, consent)
    SELECT c.partnership, p.organization, c.id FROM consents c
    JOIN legal_parties p ON p.partnership = c.partnership
        AND ' ' || c.gets || ' ' LIKE '% ' || p.organization || ' %';
INSERT INTO consent_recipients (partnership, recipient, consent)
    SELECT c.partnership, k.kind, c.id FROM consents c
    JOIN (SELECT 'hipaa_covered_entity' AS kind UNION ALL SELECT 'business_associate'
        UNION ALL SELECT 'health_provider' UNION ALL SELECT 'part2_program'
        UNION ALL SELECT 'victim_service_provider' UNION ALL SELECT 'hmis_lead'
        UNION ALL SELECT 'hmis_participant' UNION ALL SELECT 'social_services'
        UNION ALL SELECT 'benefits_agency' UNION ALL SELECT 'child_welfare_agency'
        UNION ALL SELECT 'education_agency' UNION ALL SELECT 'law_enforcement'
        UNION ALL SELECT 'prosecutor' UNION ALL SELECT 'criminal_justice'
        UNION ALL SELECT 'cjis_authorized' UNION ALL SELECT 'researcher'
        UNION ALL SELECT 'federal_agency' UNION ALL SELECT 'county' UNION ALL SELECT 'nonprofit') k
    ON ' ' || c.gets_kinds || ' ' LIKE '% ' || k.kind || ' %';

-- What a version says of copies, losses and its own review.
ALTER TABLE agreement_versions ADD COLUMN keeps_days BIGINT;
ALTER TABLE agreement_versions ADD COLUMN breach_hours BIGINT;
ALTER TABLE agreement_versions ADD COLUMN review_months BIGINT;

-- Records of clients, one for each class: what the holder entered itself, and copies that came with a receipt.
-- The marks are those of the origin and only grow. What was destroyed keeps its row and loses its content.
CREATE TABLE client_records (
    partnership TEXT NOT NULL,
    id TEXT NOT NULL,
    holder TEXT NOT NULL,
    client TEXT NOT NULL,
    class TEXT NOT NULL,
    origin TEXT NOT NULL,
    regimes BIGINT NOT NULL,
    identifiability BIGINT NOT NULL,
    consent TEXT,
    bound_to TEXT,
    destroy_by BIGINT,
    receipt TEXT,
    content TEXT,
    entered_at BIGINT NOT NULL,
    entered_by TEXT,
    destroyed_at BIGINT,
    PRIMARY KEY (partnership, id)
);
CREATE INDEX client_records_by_client ON client_records (partnership, holder, client, class);
CREATE INDEX client_records_by_holder ON client_records (partnership, holder, id);
CREATE INDEX client_records_by_receipt ON client_records (partnership, receipt);
CREATE INDEX client_records_by_end ON client_records (partnership, destroy_by);

-- What was written there before: a record is corrected and never overwritten.
CREATE TABLE client_record_revisions (
    partnership TEXT NOT NULL,
    record TEXT NOT NULL,
    until BIGINT NOT NULL,
    content TEXT NOT NULL,
    entered_at BIGINT NOT NULL,
    entered_by TEXT,
    PRIMARY KEY (partnership, record, until)
);

-- Copies without content were only ever noted by `concord decide`, in installations that it removes.
DROP TABLE received_copies;

-- Who asked for what, and what became of it.
CREATE TABLE data_requests (
    partnership TEXT NOT NULL,
    id TEXT NOT NULL,
    asker TEXT NOT NULL,
    organization TEXT NOT NULL,
    holder TEXT NOT NULL,
    client TEXT,
    file_number TEXT,
    purpose TEXT NOT NULL,
    classes TEXT NOT NULL,
    identifiability TEXT NOT NULL,
    words TEXT,
    is_relative BOOLEAN NOT NULL,
    assurance TEXT NOT NULL,
    papers TEXT CHECK (papers IN ('subpoena', 'order', 'subpoena_and_order')),
    order_kind TEXT,
    emergency TEXT CHECK (emergency IN ('medical', 'threat')),
    could_ask BOOLEAN NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('answered', 'held', 'released', 'refused', 'withdrawn')),
    -- Whether even that it waits must not be told, 42 CFR 2.13(c).
    is_concealed BOOLEAN NOT NULL,
    asked_at BIGINT NOT NULL,
    owner TEXT,
    due_at BIGINT,
    escalated_at BIGINT,
    decided_by TEXT,
    decided_at BIGINT,
    reason TEXT,
    basis TEXT,
    receipt TEXT NOT NULL,
    PRIMARY KEY (partnership, id)
);
CREATE INDEX data_requests_by_asker ON data_requests (partnership, asker, asked_at, id);
CREATE INDEX data_requests_by_holder ON data_requests (partnership, holder, state, due_at, id);
CREATE INDEX data_requests_by_client ON data_requests (partnership, client, state);
CREATE INDEX data_requests_by_clock ON data_requests (partnership, state, due_at);

-- A decision to share or to refuse. Rows are only added.
CREATE TABLE receipts (
    partnership TEXT NOT NULL,
    id TEXT NOT NULL,
    request TEXT NOT NULL,
    at BIGINT NOT NULL,
    answer TEXT NOT NULL CHECK (answer IN ('permit', 'permit_partial', 'deny', 'hold')),
    told TEXT NOT NULL CHECK (told IN ('permit', 'permit_partial', 'deny', 'hold')),
    asker TEXT NOT NULL,
    role TEXT,
    organization TEXT NOT NULL,
    holder TEXT NOT NULL,
    client TEXT,
    purpose TEXT NOT NULL,
    asked TEXT NOT NULL,
    given TEXT NOT NULL,
    agreement TEXT,
    version BIGINT,
    agreement_hash TEXT,
    consent TEXT,
    bases TEXT NOT NULL,
    obligations TEXT NOT NULL,
    emergency TEXT,
    decided_by TEXT,
    words TEXT,
    -- All of it in one exact form, and the hash that the record carries of it.
    exact TEXT NOT NULL,
    salt TEXT NOT NULL,
    details TEXT NOT NULL,
    PRIMARY KEY (partnership, id)
);
CREATE INDEX receipts_by_asker ON receipts (partnership, asker, at, id);
CREATE INDEX receipts_by_client ON receipts (partnership, holder, client, at, id);
CREATE INDEX receipts_by_consent ON receipts (partnership, consent, at);
CREATE INDEX receipts_by_request ON receipts (partnership, request, at);
CREATE INDEX receipts_by_person ON receipts (partnership, client, at, id);
CREATE INDEX receipts_by_time ON receipts (partnership, at, told);
CREATE INDEX receipts_by_agreement ON receipts (partnership, agreement, at, told);

-- What was said of each class, in the order of the page.
CREATE TABLE receipt_parts (
    partnership TEXT NOT NULL,
    receipt TEXT NOT NULL,
    number BIGINT NOT NULL,
    class TEXT,
    goes BOOLEAN NOT NULL,
    word TEXT NOT NULL,
    rule TEXT NOT NULL,
    agreement TEXT,
    consent TEXT,
    is_concealed BOOLEAN NOT NULL,
    PRIMARY KEY (partnership, receipt, number)
);

-- Whose list a receipt stands in: the one who gave, the one who got, and the other parties of the agreement.
CREATE TABLE receipt_parties (
    partnership TEXT NOT NULL,
    organization TEXT NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('gave', 'got', 'party')),
    at BIGINT NOT NULL,
    receipt TEXT NOT NULL,
    PRIMARY KEY (partnership, organization, part, at, receipt)
);

-- The accounting that a law wants of a disclosure: HIPAA, the Privacy Act, FERPA.
CREATE TABLE accounting_entries (
    partnership TEXT NOT NULL,
    holder TEXT NOT NULL,
    client TEXT NOT NULL,
    law TEXT NOT NULL,
    at BIGINT NOT NULL,
    receipt TEXT NOT NULL,
    recipient TEXT NOT NULL,
    classes TEXT NOT NULL,
    purpose TEXT NOT NULL,
    PRIMARY KEY (partnership, holder, client, law, at, receipt)
);

-- What somebody owes because of a receipt: a review, a word to the person, a certificate.
CREATE TABLE duties (
    partnership TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    organization TEXT NOT NULL,
    receipt TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'done')),
    since BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    late_told_at BIGINT,
    done_at BIGINT,
    done_by TEXT,
    words TEXT,
    PRIMARY KEY (partnership, id)
);
CREATE INDEX duties_by_organization ON duties (partnership, organization, state, due_at, id);
CREATE INDEX duties_by_receipt ON duties (partnership, receipt, id);
CREATE INDEX duties_by_clock ON duties (partnership, state, due_at);

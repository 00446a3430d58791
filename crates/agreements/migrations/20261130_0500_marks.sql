-- What the rules ask of the client stands on every record about them too: a list of what may be shared then looks at
-- one row for each record.
ALTER TABLE client_records ADD COLUMN opt_outs BIGINT;
ALTER TABLE client_records ADD COLUMN custody TEXT;
ALTER TABLE client_records ADD COLUMN protected_address BIGINT;
UPDATE client_records SET
    opt_outs = (SELECT c.opt_out_bits FROM client_references c
        WHERE c.partnership = client_records.partnership AND c.id = client_records.client),
    custody = (SELECT c.custody FROM client_references c
        WHERE c.partnership = client_records.partnership AND c.id = client_records.client),
    protected_address = (SELECT CASE WHEN c.has_protected_address THEN 1 ELSE 0 END FROM client_references c
        WHERE c.partnership = client_records.partnership AND c.id = client_records.client);
CREATE INDEX client_records_about ON client_records (partnership, client);

-- What for stands on each way, so that a list need not look into the consent.
ALTER TABLE consent_ways ADD COLUMN purposes TEXT NOT NULL DEFAULT '';
UPDATE consent_ways SET purposes = (SELECT c.purposes FROM consents c
    WHERE c.partnership = consent_ways.partnership AND c.id = consent_ways.consent);

-- Every way that a consent opens, by itself: from one who may give to one who may get, whose records, and until
-- when. A list of what others share looks them up by giver and recipient, or by client.
CREATE TABLE consent_ways (
    partnership TEXT NOT NULL,
    consent TEXT NOT NULL,
    giver TEXT NOT NULL,
    recipient TEXT NOT NULL,
    client TEXT NOT NULL,
    until BIGINT NOT NULL,
    PRIMARY KEY (partnership, consent, giver, recipient)
);
INSERT INTO consent_ways (partnership, consent, giver, recipient, client, until)
    SELECT c.partnership, c.id, p.organization, n.recipient, c.client, CASE
        WHEN c.revoked_at IS NULL THEN COALESCE(c.expires_at, c.ended_at, 9223372036854775807)
        WHEN c.irrevocable_until > c.revoked_at THEN c.irrevocable_until
        ELSE c.revoked_at END
    FROM consents c JOIN consent_recipients n ON n.partnership = c.partnership AND n.consent = c.id
    JOIN legal_parties p ON p.partnership = c.partnership
        AND ' ' || c.gives || ' ' LIKE '% ' || p.organization || ' %';
DROP TABLE consent_recipients;
CREATE INDEX consent_ways_by_recipient ON consent_ways (partnership, giver, recipient, until, client);
CREATE INDEX consent_ways_by_client ON consent_ways (partnership, client, giver);

-- Records that say something, by all that the rules look at but the client: a list of what may be shared goes
-- through the kinds of records that there are, each from the latest on.
CREATE INDEX client_records_by_kind ON client_records (partnership, (holder || ' ' || origin || ' ' || class
    || ' ' || CAST(regimes AS TEXT) || ' ' || CAST(identifiability AS TEXT) || ' '
    || CASE WHEN consent IS NULL THEN '-' ELSE '+' END || ' ' || COALESCE(bound_to, '')), id)
    WHERE content IS NOT NULL;

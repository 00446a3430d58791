-- The seat with which a promise stays when its holder changes.
ALTER TABLE commitments ADD COLUMN seat TEXT;
ALTER TABLE commitment_steps ADD COLUMN seat TEXT;
CREATE INDEX commitments_by_seat ON commitments (partnership, seat, id);

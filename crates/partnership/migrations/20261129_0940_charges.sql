-- What the holder of a seat is to the body.
ALTER TABLE seats ADD COLUMN charge TEXT NOT NULL DEFAULT 'member'
    CHECK (charge IN ('lead', 'deputy', 'member'));

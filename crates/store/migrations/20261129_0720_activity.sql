-- The activity of one kind of subject, in the order of the record.
CREATE INDEX events_by_subject_kind ON events (partnership, subject_kind, seq);

//! The tables of the logs.

crate::installation_statements! {
    // What waits: events without a leaf, or a state to be shown. Rests after a claim.
    DUE = "SELECT h.partnership, p.slug FROM heads h
        JOIN partnerships p ON p.id = h.partnership
        LEFT JOIN logs l ON l.partnership = h.partnership
        WHERE (l.partnership IS NULL OR h.seq > l.seq OR l.publish_at <= $1
                OR l.publish_at > $2)
            AND COALESCE(l.claimed_until, 0) <= $1";
    BEGIN_LOG = "INSERT INTO logs (partnership, origin, verifiers, size, seq, checkpoint, published,
        publish_at, claim, claimed_until) VALUES ($1, $2, $3, 0, 0, '', 0, 0, '', 0)
        ON CONFLICT (partnership) DO NOTHING";
    LOG = "SELECT l.partnership, p.slug, l.origin, l.verifiers, l.size, l.seq, l.checkpoint,
        l.published, l.publish_at, l.halted FROM logs l
        JOIN partnerships p ON p.id = l.partnership WHERE l.partnership = $1";
    LOGS = "SELECT l.partnership, p.slug, l.origin, l.verifiers, l.size, l.seq, l.checkpoint,
        l.published, l.publish_at, l.halted FROM logs l
        JOIN partnerships p ON p.id = l.partnership ORDER BY p.slug";
    CLAIM = "UPDATE logs SET claim = $2, claimed_until = $3
        WHERE partnership = $1 AND claimed_until <= $4";
    RELEASE = "UPDATE logs SET claimed_until = $3 WHERE partnership = $1 AND claim = $2";
    HALT = "UPDATE logs SET halted = $2 WHERE partnership = $1";
    // Only the state that the batch was made for goes on.
    GROW = "UPDATE logs SET size = $3, seq = $4, checkpoint = $5, halted = NULL
        WHERE partnership = $1 AND size = $2";
    SHOW = "UPDATE logs SET published = $2, publish_at = $3 WHERE partnership = $1";
    SHOWN = "INSERT INTO log_checkpoints (partnership, size, at, note) VALUES ($1, $2, $3, $4)
        ON CONFLICT (partnership, size) DO NOTHING";

    EVENTS = "SELECT seq, id, at, actor, kind, subject_kind, subject, body FROM events
        WHERE partnership = $1 AND seq > $2 ORDER BY seq LIMIT $3";
    EVENT = "SELECT e.seq, e.id, e.at, e.actor, e.kind, e.subject_kind, e.subject, e.body,
        l.place, l.salt FROM events e
        LEFT JOIN log_leaves l ON l.partnership = e.partnership AND l.seq = e.seq
        WHERE e.partnership = $1 AND e.seq = $2";
    EVENT_BY_ID = "SELECT e.seq, e.id, e.at, e.actor, e.kind, e.subject_kind, e.subject, e.body,
        l.place, l.salt FROM events e
        LEFT JOIN log_leaves l ON l.partnership = e.partnership AND l.seq = e.seq
        WHERE e.partnership = $1 AND e.id = $2";
    PARTIES = "SELECT seq, organization FROM event_parties
        WHERE partnership = $1 AND seq > $2 AND seq <= $3 ORDER BY seq, organization";

    PREPARE = "INSERT INTO log_batches (partnership, id, size, first_seq, salts, entries, checkpoint,
        publishes) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    PREPARED = "SELECT id, size, first_seq, salts, entries, checkpoint, publishes FROM log_batches
        WHERE partnership = $1";
    DISCARD = "DELETE FROM log_batches WHERE partnership = $1";
    LEAF = "INSERT INTO log_leaves (partnership, seq, place, salt) VALUES ($1, $2, $3, $4)";
    TILE = "SELECT bytes FROM log_tiles WHERE partnership = $1 AND level = $2 AND place = $3";
    TILES = "SELECT place, bytes FROM log_tiles
        WHERE partnership = $1 AND level = $2 AND place >= $3 ORDER BY place LIMIT $4";
    UPPER_TILES = "SELECT level, place, bytes FROM log_tiles WHERE partnership = $1 AND level > 0";
    PUT_TILE = "INSERT INTO log_tiles (partnership, level, place, bytes) VALUES ($1, $2, $3, $4)
        ON CONFLICT (partnership, level, place) DO UPDATE SET bytes = excluded.bytes";
    CHECKPOINT = "SELECT size, at, note FROM log_checkpoints WHERE partnership = $1 AND size = $2";
    CHECKPOINTS = "SELECT size, at, note FROM log_checkpoints
        WHERE partnership = $1 AND size < $2 ORDER BY size DESC LIMIT $3";
    CHECKPOINT_COUNT = "SELECT COUNT(*) AS n FROM log_checkpoints WHERE partnership = $1";
    LEAVES = "SELECT l.seq, l.place, l.salt, e.id, e.at, e.actor, e.kind, e.subject_kind, e.subject,
        e.body FROM log_leaves l
        LEFT JOIN events e ON e.partnership = l.partnership AND e.seq = l.seq
        WHERE l.partnership = $1 AND l.place >= $2 ORDER BY l.place LIMIT $3";
    UNLOGGED = "SELECT e.seq FROM events e
        LEFT JOIN log_leaves l ON l.partnership = e.partnership AND l.seq = e.seq
        WHERE e.partnership = $1 AND e.seq <= $2 AND l.seq IS NULL ORDER BY e.seq LIMIT 10";
    HEAD = "SELECT seq FROM heads WHERE partnership = $1";
    GAPS = "SELECT place, next, at FROM log_gaps WHERE partnership = $1 ORDER BY place";
    GAP = "INSERT INTO log_gaps (partnership, place, next, at) VALUES ($1, $2, $3, $4)";

    KEY = "SELECT sealed FROM log_keys WHERE partnership = $1";
    KEEP_KEY = "INSERT INTO log_keys (partnership, sealed) VALUES ($1, $2)
        ON CONFLICT (partnership) DO NOTHING";

    NOTE_DESTROYED = "INSERT INTO log_record_destroyed (partnership, class, id)
        VALUES ($1, $2, $3) ON CONFLICT (partnership, class, id) DO NOTHING";
    DESTROYED = "SELECT class, id FROM log_record_destroyed WHERE partnership = $1";
    RECORD = "SELECT checkpoint FROM log_records WHERE partnership = $1";
    FIRST_RECORD = "INSERT INTO log_records (partnership, checkpoint) VALUES ($1, $2)
        ON CONFLICT (partnership) DO NOTHING";
    SWAP_RECORD = "UPDATE log_records SET checkpoint = $3 WHERE partnership = $1 AND checkpoint = $2";
    RECORD_ENTRIES = "INSERT INTO log_record_entries (partnership, size, entries)
        VALUES ($1, $2, $3)
        ON CONFLICT (partnership, size) DO UPDATE SET entries = excluded.entries";
    // The batch in the middle of which the place lies, and all after it.
    ENTRIES_SINCE = "SELECT size, entries FROM log_record_entries WHERE partnership = $1
        AND size >= (SELECT COALESCE(MAX(size), 0) FROM log_record_entries
            WHERE partnership = $1 AND size <= $2) ORDER BY size";
}

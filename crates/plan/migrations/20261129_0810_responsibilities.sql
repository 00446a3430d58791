-- Who carries what of the plan: proposed, then accepted, declined or countered by the one named. A
-- row is what its steps come to, for lists.
CREATE TABLE responsibilities (
    partnership TEXT NOT NULL,
    id TEXT NOT NULL,
    item TEXT NOT NULL,
    organization TEXT NOT NULL,
    -- The seat that carries it, when it is one and not the whole organization.
    seat TEXT,
    duty TEXT NOT NULL CHECK (duty IN ('lead', 'support', 'consulted', 'informed')),
    state TEXT NOT NULL CHECK (state IN ('proposed', 'accepted', 'declined', 'withdrawn', 'ended')),
    -- Who answers while it is proposed: those who keep the plan, or the one named.
    turn TEXT CHECK (turn IN ('plan', 'bearer')),
    day TEXT NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (partnership, id)
);
CREATE INDEX responsibilities_by_item ON responsibilities (partnership, item, state, id);
CREATE INDEX responsibilities_by_state ON responsibilities (partnership, state, organization, id);
CREATE INDEX responsibilities_by_turn ON responsibilities (partnership, turn, organization, id)
    WHERE turn IS NOT NULL;
CREATE INDEX responsibilities_by_seat ON responsibilities (partnership, seat, state, id)
    WHERE seat IS NOT NULL;

CREATE TABLE responsibility_steps (
    partnership TEXT NOT NULL,
    responsibility TEXT NOT NULL,
    number BIGINT NOT NULL,
    act TEXT NOT NULL CHECK (act IN ('proposed', 'offered', 'taken', 'accepted', 'declined',
        'countered', 'withdrawn', 'ended')),
    at BIGINT NOT NULL,
    happened_on TEXT NOT NULL,
    person TEXT NOT NULL,
    organization TEXT NOT NULL,
    duty TEXT NOT NULL,
    words TEXT,
    PRIMARY KEY (partnership, responsibility, number)
);

//! Commitments in the database: the history, the row that lists read, and the counts beside it.

use base::{Date, OrganizationId, PersonId, Title, Value};
use futures_util::future::try_join;
use partnership::{Names, SeatId};
use store::{Row, Statement, Tx, WriteTx, statements, values};

use super::{
    Act, ActName, Carrier, Commitment, CommitmentId, Delta, Details, Frame, Note, Origin, Party,
    Purposes, Receiver, State, Step, Tally, Terms, Voice, deltas, search_words,
};
use crate::{Error, index_words};

statements! {
    LOAD = "SELECT id, promiser, receiver, origin, reference, link, goal, revision, nudged_through
        FROM commitments WHERE partnership = $1 AND id = $2";
    STEPS = "SELECT s.number, s.act, s.at, s.happened_on, s.person, s.organization, s.side, s.title,
        s.details, s.due, s.words, s.in_charge, s.seat, s.undone, n.name AS person_name,
        c.name AS in_charge_name
        FROM commitment_steps s
        LEFT JOIN people n ON n.partnership = s.partnership AND n.person = s.person
        LEFT JOIN people c ON c.partnership = s.partnership AND c.person = s.in_charge
        WHERE s.partnership = $1 AND s.commitment = $2 ORDER BY s.number";
    // CROSS: SQLite would rather walk all items, because they are in order.
    PURPOSES = "SELECT 'item' AS what, i.id, i.title, i.place
        FROM plan_commitments p CROSS JOIN plan_items i
        WHERE p.partnership = $1 AND p.commitment = $2 AND i.partnership = p.partnership
            AND i.id = p.item
        UNION ALL SELECT 'decision', d.id, d.title, 0
        FROM decision_commitments p CROSS JOIN decisions d
        WHERE p.partnership = $1 AND p.commitment = $2 AND d.partnership = p.partnership
            AND d.id = p.decision
        UNION ALL SELECT 'idea', d.id, d.title, 0
        FROM idea_commitments p CROSS JOIN ideas d
        WHERE p.partnership = $1 AND p.commitment = $2 AND d.partnership = p.partnership
            AND d.id = p.idea
        ORDER BY what, place, id";
    OF_SEAT = "SELECT id FROM commitments WHERE partnership = $1 AND seat = $2 AND in_charge <> $3
        AND state IN ('proposed', 'open', 'claimed') ORDER BY id";
    INSERT = "INSERT INTO commitments (partnership, id, promiser, receiver, origin, reference, link,
        goal, created_at, revision, title, details, due, deadline, state, shelf, day, turn_of,
        in_charge, done_on, moves, moved_from, moved_why, thanks, nudge_on, nudged_through, seat)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
        $19, $20, $21, $22, $23, $24, $25, $26, $27)";
    SAVE = "UPDATE commitments SET title = $4, details = $5, due = $6, deadline = $7, state = $8,
        shelf = $9, day = $10, turn_of = $11, in_charge = $12, done_on = $13, moves = $14,
        moved_from = $15, moved_why = $16, thanks = $17, nudge_on = $18, nudged_through = $19,
        seat = $20,
        revision = revision + 1
        WHERE partnership = $1 AND id = $2 AND revision = $3";
    ADD_STEP = "INSERT INTO commitment_steps (partnership, commitment, number, act, at,
        happened_on, person, organization, side, title, details, due, words, in_charge, seat, undone)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)";
    ADD_WORD = "INSERT INTO commitment_words (partnership, word, commitment) VALUES ($1, $2, $3)
        ON CONFLICT (partnership, word, commitment) DO NOTHING";
    DROP_WORD = "DELETE FROM commitment_words
        WHERE partnership = $1 AND word = $2 AND commitment = $3";
    ADD_GOAL = "INSERT INTO commitment_goals (partnership, goal) VALUES ($1, $2)
        ON CONFLICT (partnership, goal) DO NOTHING";
    // For all partners ('') and for the promiser, in one trip.
    COUNT_MONTH = "INSERT INTO commitment_months (partnership, organization, month, offered,
        active, claimed, on_time, late, broken, moved)
        VALUES ($1, '', $3, $4, $5, $6, $7, $8, $9, $10), ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        ON CONFLICT (partnership, organization, month) DO UPDATE SET
        offered = commitment_months.offered + excluded.offered,
        active = commitment_months.active + excluded.active,
        claimed = commitment_months.claimed + excluded.claimed,
        on_time = commitment_months.on_time + excluded.on_time,
        late = commitment_months.late + excluded.late,
        broken = commitment_months.broken + excluded.broken,
        moved = commitment_months.moved + excluded.moved";
    COUNT_DAY = "INSERT INTO commitment_days (partnership, organization, day, active, kept)
        VALUES ($1, '', $3, $4, $5), ($1, $2, $3, $4, $5)
        ON CONFLICT (partnership, organization, day) DO UPDATE SET
        active = commitment_days.active + excluded.active,
        kept = commitment_days.kept + excluded.kept";
    NUDGES_DUE = "SELECT id FROM commitments
        WHERE partnership = $1 AND nudge_on <= $2 AND nudged_through < $2
        ORDER BY nudge_on, id LIMIT 100";
    NUDGED = "UPDATE commitments SET nudge_on = $3, nudged_through = $4
        WHERE partnership = $1 AND id = $2 AND nudged_through < $4";
}

/// By which words one is found.
const WORDS: (&Statement, &Statement) = (&DROP_WORD, &ADD_WORD);

/// A commitment as it was read, with what is needed to write the difference.
#[derive(Debug)]
pub(crate) struct Loaded {
    pub(crate) commitment: Commitment,
    /// The day through which people have heard of it.
    pub(crate) nudged_through: Date,
    before: Tally,
    terms: Terms,
    steps: usize,
}

impl Loaded {
    /// How many steps it had when it was read.
    pub(crate) const fn steps(&self) -> usize {
        self.steps
    }
}

pub(crate) async fn load(tx: &Tx, id: CommitmentId) -> Result<Loaded, Error> {
    let (row, steps) = rows_of(tx, id).await?;
    let commitment = replayed(&row, &steps)?;
    Ok(Loaded {
        nudged_through: row.get("nudged_through")?,
        before: commitment.tally(),
        terms: commitment.terms().clone(),
        steps: commitment.steps().len(),
        commitment,
    })
}

/// A commitment to be shown, with the names of those who spoke in it or were put in charge.
pub(super) async fn told(tx: &Tx, id: CommitmentId) -> Result<(Commitment, Names), Error> {
    let (row, steps) = rows_of(tx, id).await?;
    let mut names = Names::default();
    for step in &steps {
        names.add(step, "person", "person_name")?;
        names.add(step, "in_charge", "in_charge_name")?;
    }
    Ok((replayed(&row, &steps)?, names))
}

/// Its row and its steps.
async fn rows_of(tx: &Tx, id: CommitmentId) -> Result<(Row, Vec<Row>), Error> {
    let (row, steps) =
        try_join(tx.optional(&LOAD, values![id]), tx.query(&STEPS, values![id])).await?;
    Ok((row.ok_or(Error::Missing)?, steps))
}

/// What a commitment is for: items in the plan's order, decisions and ideas oldest first.
pub(crate) async fn purposes(tx: &Tx, id: CommitmentId) -> Result<Purposes, Error> {
    let mut purposes = Purposes::default();
    for row in &tx.query(&PURPOSES, values![id]).await? {
        let title = row.get("title")?;
        match row.get::<String>("what")?.as_str() {
            "item" => purposes.carries.push((row.get("id")?, title)),
            "decision" => purposes.decided.push((row.get("id")?, title)),
            _ => purposes.causes.push((row.get("id")?, title)),
        }
    }
    Ok(purposes)
}

/// Writes a new commitment.
pub(crate) async fn insert(tx: &mut WriteTx, commitment: &Commitment) -> Result<(), Error> {
    let first = commitment.steps().first().ok_or(Error::History)?;
    let on = first.voice.on;
    let mut values = values![
        commitment.id,
        commitment.promiser,
        commitment.receiver.organization(),
        commitment.origin.kind,
        commitment.origin.reference,
        commitment.origin.link,
        commitment.goal,
        first.voice.at,
        commitment.revision,
    ];
    values.extend(changing(commitment, on));
    tx.execute(&INSERT, values).await?;
    tx.execute(&ADD_STEP, step_values(commitment.id, first)).await?;
    if let Some(goal) = &commitment.goal {
        tx.execute(&ADD_GOAL, values![goal]).await?;
    }
    let now = words(commitment, commitment.terms());
    index_words(tx, WORDS, commitment.id, (&[], &now)).await?;
    count(tx, commitment.promiser, deltas(None, Some(&commitment.tally()))).await
}

/// Writes what the verbs since [`load`] changed, if nobody else changed it.
pub(crate) async fn save(tx: &mut WriteTx, loaded: &mut Loaded) -> Result<(), Error> {
    let commitment = &loaded.commitment;
    let added = commitment.steps().get(loaded.steps..).unwrap_or_default();
    let after = commitment.tally();
    let turned = after != loaded.before || *commitment.terms() != loaded.terms;
    let today = added.last().map(|step| step.voice.on);
    // Whoever turned it knows of it: what was planned for today and before is moot.
    let through = today.filter(|_| turned).unwrap_or(loaded.nudged_through);
    let mut values = values![commitment.id, commitment.revision];
    values.extend(changing(commitment, through));
    tx.execute_fresh(&SAVE, values).await.map_err(|error| {
        if matches!(error, store::Error::Stale) { Error::Changed } else { error.into() }
    })?;
    for step in added {
        tx.execute(&ADD_STEP, step_values(commitment.id, step)).await?;
    }
    let (before, now) = (words(commitment, &loaded.terms), words(commitment, commitment.terms()));
    index_words(tx, WORDS, commitment.id, (&before, &now)).await?;
    count(tx, commitment.promiser, deltas(Some(&loaded.before), Some(&after))).await?;
    loaded.commitment.revision = loaded.commitment.revision.next();
    Ok(())
}

/// The commitments of which somebody should hear by a day.
pub(crate) async fn nudges_due(tx: &Tx, today: Date) -> Result<Vec<CommitmentId>, Error> {
    let rows = tx.query(&NUDGES_DUE, values![today]).await?;
    rows.iter().map(|row| Ok(row.get("id")?)).collect()
}

/// Notes that people have heard of it through a day; whether they had not.
pub(crate) async fn nudged(
    tx: &mut WriteTx,
    commitment: &Commitment,
    through: Date,
) -> Result<bool, Error> {
    let next = commitment.next_nudge_after(through);
    Ok(tx.execute(&NUDGED, values![commitment.id, next, through]).await? > 0)
}

async fn count(
    tx: &mut WriteTx,
    promiser: OrganizationId,
    deltas: Vec<Delta>,
) -> Result<(), Error> {
    for delta in deltas {
        match delta {
            Delta::Month { month, by } => {
                let mut values = values![promiser, month];
                values.extend(by.map(Value::Integer));
                tx.execute(&COUNT_MONTH, values).await?;
            }
            Delta::Day { day, by } => {
                let mut values = values![promiser, day];
                values.extend(by.map(Value::Integer));
                tx.execute(&COUNT_DAY, values).await?;
            }
        }
    }
    Ok(())
}

fn words(commitment: &Commitment, terms: &Terms) -> Vec<String> {
    let goal = commitment.goal.as_ref().map(base::Line::as_str);
    let details = terms.details.as_ref().map(Details::as_str);
    search_words([Some(terms.title.as_str()), goal, details].into_iter().flatten())
}

/// Whose turn it is, as the row has it: an organization, or all partners together.
fn turn_of(commitment: &Commitment) -> Option<String> {
    let receiver = || match commitment.receiver {
        Receiver::Organization(organization) => organization.to_string(),
        Receiver::Partnership => super::EVERYBODY.to_owned(),
    };
    commitment.turn().map(|party| match party {
        Party::Promiser => commitment.promiser.to_string(),
        Party::Receiver => receiver(),
    })
}

/// The part of the row that verbs change, from `title` to `nudged_through`.
fn changing(commitment: &Commitment, nudged_through: Date) -> Vec<Value> {
    let (terms, tally) = (commitment.terms(), commitment.tally());
    let done_on = match commitment.state() {
        State::Claimed { on, .. } | State::Kept { on, .. } => Some(*on),
        State::Proposed { .. }
        | State::Declined { .. }
        | State::Withdrawn { .. }
        | State::Open
        | State::Broken { .. } => None,
    };
    let last_move = commitment.moves().last();
    let moves = i64::try_from(commitment.moves().len()).unwrap_or(i64::MAX);
    values![
        terms.title,
        terms.details,
        terms.due,
        commitment.deadline(),
        commitment.state().name(),
        tally.shelf,
        tally.day,
        turn_of(commitment),
        commitment.in_charge(),
        done_on,
        moves,
        last_move.map(|change| change.from),
        last_move.map(|change| change.why.clone()),
        thanks(commitment),
        commitment.next_nudge_after(nudged_through),
        nudged_through,
        commitment.carrier().and_then(|carrier| carrier.seat),
    ]
}

fn thanks(commitment: &Commitment) -> Option<Note> {
    let State::Kept { .. } = commitment.state() else { return None };
    commitment.steps().iter().rev().find_map(|step| {
        if let Act::Confirmed { thanks } = &step.act { thanks.clone() } else { None }
    })
}

fn step_values(id: CommitmentId, step: &Step) -> Vec<Value> {
    let voice = &step.voice;
    let terms = step.act.terms();
    let label = step.act.label();
    values![
        id,
        i64::from(step.number),
        step.act.name(),
        voice.at,
        voice.on,
        voice.person,
        voice.organization,
        voice.side,
        label.or(terms.map(|terms| &terms.title)),
        terms.and_then(|terms| terms.details.clone()),
        step.act.date(),
        step.act.words().filter(|_| label.is_none()),
        step.act.in_charge().map(|carrier| carrier.person),
        step.act.in_charge().and_then(|carrier| carrier.seat),
        step.act.undone().map(i64::from),
    ]
}

fn frame(row: &Row) -> Result<Frame, Error> {
    let receiver: Option<OrganizationId> = row.get("receiver")?;
    Ok(Frame {
        id: row.get("id")?,
        promiser: row.get("promiser")?,
        receiver: receiver.map_or(Receiver::Partnership, Receiver::Organization),
        origin: Origin {
            kind: row.get("origin")?,
            reference: row.get("reference")?,
            link: row.get("link")?,
        },
        goal: row.get("goal")?,
    })
}

fn replayed(row: &Row, steps: &[Row]) -> Result<Commitment, Error> {
    let steps: Vec<Step> = steps.iter().map(step).collect::<Result<_, Error>>()?;
    Commitment::replay(frame(row)?, row.get("revision")?, steps)
}

fn step(row: &Row) -> Result<Step, Error> {
    let voice = Voice {
        person: row.get("person")?,
        organization: row.get("organization")?,
        side: row.get("side")?,
        at: row.get("at")?,
        on: row.get("happened_on")?,
    };
    let number = number(row.get("number")?)?;
    Ok(Step { number, voice, act: act(row)? })
}

/// What is promised in a seat and carried by another than `holder`.
pub(super) async fn of_seat(
    tx: &Tx,
    seat: SeatId,
    holder: PersonId,
) -> Result<Vec<CommitmentId>, Error> {
    let rows = tx.query(&OF_SEAT, values![seat, holder]).await?;
    rows.iter().map(|row| Ok(row.get("id")?)).collect()
}

fn carrier(row: &Row) -> Result<Option<Carrier>, Error> {
    let seat = row.get("seat")?;
    let person: Option<PersonId> = row.get("in_charge")?;
    Ok(person.map(|person| Carrier { person, seat }))
}

fn number(stored: i64) -> Result<u32, Error> {
    u32::try_from(stored).map_err(|_negative| Error::History)
}

fn act(row: &Row) -> Result<Act, Error> {
    let terms = || -> Result<Terms, Error> {
        Ok(Terms { title: row.get("title")?, details: row.get("details")?, due: row.get("due")? })
    };
    let why = || row.get("words");
    let label = || row.get::<Title>("title");
    Ok(match row.get::<ActName>("act")? {
        ActName::Offered => {
            Act::Offered { terms: terms()?, in_charge: carrier(row)?.ok_or(Error::History)? }
        }
        ActName::Asked => Act::Asked { terms: terms()? },
        ActName::Countered => Act::Countered { terms: terms()?, why: row.get("words")? },
        ActName::Accepted => Act::Accepted { in_charge: carrier(row)? },
        ActName::Declined => Act::Declined { why: why()? },
        ActName::Withdrawn => Act::Withdrawn { why: row.get("words")? },
        ActName::ClaimedDone => Act::ClaimedDone { note: row.get("words")? },
        ActName::Confirmed => Act::Confirmed { thanks: row.get("words")? },
        ActName::NotYet => Act::NotYet { why: why()? },
        ActName::Moved => Act::Moved { to: row.get("due")?, why: why()? },
        ActName::Broken => Act::Broken { why: why()? },
        ActName::HandedOver => Act::HandedOver { to: carrier(row)?.ok_or(Error::History)? },
        ActName::Explained => Act::Explained { why: why()? },
        ActName::Reminded => Act::Reminded,
        ActName::EvidenceAdded => Act::EvidenceAdded { label: label()? },
        ActName::EvidenceRemoved => Act::EvidenceRemoved { label: label()? },
        ActName::Undone => Act::Undone { step: number(row.get("undone")?)? },
    })
}

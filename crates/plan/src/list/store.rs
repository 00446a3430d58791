//! The statements behind lists. Each order is an index's; no list reads what it does not show.

use base::{Date, OrganizationId, PersonId, Reason, Revision, Title, Value};
use store::{Cursor, Page, Query, Row, Tx, clauses, statements, values};

use super::{Count, Filter, Order};
use crate::{CommitmentId, Error, Goal, Note, Receiver, Shelf, StateName, Timing};

/// More than this are not counted one by one.
const COUNTED: usize = 100;
/// More words than this narrow nothing.
const MOST_WORDS: usize = 6;

statements! {
    LIST = "SELECT c.id, c.title, c.promiser, c.receiver, c.in_charge, c.due, c.deadline, c.state,
        c.shelf, c.day, c.done_on, c.goal, c.moves, c.moved_from, c.moved_why, c.thanks, c.revision
        FROM commitments c WHERE c.partnership = $1";
    FIND = "SELECT c.id, c.title, c.promiser, c.receiver, c.in_charge, c.due, c.deadline, c.state,
        c.shelf, c.day, c.done_on, c.goal, c.moves, c.moved_from, c.moved_why, c.thanks, c.revision
        FROM commitment_words w
        JOIN commitments c ON c.partnership = w.partnership AND c.id = w.commitment
        WHERE w.partnership = $1 AND w.word = $2";
    SOME = "SELECT c.id FROM commitments c WHERE c.partnership = $1";
    HOW_RARE = "SELECT commitment FROM commitment_words
        WHERE partnership = $1 AND word = $2 LIMIT 500";
    GOALS = "SELECT goal FROM commitment_goals WHERE partnership = $1 ORDER BY goal LIMIT 200";
}

clauses! {
    BY of LIST = "AND c.promiser = $?";
    FOR of LIST = "AND c.receiver = $?";
    OF_PERSON of LIST = "AND c.in_charge = $?";
    OF_GOAL of LIST = "AND c.goal = $?";
    ON_SHELF of LIST = "AND c.shelf = $?";
    SINCE of LIST = "AND c.day >= $?";
    UNTIL of LIST = "AND c.day <= $?";
    QUIET of LIST = "AND c.day > $? AND c.day <= $? AND NOT EXISTS (SELECT 1
        FROM commitment_steps s WHERE s.partnership = c.partnership AND s.commitment = c.id
        AND s.happened_on > $? AND s.act <> 'reminded')";
    PAST_SHELF of LIST = "AND (c.shelf, c.day, c.id) > ($?, $?, $?)";
    PAST_DAY of LIST = "AND (c.day, c.id) > ($?, $?)";
    BEFORE_DAY of LIST = "AND (c.day, c.id) < ($?, $?)";
    OLDER of FIND = "AND w.commitment < $?";
    AND_WORD of FIND = "AND EXISTS (SELECT 1 FROM commitment_words x
        WHERE x.partnership = w.partnership AND x.word = $? AND x.commitment = w.commitment)";
    IN_SHELVES of LIST = "ORDER BY c.shelf, c.day, c.id LIMIT $?";
    EARLIEST of LIST = "ORDER BY c.day, c.id LIMIT $?";
    LATEST of LIST = "ORDER BY c.day DESC, c.id DESC LIMIT $?";
    NEWEST of FIND = "ORDER BY w.commitment DESC LIMIT $?";
    AT_MOST of SOME = "LIMIT $?";
}

/// A commitment as lists show it.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its name.
    pub id: CommitmentId,
    /// What is promised.
    pub title: Title,
    /// Who promises.
    pub promiser: OrganizationId,
    /// Who waits for it.
    pub receiver: Receiver,
    /// Who is in charge.
    pub in_charge: Option<PersonId>,
    /// By when.
    pub due: Date,
    /// The day that decides between on time and late.
    pub deadline: Date,
    /// Where it stands.
    pub state: StateName,
    /// The part of the list that it lies in.
    pub shelf: Shelf,
    /// Its place there.
    pub day: Date,
    /// When it was done, says its maker.
    pub done_on: Option<Date>,
    /// The goal that it serves.
    pub goal: Option<Goal>,
    /// How often its date was moved.
    pub moves: i64,
    /// The date before the last move, and why it was moved.
    pub last_move: Option<(Date, Reason)>,
    /// What the one who waited said to it.
    pub thanks: Option<Note>,
    /// How often it was changed.
    pub revision: Revision,
}

impl Entry {
    /// How it looks today.
    #[must_use]
    pub fn timing(&self, today: Date) -> Timing {
        Timing::of(self.state, self.deadline, self.done_on, today)
    }
}

/// One page of a filtered list.
pub(crate) async fn page(
    tx: &Tx,
    filter: &Filter,
    today: Date,
    after: Option<&str>,
    limit: usize,
) -> Result<Page<Entry>, Error> {
    let order = filter.order();
    let after = after.map(|mark| Cursor::decode(mark, order.parts())).transpose()?;
    let base = match order {
        Order::Newest => by_words(tx, &filter.words).await?,
        Order::ByShelf | Order::Earliest | Order::Latest => LIST.select(Vec::new()),
    };
    let (past, ending) = match order {
        Order::ByShelf => (&PAST_SHELF, &IN_SHELVES),
        Order::Earliest => (&PAST_DAY, &EARLIEST),
        Order::Latest => (&BEFORE_DAY, &LATEST),
        Order::Newest => (&OLDER, &NEWEST),
    };
    let one_more = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let query = filtered(base, filter, today)
        .and_if(past, after.map(|cursor| cursor.0))
        .and(ending, values![one_more]);
    let rows = tx.query(query, Vec::new()).await?;
    let entries = rows.iter().map(entry).collect::<Result<Vec<_>, Error>>()?;
    Ok(Page::of(entries, limit, |entry| order.mark(entry)))
}

/// The first of one part up to a day, the earliest first.
pub(crate) async fn until(
    tx: &Tx,
    shelf: Shelf,
    day: Date,
    limit: usize,
) -> Result<Vec<Entry>, Error> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let query = LIST
        .select(Vec::new())
        .and(&ON_SHELF, values![shelf])
        .and(&UNTIL, values![day])
        .and(&EARLIEST, values![limit]);
    tx.query_settled(query, Vec::new()).await?.iter().map(entry).collect()
}

/// What binds and is due after `today` and by `near`, and nobody has touched since `last`.
pub(crate) async fn quiet(
    tx: &Tx,
    (today, near, last): (Date, Date, Date),
    limit: usize,
) -> Result<Vec<Entry>, Error> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let query = LIST
        .select(Vec::new())
        .and(&ON_SHELF, values![Shelf::Active])
        .and(&QUIET, values![today, near, last])
        .and(&EARLIEST, values![limit]);
    tx.query(query, Vec::new()).await?.iter().map(entry).collect()
}

/// How many there are, up to a hundred: for filters whose counts are not kept.
pub(crate) async fn count(tx: &Tx, filter: &Filter, today: Date) -> Result<Count, Error> {
    let limit = i64::try_from(COUNTED + 1).unwrap_or(i64::MAX);
    let query = filtered(SOME.select(Vec::new()), filter, today).and(&AT_MOST, values![limit]);
    let found = tx.query(query, Vec::new()).await?.len();
    let number = i64::try_from(found.min(COUNTED)).unwrap_or(i64::MAX);
    Ok(if found > COUNTED { Count::MoreThan(number) } else { Count::Exactly(number) })
}

/// The goals that commitments name.
pub(crate) async fn goals(tx: &Tx) -> Result<Vec<Goal>, Error> {
    let rows = tx.query_settled(&GOALS, Vec::new()).await?;
    rows.iter().map(|row| Ok(row.get("goal")?)).collect()
}

fn filtered(query: Query, filter: &Filter, today: Date) -> Query {
    let (since, until) = filter.days(today);
    let one = |value: Value| vec![value];
    query
        .and_if(&BY, filter.partner.map(|of| values![of]))
        .and_if(&FOR, filter.to.map(|of| values![of]))
        .and_if(&OF_PERSON, filter.in_charge.map(|who| values![who]))
        .and_if(&OF_GOAL, filter.goal.as_ref().map(|goal| one(store::to_value(goal))))
        .and_if(&ON_SHELF, filter.shelf().map(|shelf| values![shelf]))
        .and_if(&SINCE, since.map(|day| values![day]))
        .and_if(&UNTIL, until.map(|day| values![day]))
}

/// Starts from the rarest of the words, so that a common one costs nothing beside it.
async fn by_words(tx: &Tx, words: &[String]) -> Result<Query, Error> {
    let mut rated = Vec::new();
    for word in words.iter().take(MOST_WORDS) {
        let number = match words.len() {
            1 => 0,
            _ => tx.query(&HOW_RARE, values![word]).await?.len(),
        };
        rated.push((number, word));
    }
    rated.sort();
    let mut rated = rated.into_iter().map(|(_, word)| word);
    let first = rated.next().map(String::as_str).unwrap_or_default();
    let query = FIND.select(values![*first]);
    Ok(rated.fold(query, |query, word| query.and(&AND_WORD, values![word])))
}

fn entry(row: &Row) -> Result<Entry, Error> {
    // In the order of the columns, in which they are found at once.
    let receiver =
        |of: Option<OrganizationId>| of.map_or(Receiver::Partnership, Receiver::Organization);
    Ok(Entry {
        id: row.get("id")?,
        title: row.get("title")?,
        promiser: row.get("promiser")?,
        receiver: receiver(row.get("receiver")?),
        in_charge: row.get("in_charge")?,
        due: row.get("due")?,
        deadline: row.get("deadline")?,
        state: row.get("state")?,
        shelf: row.get("shelf")?,
        day: row.get("day")?,
        done_on: row.get("done_on")?,
        goal: row.get("goal")?,
        moves: row.get("moves")?,
        last_move: {
            let from: Option<Date> = row.get("moved_from")?;
            from.zip(row.get::<Option<Reason>>("moved_why")?)
        },
        thanks: row.get("thanks")?,
        revision: row.get("revision")?,
    })
}

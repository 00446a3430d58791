//! What stands around many pages and changes seldom: the names of the partners, how many promises are open. An answer
//! is kept for as long as nothing has happened in the partnership, and the head of its events tells.
//!
//! Invariant: a change to what a partnership shows moves its head in the same transaction: its own changes by their
//! events, those from another partnership by [`WriteTx::touch`]. A look sees the head and the rows at one point in time,
//! so that two looks that see the same head see the same rows. In a debug build each answer is looked up nevertheless,
//! and one that differs is a fault: the tests hold the invariant.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use base::{PartnershipId, Value};

use crate::{Error, Place, Row, Tx, WriteTx, statement::Statement};

/// Partnerships of which answers are kept; for one more, any other gives way.
const PARTNERSHIPS: usize = 100;
/// Answers that are kept of one.
const ANSWERS: usize = 64;

crate::installation_statements! {
    TOUCH = "UPDATE heads SET touched = touched + 1 WHERE partnership <> ''";
}

/// The answers of all partnerships.
#[derive(Debug, Default)]
pub(crate) struct Settled(Mutex<HashMap<PartnershipId, Answers>>);

/// The answers of one partnership, all at the same head.
#[derive(Debug)]
struct Answers {
    head: Head,
    all: Vec<Answer>,
}

#[derive(Debug)]
struct Answer {
    statement: &'static Statement,
    values: Vec<Value>,
    rows: Arc<[Row]>,
}

/// How far a partnership is: its own events, and the changes from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Head(i64, i64);

impl Head {
    const fn of(place: &Place) -> Self {
        Self(place.head, place.touched)
    }
}

impl Answer {
    fn answers(&self, statement: &'static Statement, values: &[Value]) -> bool {
        std::ptr::eq(self.statement, statement) && self.values == values
    }
}

impl Settled {
    fn find(
        &self,
        place: &Place,
        statement: &'static Statement,
        values: &[Value],
    ) -> Option<Arc<[Row]>> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let answers = all.get(&place.partnership).filter(|kept| kept.head == Head::of(place))?;
        let known = answers.all.iter().find(|kept| kept.answers(statement, values))?;
        Some(Arc::clone(&known.rows))
    }

    fn keep(&self, place: &Place, answer: Answer) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= PARTNERSHIPS
            && !all.contains_key(&place.partnership)
            && let Some(any) = all.keys().next().copied()
        {
            all.remove(&any);
        }
        let head = Head::of(place);
        let answers =
            all.entry(place.partnership).or_insert_with(|| Answers { head, all: Vec::new() });
        if answers.head < head {
            *answers = Answers { head, all: Vec::new() };
        }
        // An older look finds a newer answer in its place; nobody asks for its own again.
        let known = |kept: &Answer| kept.answers(answer.statement, &answer.values);
        if answers.head == head && answers.all.len() < ANSWERS && !answers.all.iter().any(known) {
            answers.all.push(answer);
        }
    }

    /// Forgets everything, for tests that write past the gates.
    #[cfg(feature = "testing")]
    pub(crate) fn forget(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

impl Tx {
    /// All rows of a statement about what the partnership shows, looked up only when something has happened there
    /// since. Not for tables that are a person's, such as profiles: their changes move no partnership's head.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn query_settled(
        &self,
        what: &'static Statement,
        values: Vec<Value>,
    ) -> Result<Arc<[Row]>, Error> {
        let Some((settled, place)) = self.settled() else {
            return Ok(self.query_once(what, values).await?.into());
        };
        if let Some(rows) = settled.find(place, what, &values) {
            if cfg!(debug_assertions) {
                let fresh = self.query_once(what, values).await?;
                if !rows.iter().map(Row::values).eq(fresh.iter().map(Row::values)) {
                    return Err(Error::fault(format!("`{}` changed without an event", what.name)));
                }
            }
            return Ok(rows);
        }
        let rows: Arc<[Row]> = self.query_once(what, values.clone()).await?.into();
        settled.keep(place, Answer { statement: what, values, rows: Arc::clone(&rows) });
        Ok(rows)
    }

    /// The row that must be there, as of [`Tx::query_settled`].
    ///
    /// # Errors
    /// When the database fails; a fault when there is none.
    pub async fn one_settled(
        &self,
        what: &'static Statement,
        values: Vec<Value>,
    ) -> Result<Row, Error> {
        let rows = self.query_settled(what, values).await?;
        rows.first().cloned().ok_or_else(|| Error::fault("a row that must be there is not"))
    }
}

impl WriteTx {
    /// Says that this change is seen in other partnerships, too: what their pages keep is looked up again.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn touch(&mut self, others: &[PartnershipId]) -> Result<(), Error> {
        if others.is_empty() {
            return Ok(());
        }
        self.execute(TOUCH.of_some("partnership", others), Vec::new()).await.map(drop)
    }
}

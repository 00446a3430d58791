//! What is looked at again and again and changes seldom: the names of the partners around each page, what waits for a
//! person. An answer is kept for as long as nothing has happened, and the heads of the events tell: that of the
//! partnership, or in a person's own scope those of all their partnerships.
//!
//! Invariant: a change to what a partnership shows moves its head in the same transaction: its own changes by their
//! events, those from another partnership by [`WriteTx::touch`]. A look sees the heads and the rows at one point in time,
//! so that two looks that see the same heads see the same rows. In a debug build each answer is looked up nevertheless,
//! and one that differs is a fault: the tests hold the invariant. It asks of a statement that its order leaves no two
//! rows equal: a server finds them in whatever order suits it that day.

use std::{
    any::Any,
    collections::HashMap,
    sync::{Arc, Mutex, OnceLock, PoisonError},
};

use base::{PartnershipId, Value};

use crate::{
    Error, Place, ReadTx, Row, Tx, WriteTx,
    statement::{Query, Runnable},
    values,
};

/// Partnerships, and people, of whom answers are kept; for one more, any other gives way.
const OWNERS: usize = 200;
/// Answers that are kept of one.
const ANSWERS: usize = 64;

crate::installation_statements! {
    TOUCH = "UPDATE heads SET touched = touched + 1 WHERE partnership <> ''";
    MY_HEADS = "SELECT h.partnership, h.seq, h.touched FROM heads h
        WHERE h.partnership IN (SELECT partnership FROM grants WHERE person = $1)
        ORDER BY h.partnership";
}

/// The answers of all partnerships, and of all people.
#[derive(Debug, Default)]
pub(crate) struct Settled {
    partnerships: Owners,
    people: Owners,
}

/// The answers by whose they are.
type Owners = Mutex<HashMap<String, Answers>>;

/// The answers of a partnership or a person, all at the same heads.
#[derive(Debug)]
struct Answers {
    heads: Vec<Head>,
    all: Vec<Answer>,
}

#[derive(Debug)]
struct Answer {
    query: Query,
    rows: Arc<[Row]>,
    made: Arc<Made>,
}

/// What was made of an answer.
type Made = OnceLock<Arc<dyn Any + Send + Sync>>;

/// How far a partnership is: its own events, and the changes from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Head {
    partnership: PartnershipId,
    seq: i64,
    touched: i64,
}

/// Whose answers a look can use, and how far all is that they tell of.
struct Owner<'a> {
    of: &'a Owners,
    id: &'a str,
    heads: Vec<Head>,
}

impl Head {
    const fn of(place: &Place) -> Self {
        Self { partnership: place.partnership, seq: place.head, touched: place.touched }
    }
}

impl Owner<'_> {
    fn find(&self, query: &Query) -> Option<(Arc<[Row]>, Arc<Made>)> {
        let all = self.of.lock().unwrap_or_else(PoisonError::into_inner);
        let answers = all.get(self.id).filter(|kept| kept.heads == self.heads)?;
        let known = answers.all.iter().find(|kept| kept.query.asks_as(query))?;
        Some((Arc::clone(&known.rows), Arc::clone(&known.made)))
    }

    fn keep(self, answer: Answer) {
        let mut all = self.of.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= OWNERS
            && !all.contains_key(self.id)
            && let Some(any) = all.keys().next().cloned()
        {
            all.remove(&any);
        }
        let answers = all
            .entry(self.id.to_owned())
            .or_insert_with(|| Answers { heads: Vec::new(), all: Vec::new() });
        if answers.heads != self.heads {
            *answers = Answers { heads: self.heads, all: Vec::new() };
        }
        let known = |kept: &Answer| kept.query.asks_as(&answer.query);
        if answers.all.len() < ANSWERS && !answers.all.iter().any(known) {
            answers.all.push(answer);
        }
    }
}

impl Settled {
    /// Forgets everything, for tests that write past the gates.
    #[cfg(feature = "testing")]
    pub(crate) fn forget(&self) {
        for owners in [&self.partnerships, &self.people] {
            owners.lock().unwrap_or_else(PoisonError::into_inner).clear();
        }
    }
}

impl Tx {
    /// All rows of a statement about what the partnership shows, or in a person's own scope about what their
    /// partnerships show them, looked up only when something has happened there since. Not for tables that are a
    /// person's, such as profiles and notices: their changes move no partnership's head.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn query_settled(
        &self,
        what: impl Runnable,
        values: Vec<Value>,
    ) -> Result<Arc<[Row]>, Error> {
        Ok(self.answer(what.query(values)).await?.0)
    }

    /// What is made of all rows of [`Tx::query_settled`]; it is kept beside them. Of one statement always the
    /// same is made.
    ///
    /// # Errors
    /// When the database fails, or `make` does.
    pub async fn settled_as<T: Send + Sync + 'static, E: From<Error>>(
        &self,
        what: impl Runnable,
        values: Vec<Value>,
        make: impl FnOnce(&[Row]) -> Result<T, E>,
    ) -> Result<Arc<T>, E> {
        let (rows, kept) = self.answer(what.query(values)).await?;
        if let Some(Ok(known)) = kept.get().map(|made| Arc::clone(made).downcast::<T>()) {
            return Ok(known);
        }
        let fresh = Arc::new(make(&rows)?);
        // Of two who make it at once the first is kept.
        let _first = kept.set(Arc::<T>::clone(&fresh));
        Ok(fresh)
    }

    async fn answer(&self, query: Query) -> Result<(Arc<[Row]>, Arc<Made>), Error> {
        let Some(owner) = self.owner().await? else {
            return Ok((self.query_once(query, Vec::new()).await?.into(), Arc::default()));
        };
        if let Some((rows, made)) = owner.find(&query) {
            if cfg!(debug_assertions) {
                let fresh = self.query_once(query.clone(), Vec::new()).await?;
                if !rows.iter().map(Row::values).eq(fresh.iter().map(Row::values)) {
                    return Err(Error::fault(format!("changed without an event: {}", query.sql)));
                }
            }
            return Ok((rows, made));
        }
        let rows: Arc<[Row]> = self.query_once(query.clone(), Vec::new()).await?.into();
        if cfg!(debug_assertions) && rows.len() > 1 && !query.sql.contains("ORDER BY") {
            return Err(Error::fault(format!("kept without an order: {}", query.sql)));
        }
        let made = Arc::default();
        owner.keep(Answer { query, rows: Arc::clone(&rows), made: Arc::clone(&made) });
        Ok((rows, made))
    }

    /// The row that must be there, as of [`Tx::query_settled`].
    ///
    /// # Errors
    /// When the database fails; a fault when there is none.
    pub async fn one_settled(&self, what: impl Runnable, values: Vec<Value>) -> Result<Row, Error> {
        let rows = self.query_settled(what, values).await?;
        rows.first().cloned().ok_or_else(|| Error::fault("a row that must be there is not"))
    }

    /// Whose answers may be given again; none to a change, which sees more than others do.
    async fn owner(&self) -> Result<Option<Owner<'_>>, Error> {
        let (Some(settled), Some(Value::Text(id))) = (self.settled(), self.bound_to()) else {
            return Ok(None);
        };
        Ok(Some(match self.inside() {
            Some(place) => Owner { of: &settled.partnerships, id, heads: vec![Head::of(place)] },
            None => Owner { of: &settled.people, id, heads: self.heads_of(id).await? },
        }))
    }

    async fn heads_of(&self, person: &str) -> Result<Vec<Head>, Error> {
        let head = |row: &Row| {
            let (seq, touched) = (row.get("seq")?, row.get("touched")?);
            Ok(Head { partnership: row.get("partnership")?, seq, touched })
        };
        self.query_once(&MY_HEADS, values![person]).await?.iter().map(head).collect()
    }
}

impl ReadTx {
    /// The person's partnerships, each with the number of its last event. In the person's own scope.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn my_heads(&self) -> Result<Vec<(PartnershipId, i64)>, Error> {
        let (Some(Value::Text(person)), None) = (self.bound_to(), self.inside()) else {
            return Err(Error::fault("this transaction is not in a person's own scope"));
        };
        let heads = self.heads_of(person).await?;
        Ok(heads.into_iter().map(|head| (head.partnership, head.seq)).collect())
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

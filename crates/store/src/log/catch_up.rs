//! How a restored backup comes up to what was signed: the entries that it lacks are in the record,
//! or with whoever mirrors the log. The events that they stood for are lost, and that is said.

use base::PartnershipId;
use ledger::Edge;

use super::{
    LogSettings, place, read,
    record::Swap,
    rows,
    sequencer::{chunks, fault, signed, whole},
};
use crate::{Error, Store, postgres::Begin, tx::Tx, values};

/// Where missing entries come from.
#[derive(Debug, Clone)]
pub enum Source {
    /// The record itself.
    Record,
    /// Entries, one after the other, from the first that the database lacks: a mirror's.
    Entries(Vec<u8>),
}

/// What a log was brought up by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CaughtUp {
    /// How many entries the database had.
    pub from: u64,
    /// How many it has now.
    pub to: u64,
}

impl Store {
    /// Brings the log of a partnership up to the last state that was signed for it. Nothing is
    /// signed; the entries must give the root of that state.
    ///
    /// # Errors
    /// When there is no record, the entries are others, or the database fails.
    pub async fn catch_up(
        &self,
        partnership: PartnershipId,
        source: Source,
    ) -> Result<CaughtUp, Error> {
        let name = partnership.to_string();
        let settings = self.log_settings()?;
        let look = Tx::unbound(self.session(Begin::Read).await?);
        let state = read::state(&look, &name).await?;
        let state = state.ok_or(Error::Missing { what: "the log" })?;
        let record = settings.record.find(self, &name).await?;
        let record = record.ok_or_else(|| refused("there is no record of what was signed"))?;
        let goal = signed(&record)?.checkpoint().clone();
        if goal.origin != state.origin {
            return Err(refused("the record is of another log"));
        }
        let caught_up = CaughtUp { from: state.size, to: goal.size };
        if record == state.checkpoint {
            return Ok(caught_up);
        }
        if goal.size <= state.size {
            return Err(refused("the record is not ahead of the database"));
        }
        let entries = match source {
            Source::Record => settings.record.entries(self, &name, state.size).await?,
            Source::Entries(entries) => entries,
        };
        let edge = if state.checkpoint.is_empty() {
            Edge::empty()
        } else {
            let checkpoint = signed(&state.checkpoint)?.checkpoint().clone();
            place::edge(&look, &name, &checkpoint).await?.map_err(fault)?
        };
        drop(look);
        let missing = usize::try_from(goal.size - state.size).unwrap_or(usize::MAX);
        let batch = edge.append(chunks(&entries).take(missing)).map_err(fault)?;
        let now = self.clock().now();
        let mut tx = Tx::unbound(self.session(Begin::Write).await?);
        place::put(&mut tx, &name, batch.files()).await?;
        let grown = batch.written();
        if (grown.size(), grown.root()) != (goal.size, goal.root) {
            return Err(refused("the entries do not give the state that was signed"));
        }
        let values = values![name, whole(state.size), whole(goal.size), state.seq, record];
        if tx.execute(&rows::GROW, values).await? == 0 {
            return Err(Error::Contended("another server went on meanwhile".into()));
        }
        tx.execute(&rows::GAP, values![name, whole(state.size), whole(goal.size), now]).await?;
        tx.execute(&rows::DISCARD, values![name]).await?;
        tx.commit().await?;
        self.told();
        Ok(caught_up)
    }

    /// Takes the database's own state as the last one signed, where the record was lost. Whoever
    /// kept a later state will see the log go back: this is for the operator to decide.
    ///
    /// # Errors
    /// When there is a record, or nothing was signed.
    pub async fn adopt(&self, partnership: PartnershipId) -> Result<u64, Error> {
        let name = partnership.to_string();
        let settings = self.log_settings()?;
        let look = Tx::unbound(self.session(Begin::Read).await?);
        let state = read::state(&look, &name).await?;
        let state = state.ok_or(Error::Missing { what: "the log" })?;
        if state.checkpoint.is_empty() {
            return Err(refused("nothing was signed yet"));
        }
        let entries = place::all_entries(&look, &name, state.size).await?;
        drop(look);
        let swap = settings.record.swap(self, &name, (None, &state.checkpoint), 0, entries);
        match swap.await? {
            Swap::Done => {}
            Swap::Lost => return Err(refused("there is a record; it stands")),
        }
        let mut tx = Tx::unbound(self.session(Begin::Write).await?);
        tx.execute(&rows::HALT, values![name, None::<String>]).await?;
        tx.commit().await?;
        Ok(state.size)
    }

    pub(crate) fn log_settings(&self) -> Result<std::sync::Arc<LogSettings>, Error> {
        self.extension().ok_or_else(|| Error::fault("this program keeps no logs"))
    }
}

fn refused(why: &str) -> Error {
    Error::fault(why)
}

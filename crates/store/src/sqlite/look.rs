//! A connection for looking. What takes long there steps aside.

use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering},
};

use base::Value;
use rusqlite::Connection;
use tokio::runtime::{Handle, RuntimeFlavor};

use super::{Outcome, execute, run};
use crate::Error;

/// SQLite's steps between two questions whether to go on: about a millisecond.
const STEPS: i32 = 100_000;
/// How often a statement goes on where it was asked for. The first question may come early, since
/// SQLite counts on from where the statement ended the last time.
const PATIENCE: u32 = 1;

/// A connection with a bound on what one statement does where it is asked for.
#[derive(Debug)]
pub(super) struct Look {
    connection: Connection,
    /// How many questions are still answered with yes.
    patience: Arc<AtomicU32>,
}

impl Look {
    pub(super) fn new(mut connection: Connection) -> rusqlite::Result<Self> {
        let patience = Arc::new(AtomicU32::new(u32::MAX));
        let left = Arc::clone(&patience);
        let stop = move || {
            let less = |left: u32| left.checked_sub(1);
            left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, less).is_err()
        };
        connection.progress_handler(STEPS, Some(stop))?;
        Ok(Self { connection, patience })
    }

    pub(super) fn begin(&self) -> Result<(), Error> {
        self.patience.store(u32::MAX, Ordering::Relaxed);
        execute(&self.connection, "BEGIN")
    }

    pub(super) fn end(&self) -> Result<(), Error> {
        self.patience.store(u32::MAX, Ordering::Relaxed);
        execute(&self.connection, "COMMIT")
    }

    /// Runs a statement here; when it takes long, it begins again aside, so that the others of this
    /// worker go on. It only looks: to begin it again does no harm.
    pub(super) fn run(&self, sql: &str, values: &[Value]) -> Result<Outcome, Error> {
        self.patience.store(PATIENCE, Ordering::Relaxed);
        let outcome = run(&self.connection, sql, values);
        if outcome.is_ok() || self.patience.load(Ordering::Relaxed) > 0 {
            return outcome;
        }
        self.patience.store(u32::MAX, Ordering::Relaxed);
        aside(|| run(&self.connection, sql, values))
    }
}

/// Lets another thread take over the tasks of this worker, where there can be another.
fn aside<T>(work: impl FnOnce() -> T) -> T {
    match Handle::try_current().map(|runtime| runtime.runtime_flavor()) {
        Ok(RuntimeFlavor::MultiThread) => tokio::task::block_in_place(work),
        _ => work(),
    }
}

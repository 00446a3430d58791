//! The one writer. Transactions run one after the other, each in a savepoint; those that wait
//! share the commit, and with it the wait for the disk. None is acknowledged before it.

use std::{
    sync::mpsc::{self, RecvTimeoutError},
    time::{Duration, Instant},
};

use rusqlite::Connection;
use tokio::sync::oneshot;

use super::{Step, run, values::translate};
use crate::Error;

type Acknowledgement = oneshot::Sender<Result<(), Error>>;

/// A transaction that says nothing for this long is rolled back, so that it cannot hold up others.
const PATIENCE: Duration = Duration::from_secs(10);

pub(super) fn start(
    connection: Connection,
    group: usize,
) -> Result<mpsc::Sender<mpsc::Receiver<Step>>, Error> {
    let (tickets, waiting) = mpsc::channel();
    let mut writer = Writer { connection, waiting, group: group.max(1), last: Batch::default() };
    std::thread::Builder::new()
        .name("sqlite-writer".to_owned())
        .spawn(move || writer.work())
        .map_err(|error| Error::Unavailable(Box::new(error)))?;
    Ok(tickets)
}

struct Writer {
    connection: Connection,
    waiting: mpsc::Receiver<mpsc::Receiver<Step>>,
    group: usize,
    last: Batch,
}

/// What the last commit tells about the next one.
#[derive(Default)]
struct Batch {
    size: usize,
    commit: Duration,
}

impl Writer {
    fn work(&mut self) {
        while let Ok(first) = self.waiting.recv() {
            if let Err(error) = self.batch(&first) {
                tracing::error!(%error, "a batch of changes could not be committed");
            }
        }
    }

    fn batch(&mut self, first: &mpsc::Receiver<Step>) -> Result<(), Error> {
        if let Err(error) = self.batch_sql("BEGIN IMMEDIATE") {
            refuse(first, &error);
            return Err(error);
        }
        let mut acknowledgements = Vec::new();
        acknowledgements.extend(self.transaction(first));
        while acknowledgements.len() < self.group {
            let Some(next) = self.next(acknowledgements.len()) else { break };
            acknowledgements.extend(self.transaction(&next));
        }
        let before = clock();
        let result = self.batch_sql("COMMIT");
        self.last = Batch { size: acknowledgements.len(), commit: before.elapsed() };
        if result.is_err() && !self.connection.is_autocommit() {
            // The batch is lost either way; a failed rollback shows at the next BEGIN.
            drop(self.batch_sql("ROLLBACK"));
        }
        for acknowledgement in acknowledgements {
            let answer = match &result {
                Ok(()) => Ok(()),
                Err(error) => Err(Error::Unavailable(error.to_string().into())),
            };
            drop(acknowledgement.send(answer));
        }
        result
    }

    /// The next waiting transaction. When the last commit served several, those will be back in a
    /// moment: waiting a fraction of a commit's time for them saves whole commits.
    fn next(&self, so_far: usize) -> Option<mpsc::Receiver<Step>> {
        if let Ok(next) = self.waiting.try_recv() {
            return Some(next);
        }
        if so_far >= self.last.size {
            return None;
        }
        self.waiting.recv_timeout(self.last.commit / 4).ok()
    }

    /// Runs one transaction to its end. Returns whom to tell once the batch is on the disk.
    fn transaction(&self, steps: &mpsc::Receiver<Step>) -> Option<Acknowledgement> {
        let mut begun = false;
        loop {
            match steps.recv_timeout(PATIENCE) {
                Ok(Step::Run { sql, values, reply }) => {
                    let result = if begun { Ok(()) } else { self.batch_sql("SAVEPOINT one") };
                    begun = true;
                    drop(reply.send(result.and_then(|()| run(&self.connection, &sql, values))));
                }
                Ok(Step::Commit { reply }) => {
                    let result = if begun { self.batch_sql("RELEASE one") } else { Ok(()) };
                    return match result {
                        Ok(()) => Some(reply),
                        Err(error) => {
                            drop(reply.send(Err(error)));
                            None
                        }
                    };
                }
                Ok(Step::Begin) => {}
                Ok(Step::End) | Err(RecvTimeoutError::Disconnected | RecvTimeoutError::Timeout) => {
                    if begun && let Err(error) = self.batch_sql("ROLLBACK TO one; RELEASE one") {
                        tracing::error!(%error, "a change could not be taken back");
                    }
                    return None;
                }
            }
        }
    }

    fn batch_sql(&self, sql: &str) -> Result<(), Error> {
        self.connection.execute_batch(sql).map_err(|error| translate(error, sql))
    }
}

#[expect(clippy::disallowed_methods, reason = "measures how long a commit takes, to size the next")]
fn clock() -> Instant {
    Instant::now()
}

/// Tells a transaction that it cannot begin, at its first question.
fn refuse(steps: &mpsc::Receiver<Step>, error: &Error) {
    let again = || Error::Unavailable(error.to_string().into());
    while let Ok(step) = steps.recv_timeout(PATIENCE) {
        match step {
            Step::Run { reply, .. } => drop(reply.send(Err(again()))),
            Step::Commit { reply } => drop(reply.send(Err(again()))),
            Step::Begin => {}
            Step::End => return,
        }
    }
}

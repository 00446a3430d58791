//! The one writer. Transactions take turns at its connection, each in a savepoint; those that
//! wait share the commit, and with it the wait for the disk. None is acknowledged before it.
//!
//! A statement runs where it is asked for: to hand it to another thread and back costs several
//! times what the statement itself does, and since there is one turn at a time, at most one of the
//! runtime's workers is ever inside. What waits for the disk or for another process (`BEGIN`,
//! `COMMIT`) has a thread of its own.

use std::{
    collections::VecDeque,
    mem,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use base::Value;
use rusqlite::Connection;
use tokio::sync::oneshot;

use super::{Outcome, PATIENCE, Settings, execute, gone, run, survive};
use crate::Error;

/// So long after the last change, what the log of changes holds is carried over to the file: readers then need not
/// look for every page in the log first.
const QUIET: Duration = Duration::from_millis(250);

type Acknowledgement = oneshot::Sender<Result<(), Error>>;

/// The writer's address. When the last copy is gone, its thread ends.
#[derive(Debug)]
pub(super) struct Writer(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    /// Invariant: locked before the queue, never after it.
    desk: Mutex<Desk>,
    queue: Mutex<Queue>,
    /// Tells the thread to look at the queue.
    called: Condvar,
    group: usize,
    wait: Duration,
}

/// Where the work is done, by one transaction at a time or by the thread.
#[derive(Debug)]
struct Desk {
    connection: Connection,
    /// Whether the savepoint of the transaction whose turn it is has been set.
    begun: bool,
    /// Statements so far, to see whether a transaction is alive.
    steps: u64,
    /// Whether all that was changed is in the file.
    carried: bool,
}

/// Who comes next. Never locked for long.
#[derive(Debug, Default)]
struct Queue {
    waiting: VecDeque<oneshot::Sender<Result<Turn, Error>>>,
    /// Whether a batch takes further transactions.
    open: bool,
    /// The number of the transaction whose turn it is.
    turn: Option<u64>,
    last_turn: u64,
    /// Those of the batch that are done and wait for the disk.
    done: Vec<Acknowledgement>,
    /// How many the thread waits for before it commits.
    expected: usize,
    /// Whether the thread wants to hear of everything. To wake it costs as much as a statement.
    listening: bool,
    stopped: bool,
}

impl Writer {
    pub(super) fn start(connection: Connection, settings: &Settings) -> Result<Self, Error> {
        let shared = Arc::new(Shared {
            desk: Mutex::new(Desk { connection, begun: false, steps: 0, carried: false }),
            queue: Mutex::default(),
            called: Condvar::new(),
            group: settings.group.max(1),
            wait: settings.wait,
        });
        let theirs = Arc::clone(&shared);
        std::thread::Builder::new()
            .name("sqlite-writer".to_owned())
            .spawn(move || theirs.work())
            .map_err(|error| Error::Unavailable(Box::new(error)))?;
        Ok(Self(shared))
    }

    /// Waits for a turn.
    pub(super) async fn turn(&self) -> Result<Turn, Error> {
        let (asker, answer) = oneshot::channel();
        {
            let mut queue = self.0.queue();
            if queue.open && queue.turn.is_none() {
                return Ok(self.0.give(&mut queue));
            }
            queue.waiting.push_back(asker);
            if !queue.open && queue.listening {
                self.0.called.notify_one();
            }
        }
        answer.await.map_err(|_closed| gone())?
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.0.queue().stopped = true;
        self.0.called.notify_one();
    }
}

/// One transaction's turn. Dropping it rolls the transaction back.
#[derive(Debug)]
pub(crate) struct Turn {
    shared: Arc<Shared>,
    number: u64,
    over: bool,
}

impl Turn {
    pub(super) async fn run(&self, sql: &str, values: Vec<Value>) -> Result<Outcome, Error> {
        // A long row of statements lets others have the runtime's worker now and then.
        tokio::task::coop::consume_budget().await;
        let mut desk = self.shared.desk();
        if !self.is_mine() {
            return Err(Error::Unavailable("the change took too long and was taken back".into()));
        }
        desk.steps += 1;
        desk.begin()?;
        run(&desk.connection, sql, &values)
    }

    pub(super) async fn commit(mut self) -> Result<(), Error> {
        let (acknowledgement, answer) = oneshot::channel();
        {
            let mut desk = self.shared.desk();
            if !self.is_mine() {
                return Err(Error::Unavailable(
                    "the change took too long and was taken back".into(),
                ));
            }
            if desk.begun {
                desk.sql("RELEASE one")?;
                desk.begun = false;
            }
            let mut queue = self.shared.queue();
            queue.done.push(acknowledgement);
            self.shared.pass_on(&mut queue);
        }
        self.over = true;
        answer.await.map_err(|_closed| gone())?
    }

    fn is_mine(&self) -> bool {
        self.shared.queue().turn == Some(self.number)
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        if self.over {
            return;
        }
        let mut desk = self.shared.desk();
        if self.is_mine() {
            desk.take_back();
            self.shared.pass_on(&mut self.shared.queue());
        }
    }
}

impl Desk {
    fn sql(&self, sql: &str) -> Result<(), Error> {
        execute(&self.connection, sql)
    }

    fn begin(&mut self) -> Result<(), Error> {
        if self.begun {
            return Ok(());
        }
        // A full disk ends the whole batch; a savepoint would then be a transaction of its own.
        if self.connection.is_autocommit() {
            return Err(Error::Unavailable("the batch has ended".into()));
        }
        self.sql("SAVEPOINT one")?;
        self.begun = true;
        Ok(())
    }

    /// Carries over to the file what no reader holds back.
    fn carry(&mut self) {
        let counts = self.connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |row| {
            Ok((row.get::<_, i64>(1)?, row.get::<_, i64>(2)?))
        });
        survive(&counts);
        // What failed is tried again after the next change; until then the log serves as well.
        self.carried = counts.as_ref().map_or(true, |(there, carried)| there == carried);
        if let Err(error) = counts {
            tracing::warn!(%error, "the changes could not be carried over to the file");
        }
    }

    fn take_back(&mut self) {
        if mem::take(&mut self.begun)
            && let Err(error) = self.sql("ROLLBACK TO one").and_then(|()| self.sql("RELEASE one"))
        {
            tracing::error!(%error, "a change could not be taken back");
        }
    }
}

impl Shared {
    fn desk(&self) -> MutexGuard<'_, Desk> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn give(self: &Arc<Self>, queue: &mut Queue) -> Turn {
        queue.last_turn += 1;
        queue.turn = Some(queue.last_turn);
        Turn { shared: Arc::clone(self), number: queue.last_turn, over: false }
    }

    /// Ends a turn: the next one begins, or the thread decides whether to wait for one.
    fn pass_on(self: &Arc<Self>, queue: &mut Queue) {
        queue.turn = None;
        while queue.done.len() < self.group
            && let Some(asker) = queue.waiting.pop_front()
        {
            match asker.send(Ok(self.give(queue))) {
                Ok(()) => return,
                // The asker has gone away.
                Err(unread) => {
                    drop(unread.map(|mut turn| turn.over = true));
                    queue.turn = None;
                }
            }
        }
        if queue.listening || queue.done.len() >= queue.expected {
            self.called.notify_one();
        }
    }

    fn work(self: &Arc<Self>) {
        let mut last = Batch::default();
        while self.somebody_comes(&last) {
            let begun = self.desk().sql("BEGIN IMMEDIATE");
            if let Err(error) = begun {
                tracing::error!(%error, "a batch of changes could not begin");
                for asker in mem::take(&mut self.queue().waiting) {
                    drop(asker.send(Err(Error::Unavailable(error.to_string().into()))));
                }
                last = Batch::default();
                continue;
            }
            {
                let mut queue = self.queue();
                queue.open = true;
                self.pass_on(&mut queue);
            }
            last = self.commit(self.last_of_batch(&last));
        }
    }

    /// Waits for the first of a batch; whether there will be one. When the last commit served
    /// several, they will be back in a moment.
    fn somebody_comes(&self, last: &Batch) -> bool {
        let mut queue = self.queue();
        queue.listening = true;
        while queue.waiting.is_empty() && last.size < 2 {
            if queue.stopped {
                return false;
            }
            let (after, waited) =
                self.called.wait_timeout(queue, QUIET).unwrap_or_else(PoisonError::into_inner);
            queue = after;
            if waited.timed_out() && queue.waiting.is_empty() {
                drop(queue);
                queue = self.quiet();
            }
        }
        // Without those who already wait, two halves of the writers would take turns, each alone.
        queue.expected = (last.size + queue.waiting.len()).clamp(1, self.group);
        queue.listening = false;
        true
    }

    /// Uses a quiet moment; when all is done, waits until somebody calls.
    fn quiet(&self) -> MutexGuard<'_, Queue> {
        let mut desk = self.desk();
        if !desk.carried {
            desk.carry();
        }
        let is_done = desk.carried;
        drop(desk);
        let queue = self.queue();
        if !is_done || !queue.waiting.is_empty() || queue.stopped {
            return queue;
        }
        self.called.wait(queue).unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until nobody has the turn and nobody is expected; whom to tell after the commit.
    /// To wait a fraction of a commit's time for those of the last batch saves whole commits.
    fn last_of_batch(self: &Arc<Self>, last: &Batch) -> Vec<Acknowledgement> {
        let mut seen = None;
        let mut queue = self.queue();
        while queue.turn.is_some() || queue.done.len() < queue.expected {
            let patience = if queue.listening { PATIENCE } else { last.commit / 4 };
            let waited = self.called.wait_timeout(queue, patience);
            let (after, waited) = waited.unwrap_or_else(PoisonError::into_inner);
            queue = after;
            if waited.timed_out() && queue.turn.is_none() {
                break;
            }
            if waited.timed_out() && queue.listening {
                drop(queue);
                seen = self.revoke_unless_moved(seen);
                queue = self.queue();
            }
            queue.listening = queue.turn.is_some();
        }
        (queue.open, queue.listening) = (false, false);
        mem::take(&mut queue.done)
    }

    /// Takes the turn from a transaction that did nothing since the last look.
    fn revoke_unless_moved(self: &Arc<Self>, seen: Option<(u64, u64)>) -> Option<(u64, u64)> {
        let mut desk = self.desk();
        let mut queue = self.queue();
        let now = queue.turn.map(|turn| (turn, desk.steps));
        if now.is_some() && now == seen {
            tracing::warn!("a change that did nothing for seconds was taken back");
            desk.take_back();
            self.pass_on(&mut queue);
        }
        now
    }

    fn commit(&self, done: Vec<Acknowledgement>) -> Batch {
        let mut desk = self.desk();
        let before = clock();
        let result = desk.sql("COMMIT");
        desk.carried = false;
        wait_as_a_disk(self.wait);
        let batch = Batch { size: done.len(), commit: before.elapsed() };
        if let Err(error) = &result {
            tracing::error!(%error, "a batch of changes could not be committed");
            if !desk.connection.is_autocommit() {
                // The batch is lost either way; a failed rollback shows at the next BEGIN.
                drop(desk.sql("ROLLBACK"));
            }
        }
        drop(desk);
        for acknowledgement in done {
            let answer = match &result {
                Ok(()) => Ok(()),
                Err(error) => Err(Error::Unavailable(error.to_string().into())),
            };
            drop(acknowledgement.send(answer));
        }
        batch
    }
}

/// What the last commit tells about the next one.
#[derive(Default)]
struct Batch {
    size: usize,
    commit: Duration,
}

#[expect(clippy::disallowed_methods, reason = "measures how long a commit takes, to size the next")]
fn clock() -> Instant {
    Instant::now()
}

#[expect(
    clippy::disallowed_methods,
    reason = "stands for a disk, for whose answer nothing tells the time"
)]
fn wait_as_a_disk(wait: Duration) {
    if !wait.is_zero() {
        std::thread::sleep(wait);
    }
}

#[cfg(test)]
mod tests;

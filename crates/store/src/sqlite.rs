//! The embedded database: reader threads, and one writer thread that lets waiting
//! transactions share a commit.

mod values;
mod writer;

use std::{
    borrow::Cow,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError, mpsc},
};

use base::Value;
use rusqlite::{Connection, OpenFlags, config::DbConfig};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};

use writer::{Turn, Writer};

pub(crate) use values::run;

use crate::{Error, Row};

/// What one statement gave back.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) rows: Vec<Row>,
    pub(crate) changed: u64,
}

/// How hard a commit waits for the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Synchronous {
    /// A commit is on the disk before it is acknowledged.
    #[default]
    Full,
    /// A commit may be lost when the power fails. Only for the test that shows the difference.
    Normal,
}

/// Settings of the embedded database.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The data folder.
    pub folder: PathBuf,
    /// How hard a commit waits for the disk.
    pub synchronous: Synchronous,
    /// How many waiting transactions may share one commit; 1 for one commit each.
    pub group: usize,
    /// How many readers work at once.
    pub readers: usize,
}

impl Settings {
    /// The settings for a data folder.
    #[must_use]
    pub fn folder(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), synchronous: Synchronous::Full, group: 64, readers: 4 }
    }

    /// The database file.
    #[must_use]
    pub fn file(&self) -> PathBuf {
        self.folder.join("concord.sqlite")
    }
}

/// The readers that nobody uses at the moment.
type Idle = Arc<Mutex<Vec<mpsc::Sender<Step>>>>;

/// The open database.
#[derive(Debug, Clone)]
pub(crate) struct Pool {
    permits: Arc<Semaphore>,
    idle: Idle,
    writer: Arc<Writer>,
}

/// What a look at the data asks of the thread that holds its connection.
enum Step {
    Begin,
    Run {
        sql: Cow<'static, str>,
        values: Vec<Value>,
        reply: oneshot::Sender<Result<Outcome, Error>>,
    },
    End,
}

impl Pool {
    pub(crate) fn open(settings: &Settings) -> Result<Self, Error> {
        std::fs::create_dir_all(&settings.folder).map_err(|error| {
            Error::Fault(
                format!("cannot make the folder {}: {error}", settings.folder.display()).into(),
            )
        })?;
        let file = settings.file();
        // The writer opens first: it makes the file and switches it to the write-ahead log.
        let writer = Writer::start(connect(&file, settings, Mode::Write)?, settings.group)?;
        let mut idle = Vec::new();
        for number in 0..settings.readers {
            idle.push(start_reader(connect(&file, settings, Mode::Read)?, number)?);
        }
        Ok(Self {
            permits: Arc::new(Semaphore::new(settings.readers)),
            idle: Arc::new(Mutex::new(idle)),
            writer: Arc::new(writer),
        })
    }

    pub(crate) async fn read(&self) -> Result<Session, Error> {
        let permit = Arc::clone(&self.permits)
            .acquire_owned()
            .await
            .map_err(|closed| Error::Unavailable(Box::new(closed)))?;
        let steps = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let steps = steps.ok_or_else(|| Error::fault("no reader is idle though a permit was"))?;
        steps.send(Step::Begin).map_err(|_gone| gone())?;
        let home = Arc::clone(&self.idle);
        Ok(Session::Read(Reader { steps, home, _permit: permit }))
    }

    pub(crate) async fn write(&self) -> Result<Session, Error> {
        self.writer.turn().await.map(Session::Write)
    }
}

/// One transaction's hold on a connection. Dropping it rolls a change back.
#[derive(Debug)]
pub(crate) enum Session {
    Read(Reader),
    Write(Turn),
}

impl Session {
    pub(crate) async fn run(
        &mut self,
        sql: Cow<'static, str>,
        values: Vec<Value>,
    ) -> Result<Outcome, Error> {
        match self {
            Self::Read(reader) => reader.run(sql, values).await,
            Self::Write(turn) => turn.run(&sql, values).await,
        }
    }

    pub(crate) async fn commit(self) -> Result<(), Error> {
        match self {
            Self::Read(_) => Ok(()),
            Self::Write(turn) => turn.commit().await,
        }
    }
}

/// A look's hold on a reader, which goes home when it is dropped.
#[derive(Debug)]
pub(crate) struct Reader {
    steps: mpsc::Sender<Step>,
    home: Idle,
    _permit: OwnedSemaphorePermit,
}

impl Reader {
    async fn run(&mut self, sql: Cow<'static, str>, values: Vec<Value>) -> Result<Outcome, Error> {
        let (reply, answer) = oneshot::channel();
        self.steps.send(Step::Run { sql, values, reply }).map_err(|_closed| gone())?;
        answer.await.map_err(|_closed| gone())?
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        if self.steps.send(Step::End).is_ok() {
            let steps = self.steps.clone();
            self.home.lock().unwrap_or_else(PoisonError::into_inner).push(steps);
        }
    }
}

fn gone() -> Error {
    Error::Unavailable("the database thread has stopped".into())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Read,
    Write,
}

fn connect(file: &Path, settings: &Settings, mode: Mode) -> Result<Connection, Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let open = || -> rusqlite::Result<Connection> {
        let connection = Connection::open_with_flags(file, flags)?;
        connection.set_prepared_statement_cache_capacity(512);
        connection.busy_timeout(std::time::Duration::from_secs(10))?;
        // One plan for a statement, whatever its values: else each new value prepares it again.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        connection.pragma_update(None, "foreign_keys", true)?;
        connection.pragma_update(None, "mmap_size", 268_435_456_i64)?;
        connection.pragma_update(None, "cache_size", -8192_i64)?;
        if mode == Mode::Write {
            connection.pragma_update(None, "journal_mode", "wal")?;
            let level = match settings.synchronous {
                Synchronous::Full => "full",
                Synchronous::Normal => "normal",
            };
            connection.pragma_update(None, "synchronous", level)?;
            // 16 MB of log: a page that changes often is carried over to the file once for many.
            connection.pragma_update(None, "wal_autocheckpoint", 4000_i64)?;
        } else {
            connection.pragma_update(None, "query_only", true)?;
            // Not for the writer, whose savepoints would then be kept in many small pieces.
            connection.pragma_update(None, "temp_store", "memory")?;
        }
        Ok(connection)
    };
    open().map_err(|error| {
        Error::Unavailable(format!("cannot open {}: {error}", file.display()).into())
    })
}

fn start_reader(connection: Connection, number: usize) -> Result<mpsc::Sender<Step>, Error> {
    let (steps, theirs) = mpsc::channel();
    let work = move || {
        for step in theirs {
            match step {
                Step::Begin => report(connection.execute_batch("BEGIN")),
                Step::Run { sql, values, reply } => {
                    // The asker may have gone away; nobody misses the answer then.
                    drop(reply.send(run(&connection, &sql, values)));
                }
                Step::End => report(connection.execute_batch("COMMIT")),
            }
        }
    };
    std::thread::Builder::new()
        .name(format!("sqlite-reader-{number}"))
        .spawn(work)
        .map_err(|error| Error::Unavailable(Box::new(error)))?;
    Ok(steps)
}

fn report(result: rusqlite::Result<()>) {
    if let Err(error) = result {
        tracing::error!(%error, "a read transaction could not begin or end");
    }
}

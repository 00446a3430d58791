//! The embedded database: a few connections for looking, and one for changing, where waiting
//! transactions share a commit.

mod look;
mod values;
mod writer;

use std::{
    borrow::Cow,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use base::Value;
use rusqlite::{Connection, OpenFlags, config::DbConfig};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use look::Look;
use values::translate;
use writer::{Turn, Writer};

pub(crate) use values::run;

use crate::{Error, Row};

/// How long somebody waits for a connection, and a transaction that does nothing is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

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
    /// How many looks at the data go on at once.
    pub readers: usize,
    /// How much longer than on its disk each commit takes: nothing, but where a benchmark has a disk that does
    /// not wait and looks at one that does.
    pub wait: Duration,
}

impl Settings {
    /// The settings for a data folder.
    #[must_use]
    pub fn folder(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            synchronous: Synchronous::Full,
            group: 64,
            readers: 4,
            wait: Duration::ZERO,
        }
    }

    /// The database file.
    #[must_use]
    pub fn file(&self) -> PathBuf {
        self.folder.join("concord.sqlite")
    }
}

/// The connections for looking that nobody uses at the moment.
type Idle = Arc<Mutex<Vec<Look>>>;

/// The open database.
#[derive(Debug, Clone)]
pub(crate) struct Pool {
    permits: Arc<Semaphore>,
    idle: Idle,
    writer: Arc<Writer>,
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
        let writer = Writer::start(connect(&file, settings, Mode::Write)?, settings)?;
        let broken = |error| translate(error, "");
        let reader = |_| Look::new(connect(&file, settings, Mode::Read)?).map_err(broken);
        let idle = (0..settings.readers).map(reader).collect::<Result<_, _>>()?;
        Ok(Self {
            permits: Arc::new(Semaphore::new(settings.readers)),
            idle: Arc::new(Mutex::new(idle)),
            writer: Arc::new(writer),
        })
    }

    pub(crate) async fn read(&self) -> Result<Session, Error> {
        let permit = Arc::clone(&self.permits).acquire_owned();
        let permit = tokio::time::timeout(PATIENCE, permit)
            .await
            .map_err(|_late| Error::Unavailable("too many look at the data at once".into()))?
            .map_err(|closed| Error::Unavailable(Box::new(closed)))?;
        // The one used last: its pages and statements are at hand.
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let look = idle.ok_or_else(|| Error::fault("no reader is idle though a permit was"))?;
        look.begin()?;
        let (look, home) = (Mutex::new(Some(look)), Arc::clone(&self.idle));
        Ok(Session::Read(Reader { look, home, _permit: permit }))
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
        &self,
        sql: Cow<'static, str>,
        values: Vec<Value>,
    ) -> Result<Outcome, Error> {
        match self {
            Self::Read(reader) => reader.run(&sql, values).await,
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

/// A look's hold on a connection, which goes home when it is dropped. Statements run where they are
/// asked for: to hand one to another thread and back costs more than most of them do.
#[derive(Debug)]
pub(crate) struct Reader {
    /// Never contended; a connection alone could not be shared by reference.
    look: Mutex<Option<Look>>,
    home: Idle,
    _permit: OwnedSemaphorePermit,
}

impl Reader {
    async fn run(&self, sql: &str, values: Vec<Value>) -> Result<Outcome, Error> {
        // A long row of statements lets others have the runtime's worker now and then.
        tokio::task::coop::consume_budget().await;
        let look = self.look.lock().unwrap_or_else(PoisonError::into_inner);
        look.as_ref().ok_or_else(gone)?.run(sql, &values)
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        let look = self.look.get_mut().unwrap_or_else(PoisonError::into_inner);
        let Some(look) = look.take() else { return };
        if let Err(error) = look.end() {
            tracing::error!(%error, "a look at the data could not end");
        }
        self.home.lock().unwrap_or_else(PoisonError::into_inner).push(look);
    }
}

/// `SQLITE_IOERR_FSYNC` and `SQLITE_IOERR_DIR_FSYNC`.
const FAILED_SYNCS: [i32; 2] = [1034, 1290];

/// Runs one of the few statements that belong to no caller.
fn execute(connection: &Connection, sql: &str) -> Result<(), Error> {
    let ran = connection.prepare_cached(sql).and_then(|mut statement| statement.raw_execute());
    survive(&ran);
    ran.map(drop).map_err(|error| translate(error, sql))
}

/// A file that did not reach the disk may never do so, whatever is tried again: to go on would be to lie.
fn survive<T>(ran: &rusqlite::Result<T>) {
    if let Err(rusqlite::Error::SqliteFailure(failure, _)) = ran
        && FAILED_SYNCS.contains(&failure.extended_code)
    {
        crate::log::give_up("the database file did not reach the disk");
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
        connection.busy_timeout(PATIENCE)?;
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
            connection.pragma_update(None, "analysis_limit", 400_i64)?;
            // What is destroyed is overwritten, not only let go of.
            connection.pragma_update(None, "secure_delete", true)?;
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

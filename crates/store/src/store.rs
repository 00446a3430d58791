//! The open installation.

use std::{
    any::Any,
    borrow::Cow,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError, RwLock},
};

use base::{Ids, PersonId, Private};
use tokio::sync::{OnceCell, watch};

use crate::{
    Clock, Error, Jobs, Place, Row, SqliteSettings,
    cx::Named,
    postgres::{self, Begin},
    settled::Settled,
    sqlite::{self, Outcome},
};

/// Where the data is.
#[derive(Debug, Clone)]
pub enum Database {
    /// In one folder, embedded.
    Sqlite(SqliteSettings),
    /// On a PostgreSQL server, at this address, with at most so many connections.
    Postgres(Private<String>, usize),
}

impl Database {
    /// Embedded, in this folder.
    #[must_use]
    pub fn folder(folder: impl Into<PathBuf>) -> Self {
        Self::Sqlite(SqliteSettings::folder(&folder.into()))
    }

    /// On a server, with the usual number of connections.
    #[must_use]
    pub const fn url(url: String) -> Self {
        Self::Postgres(Private::new(url), 16)
    }
}

/// How an installation is opened.
#[derive(Debug)]
pub struct Options {
    /// Where the data is.
    pub database: Database,
    /// What time it is.
    pub clock: Clock,
    /// Where identifiers and secrets come from.
    pub ids: Ids,
}

/// An open installation. Cheap to clone.
#[derive(Clone)]
pub struct Store(Arc<Inner>);

struct Inner {
    pool: Pool,
    database: Database,
    clock: Clock,
    ids: Mutex<Ids>,
    /// Told after each commit on this server, so that its own readers need not wait for a poll.
    committed: watch::Sender<u64>,
    jobs: RwLock<Jobs>,
    extensions: RwLock<Vec<Arc<dyn Any + Send + Sync>>>,
    skipped: RwLock<Option<&'static str>>,
    settled: Arc<Settled>,
}

#[derive(Debug)]
pub(crate) enum Pool {
    Sqlite(sqlite::Pool),
    Postgres(postgres::Pool),
}

/// One transaction's hold on a connection of either database.
#[derive(Debug)]
pub(crate) enum Session {
    Sqlite(sqlite::Session),
    Postgres(postgres::Session),
}

/// A session, with what was asked in it once for all when several parts of a page share it.
#[derive(Debug)]
pub(crate) struct Hold {
    pub(crate) session: Session,
    asked: Option<Mutex<Vec<Asked>>>,
    places: Mutex<Vec<Placed>>,
}

/// A partnership by its name for somebody, with what they are there.
type Placed = (Named, Option<PersonId>, Arc<OnceCell<Arc<Place>>>);

/// A question with its answer, which is there once the first who asked has it.
#[derive(Debug)]
struct Asked {
    sql: Cow<'static, str>,
    values: Vec<base::Value>,
    answer: Arc<OnceCell<Vec<Row>>>,
}

impl Hold {
    pub(crate) const fn alone(session: Session) -> Self {
        Self { session, asked: None, places: Mutex::new(Vec::new()) }
    }

    pub(crate) const fn shared(session: Session) -> Self {
        Self { session, asked: Some(Mutex::new(Vec::new())), places: Mutex::new(Vec::new()) }
    }

    /// The place by a name, looked up once by all who share this session.
    pub(crate) async fn place(
        &self,
        named: &Named,
        person: Option<PersonId>,
        look: impl Future<Output = Result<Place, Error>>,
    ) -> Result<Arc<Place>, Error> {
        if self.asked.is_none() {
            return look.await.map(Arc::new);
        }
        let cell = {
            let mut places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
            let known = places.iter().find(|(name, of, _)| name == named && *of == person);
            if let Some((_, _, cell)) = known {
                Arc::clone(cell)
            } else {
                let cell = Arc::default();
                places.push((named.clone(), person, Arc::clone(&cell)));
                cell
            }
        };
        cell.get_or_try_init(|| async { look.await.map(Arc::new) }).await.cloned()
    }

    /// Runs a statement, or gives what it gave to somebody else who asked in this session.
    pub(crate) async fn run_once(
        &self,
        sql: Cow<'static, str>,
        values: Vec<base::Value>,
    ) -> Result<Vec<Row>, Error> {
        let Some(asked) = &self.asked else {
            return Ok(self.session.run(sql, values).await?.rows);
        };
        let answer = {
            let mut asked = asked.lock().unwrap_or_else(PoisonError::into_inner);
            let known = asked.iter().find(|known| known.sql == sql && known.values == values);
            if let Some(known) = known {
                Arc::clone(&known.answer)
            } else {
                let answer = Arc::default();
                let (sql, values) = (sql.clone(), values.clone());
                asked.push(Asked { sql, values, answer: Arc::clone(&answer) });
                answer
            }
        };
        let rows = answer.get_or_try_init(|| async {
            Ok::<_, Error>(self.session.run(sql, values).await?.rows)
        });
        rows.await.cloned()
    }
}

impl Session {
    pub(crate) async fn run(
        &self,
        sql: Cow<'static, str>,
        values: Vec<base::Value>,
    ) -> Result<Outcome, Error> {
        match self {
            Self::Sqlite(session) => session.run(sql, values).await,
            // On its own: what waits for a server takes much room, and every future that asks would be as large.
            Self::Postgres(session) => Box::pin(session.run(sql, values)).await,
        }
    }

    /// Runs one statement for many rows; how many changed.
    pub(crate) async fn run_many(
        &self,
        sql: &'static str,
        rows: Vec<Vec<base::Value>>,
    ) -> Result<u64, Error> {
        match self {
            Self::Sqlite(session) => {
                let mut changed = 0;
                for values in rows {
                    changed += session.run(sql.into(), values).await?.changed;
                }
                Ok(changed)
            }
            Self::Postgres(session) => Box::pin(session.run_many(sql, rows)).await,
        }
    }

    pub(crate) async fn commit(self) -> Result<(), Error> {
        match self {
            Self::Sqlite(session) => session.commit().await,
            Self::Postgres(session) => session.commit().await,
        }
    }

    pub(crate) const fn dialect(&self) -> Dialect {
        match self {
            Self::Sqlite(_) => Dialect::Sqlite,
            Self::Postgres(_) => Dialect::Postgres,
        }
    }
}

/// The few places where the two databases need another text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialect {
    Sqlite,
    Postgres,
}

impl Store {
    /// Opens the data; it is not migrated yet.
    ///
    /// # Errors
    /// When the folder or the server cannot be reached.
    pub fn open(options: Options) -> Result<Self, Error> {
        let pool = match &options.database {
            Database::Sqlite(settings) => Pool::Sqlite(sqlite::Pool::open(settings)?),
            Database::Postgres(url, connections) => {
                Pool::Postgres(postgres::Pool::open(url.expose(), *connections)?)
            }
        };
        Ok(Self(Arc::new(Inner {
            pool,
            database: options.database,
            clock: options.clock,
            ids: Mutex::new(options.ids),
            committed: watch::Sender::new(0),
            jobs: RwLock::default(),
            extensions: RwLock::default(),
            skipped: RwLock::default(),
            settled: Arc::default(),
        })))
    }

    /// What time it is.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// Where the data is.
    #[must_use]
    pub fn database(&self) -> &Database {
        &self.0.database
    }

    /// Keeps a value for the whole installation, such as where mail goes. See [`crate::Cx::extension`].
    pub fn keep<T: Any + Send + Sync>(&self, value: Arc<T>) {
        self.0.extensions.write().unwrap_or_else(PoisonError::into_inner).push(value);
    }

    /// A value kept for the whole installation.
    #[must_use]
    pub fn extension<T: Any + Send + Sync>(&self) -> Option<Arc<T>> {
        let kept = self.0.extensions.read().unwrap_or_else(PoisonError::into_inner);
        kept.iter().find_map(|value| Arc::clone(value).downcast::<T>().ok())
    }

    /// Says which jobs this program knows and which events call them. Before the first change.
    pub fn register(&self, jobs: Jobs) {
        *self.0.jobs.write().unwrap_or_else(PoisonError::into_inner) = jobs;
    }

    /// Removes one permission's check, so that a test can see that it would be missed.
    #[cfg(feature = "testing")]
    pub fn skip_check(&self, permission: &'static str) {
        *self.0.skipped.write().unwrap_or_else(PoisonError::into_inner) = Some(permission);
    }

    pub(crate) fn skips(&self, permission: &str) -> bool {
        cfg!(feature = "testing")
            && *self.0.skipped.read().unwrap_or_else(PoisonError::into_inner) == Some(permission)
    }

    /// 256 bits that nobody can guess.
    pub(crate) fn secret(&self) -> [u8; 32] {
        self.0.ids.lock().unwrap_or_else(PoisonError::into_inner).secret()
    }

    /// A new identifier of something that happens now.
    pub(crate) fn new_id<T: base::Id>(&self) -> T {
        let now = self.clock().now();
        self.0.ids.lock().unwrap_or_else(PoisonError::into_inner).next(now)
    }

    pub(crate) fn ids(&self) -> &Mutex<Ids> {
        &self.0.ids
    }

    pub(crate) fn jobs(&self) -> std::sync::RwLockReadGuard<'_, Jobs> {
        self.0.jobs.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn settled(&self) -> &Arc<Settled> {
        &self.0.settled
    }

    pub(crate) fn told(&self) {
        self.0.committed.send_modify(|count| *count += 1);
    }

    pub(crate) fn commits(&self) -> watch::Receiver<u64> {
        self.0.committed.subscribe()
    }

    /// How many connections are in use and how many wait for work; nothing for the embedded database.
    #[must_use]
    pub fn connections(&self) -> Vec<(&'static str, usize)> {
        match &self.0.pool {
            Pool::Sqlite(_) => Vec::new(),
            Pool::Postgres(pool) => pool.connections(),
        }
    }

    pub(crate) async fn session(&self, begin: Begin) -> Result<Session, Error> {
        match (&self.0.pool, begin) {
            (Pool::Sqlite(pool), Begin::Once | Begin::Read) => {
                pool.read().await.map(Session::Sqlite)
            }
            (Pool::Sqlite(pool), Begin::Write) => pool.write().await.map(Session::Sqlite),
            (Pool::Postgres(pool), _) => pool.session(begin).await.map(Session::Postgres),
        }
    }
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store").field("database", &self.0.database).finish_non_exhaustive()
    }
}

#[cfg(feature = "testing")]
impl Store {
    pub(crate) async fn prepare_text(&self, sql: &str) -> Result<(), Error> {
        match self.session(Begin::Write).await? {
            Session::Sqlite(session) => {
                // EXPLAIN compiles the statement and touches nothing.
                let values = (1..=99).take_while(|n| sql.contains(&format!("${n}")));
                let values = values.map(|_| base::Value::Null).collect();
                session.run(format!("EXPLAIN {sql}").into(), values).await.map(drop)
            }
            Session::Postgres(session) => session.prepare(sql).await,
        }
    }
}

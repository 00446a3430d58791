//! The connections to a server. A look leaves its connection as it is: the next look ends it and
//! begins in one message, so that no page waits or wakes the server only to end a look.

use std::{
    borrow::Cow,
    collections::HashMap,
    fmt,
    ops::Deref,
    sync::{
        Arc, Mutex, Once, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use deadpool::managed::{self, Metrics, QueueMode, RecycleResult, WeakPool};
use deadpool_postgres::{ClientWrapper, ManagerConfig, RecyclingMethod};
use futures_util::FutureExt as _;
use tokio::sync::Notify;
use tokio_postgres::Statement;

use super::{Begin, Session, way};
use crate::Error;

/// How long a connection that nobody takes may stay in a look that is over: the server keeps for it
/// what others delete meanwhile.
const PATIENCE: Duration = Duration::from_millis(20);

/// Settles a new connection. Statements reach rows by key, so that one plan serves all values, and to plan a
/// page's longer ones anew cost more than to run them. To compile a plan costs more than all else of a page
/// that reads a hundred rows. What pages read is in memory: a row by its key costs hardly more there than
/// one in passing, where the server by itself reckons with a turning disk and rather walks a small table.
const SETTLE: &str =
    "SET plan_cache_mode = force_generic_plan; SET jit = off; SET random_page_cost = 1.1";

/// The open database.
#[derive(Debug, Clone)]
pub(crate) struct Pool {
    pool: managed::Pool<Connections>,
    /// Looks that nobody goes on from are ended from the first session on.
    watched: Arc<Once>,
}

/// Makes connections.
#[derive(Debug)]
pub(super) struct Connections {
    manager: deadpool_postgres::Manager,
    /// Told when a connection is left in a look, and when the pool is gone.
    left: Arc<Notify>,
}

/// A connection.
pub(super) struct Connection {
    client: ClientWrapper,
    /// Whether it is still in a look that is over.
    in_look: AtomicBool,
    left: Arc<Notify>,
    /// The statements whose texts are the program's own, by where these lie and how long they are.
    own: Mutex<HashMap<(usize, usize), Statement>>,
}

impl Pool {
    pub(crate) fn open(url: &str, connections: usize) -> Result<Self, Error> {
        let (mut config, tls) = way::read(url)?;
        config.application_name("concord");
        let manager = deadpool_postgres::Manager::from_config(
            config,
            tls,
            ManagerConfig { recycling_method: RecyclingMethod::Fast },
        );
        let pool = managed::Pool::builder(Connections { manager, left: Arc::default() })
            .max_size(connections)
            // Each connection plans and caches for itself: the one that was just used is the readiest.
            .queue_mode(QueueMode::Lifo)
            .runtime(deadpool_postgres::Runtime::Tokio1)
            .wait_timeout(Some(Duration::from_secs(10)))
            .create_timeout(Some(Duration::from_secs(10)))
            .build()
            .map_err(|error| Error::Fault(Box::new(error)))?;
        Ok(Self { pool, watched: Arc::new(Once::new()) })
    }

    pub(crate) fn connections(&self) -> Vec<(&'static str, usize)> {
        let status = self.pool.status();
        vec![("in_use", status.size.saturating_sub(status.available)), ("idle", status.available)]
    }

    pub(crate) async fn session(&self, kind: Begin) -> Result<Session, Error> {
        self.watched.call_once(|| self.watch());
        let connection =
            self.pool.get().await.map_err(|error| Error::Unavailable(Box::new(error)))?;
        Ok(Session::on(connection, kind))
    }

    #[expect(clippy::disallowed_methods, reason = "it ends with the pool, and holds nothing")]
    fn watch(&self) {
        let left = Arc::clone(&self.pool.manager().left);
        drop(tokio::spawn(end_looks(self.pool.weak(), left)));
    }
}

/// Ends looks from which nobody goes on, for as long as there is the pool.
async fn end_looks(pool: WeakPool<Connections>, left: Arc<Notify>) {
    loop {
        left.notified().await;
        tokio::time::sleep(PATIENCE).await;
        let Some(pool) = pool.upgrade() else { return };
        // Of connections that nobody has: who takes one afterwards sends what they ask behind it.
        pool.retain(|connection, _| {
            if connection.take_look() {
                connection.send("ROLLBACK");
            }
            true
        });
    }
}

impl managed::Manager for Connections {
    type Type = Connection;
    type Error = tokio_postgres::Error;

    async fn create(&self) -> Result<Connection, tokio_postgres::Error> {
        let client = self.manager.create().await?;
        client.batch_execute(SETTLE).await?;
        let left = Arc::clone(&self.left);
        Ok(Connection { client, in_look: AtomicBool::new(false), left, own: Mutex::default() })
    }

    async fn recycle(
        &self,
        connection: &mut Connection,
        metrics: &Metrics,
    ) -> RecycleResult<tokio_postgres::Error> {
        self.manager.recycle(&mut connection.client, metrics).await
    }
}

impl Drop for Connections {
    fn drop(&mut self) {
        self.left.notify_one();
    }
}

impl Connection {
    /// The statement, prepared on this connection. A text of the program's own is known by its place,
    /// without being read.
    #[expect(clippy::ptr_arg, reason = "a borrowed text is one of the program's own")]
    pub(super) async fn prepared(
        &self,
        sql: &Cow<'static, str>,
    ) -> Result<Statement, tokio_postgres::Error> {
        let Cow::Borrowed(text) = sql else { return self.client.prepare_cached(sql).await };
        let place = (text.as_ptr().addr(), text.len());
        if let Some(known) = self.own.lock().unwrap_or_else(PoisonError::into_inner).get(&place) {
            return Ok(known.clone());
        }
        let statement = self.client.prepare_cached(text).await?;
        self.own.lock().unwrap_or_else(PoisonError::into_inner).insert(place, statement.clone());
        Ok(statement)
    }

    /// Leaves it in a look that is over, for the next one to end.
    pub(super) fn leave_look(&self) {
        self.in_look.store(true, Ordering::Relaxed);
        self.left.notify_one();
    }

    /// Whether it is in a look that is over, for the one who ends it now.
    pub(super) fn take_look(&self) -> bool {
        self.in_look.swap(false, Ordering::Relaxed)
    }

    /// Sends what nobody waits for: whatever the connection does next comes after it.
    pub(super) fn send(&self, sql: &str) {
        // The first poll sends the message.
        drop(self.client.batch_execute(sql).now_or_never());
    }
}

impl Deref for Connection {
    type Target = tokio_postgres::Client;

    fn deref(&self) -> &tokio_postgres::Client {
        &self.client
    }
}

impl fmt::Debug for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Connection").field("in_look", &self.in_look).finish_non_exhaustive()
    }
}

//! Both databases, for tests. A database that is missing is a failure, not a skip.

pub mod plans;

use base::Ids;
use tempfile::TempDir;

use crate::{Clock, Database, Error, Options, Store};

/// Which database a test runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Embedded, in a temporary folder.
    Sqlite,
    /// On the server that `CONCORD_TEST_POSTGRES` names.
    Postgres,
}

/// A database of one test, gone when it is dropped.
#[derive(Debug)]
pub struct Db {
    /// Which one it is.
    pub kind: Kind,
    database: Database,
    folder: TempDir,
    schema: Option<String>,
}

impl Db {
    /// A new, empty database.
    ///
    /// # Panics
    /// When there is none to be had, which fails the test.
    #[must_use]
    #[expect(
        clippy::panic,
        clippy::disallowed_methods,
        reason = "a test without its database fails"
    )]
    pub fn new(kind: Kind) -> Self {
        // A name by chance: the number of a process comes back, and may find what another left.
        let folder = tempfile::Builder::new().prefix("concord_test_").rand_bytes(12).tempdir();
        let folder = match folder {
            Ok(folder) => folder,
            Err(error) => panic!("no folder for the test: {error}"),
        };
        match kind {
            Kind::Sqlite => {
                Self { kind, database: Database::folder(folder.path()), folder, schema: None }
            }
            Kind::Postgres => {
                let Ok(url) = std::env::var("CONCORD_TEST_POSTGRES") else {
                    panic!(
                        "CONCORD_TEST_POSTGRES names no server; run `cargo xtask test`, which starts one"
                    );
                };
                let name = folder.path().file_name().unwrap_or_default();
                let name = name.to_string_lossy().to_lowercase();
                // A schema of its own costs less than a database of its own.
                let joint = if url.contains('?') { '&' } else { '?' };
                let address = format!("{url}{joint}options=-c%20search_path%3D{name}");
                let database = Database::Postgres(base::Private::new(address), 8);
                Self { kind, database, folder, schema: Some(name) }
            }
        }
    }

    /// The address to open, as a second server would.
    #[must_use]
    pub fn database(&self) -> Database {
        self.database.clone()
    }

    /// A folder of the test's own.
    #[must_use]
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// Opens the database with a clock and a seed.
    ///
    /// # Errors
    /// When it cannot be opened.
    pub async fn open(&self, clock: Clock, seed: u64) -> Result<Store, Error> {
        self.make_schema().await?;
        Store::open(Options { database: self.database(), clock, ids: Ids::seeded(seed) })
    }

    /// Makes the place that the test works in, with nothing in it.
    ///
    /// # Errors
    /// When the server refuses.
    pub async fn make_schema(&self) -> Result<(), Error> {
        let Some(schema) = &self.schema else { return Ok(()) };
        let options =
            Options { database: self.database(), clock: Clock::System, ids: Ids::seeded(0) };
        Store::open(options)?.batch(&format!("CREATE SCHEMA IF NOT EXISTS {schema}")).await
    }

    /// Drops what the test made, waiting for it to be gone.
    ///
    /// # Errors
    /// When the server refuses.
    pub async fn close(self) -> Result<(), Error> {
        if let Some(schema) = &self.schema {
            let options =
                Options { database: self.database(), clock: Clock::System, ids: Ids::seeded(0) };
            Store::open(options)?.batch(&format!("DROP SCHEMA IF EXISTS {schema} CASCADE")).await?;
        }
        Ok(())
    }
}

impl Store {
    /// Runs text that only a test may run, such as making a schema, or breaking what it checks.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn batch(&self, sql: &str) -> Result<(), Error> {
        let session = self.session(crate::postgres::Begin::Write).await?;
        session.run(sql.to_owned().into(), Vec::new()).await?;
        self.settled().forget();
        session.commit().await
    }

    /// Runs text that only a test may run, and gives what it found.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn ask(&self, sql: &str, values: Vec<base::Value>) -> Result<Vec<crate::Row>, Error> {
        let session = self.session(crate::postgres::Begin::Write).await?;
        let rows = session.run(sql.to_owned().into(), values).await?.rows;
        self.settled().forget();
        session.commit().await.map(|()| rows)
    }

    /// Prepares a statement, as the database would at its first use.
    ///
    /// # Errors
    /// When the text is not good for this database.
    pub async fn prepare(&self, sql: &str) -> Result<(), Error> {
        self.prepare_text(sql).await
    }
}

/// Makes two tests of one: `both_databases! { async fn a_sentence(db) { … } }`, with `db: Db`.
#[macro_export]
macro_rules! both_databases {
    ($($(#[$meta:meta])* async fn $name:ident($db:ident) $body:block)+) => {
        $(
            $(#[$meta])*
            mod $name {
                #[allow(unused_imports, clippy::allow_attributes, reason = "a body may need none")]
                use super::*;

                async fn body($db: $crate::testing::Db) $body

                #[test]
                fn sqlite() {
                    $crate::testing::block_on(body($crate::testing::Db::new($crate::testing::Kind::Sqlite)));
                }

                #[test]
                fn postgres() {
                    $crate::testing::block_on(body($crate::testing::Db::new($crate::testing::Kind::Postgres)));
                }
            }
        )+
    };
}

/// Runs a test's future.
///
/// # Panics
/// When no runtime can be made.
#[expect(clippy::expect_used, reason = "only tests call it")]
pub fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime for the test")
        .block_on(future)
}

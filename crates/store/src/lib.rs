//! The data: one SQL text for SQLite and PostgreSQL behind two gates. A transaction begins with
//! a permission and a change ends with an event; there is no third way in or out.

mod authorize;
mod backup;
mod clock;
mod cx;
mod error;
mod event;
mod health;
mod jobs;
mod kept;
mod live;
pub mod log;
mod migrate;
mod page;
mod permission;
mod postgres;
mod repeat;
mod row;
mod settled;
mod shown;
mod sqlite;
mod statement;
mod store;
mod tx;
mod worker;

#[cfg(feature = "testing")]
pub mod testing;

pub use backup::restore;
pub use clock::Clock;
pub use cx::Cx;
pub use error::Error;
pub use event::{Event, Subject, Written};
pub use jobs::{DeadJob, Happened, Job, JobCount, Jobs};
pub use kept::{Destroy, Destroyed, Due, Kept};
pub use live::Changes;
pub use migrate::Migration;
pub use page::{Cursor, KeyPart, Page};
pub use permission::{Access, FRESH_SECONDS, Permission, Place, Scope, Standing};
pub use repeat::{Answer, Once, Repeat};
pub use row::Row;
pub use sqlite::{Settings as SqliteSettings, Synchronous};
pub use statement::{Binding, Clause, Query, Runnable, Statement};
pub use store::{Database, Options, Store};
pub use tx::{ReadTx, Tx, WriteTx};
pub use worker::Worker;

/// Does what blocks on a thread of its own.
pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    tokio::task::spawn_blocking(work).await.map_err(|error| Error::Fault(Box::new(error)))?
}

#[doc(hidden)]
pub fn to_value<T: base::ToValue + ?Sized>(value: &T) -> base::Value {
    value.to_value()
}

/// The statements of this package, for the test that prepares them on both databases.
pub const STATEMENTS: &[&[&Statement]] = &[
    authorize::ALL_INSTALLATION,
    tx::ALL_INSTALLATION,
    jobs::ALL_INSTALLATION,
    kept::ALL_INSTALLATION,
    live::ALL_INSTALLATION,
    log::rows::ALL_INSTALLATION,
    migrate::ALL_INSTALLATION,
    repeat::ALL_INSTALLATION,
    settled::ALL_INSTALLATION,
    shown::ALL_INSTALLATION,
];

/// The tables of this package.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        name: "20261123_1900_store",
        sql: include_str!("../migrations/20261123_1900_store.sql"),
    },
    Migration {
        name: "20261129_0700_shown",
        sql: include_str!("../migrations/20261129_0700_shown.sql"),
    },
    Migration {
        name: "20261129_0720_activity",
        sql: include_str!("../migrations/20261129_0720_activity.sql"),
    },
    Migration {
        name: "20261129_0720_log",
        sql: include_str!("../migrations/20261129_0720_log.sql"),
    },
    Migration {
        name: "20261129_0845_destroyed",
        sql: include_str!("../migrations/20261129_0845_destroyed.sql"),
    },
    Migration {
        name: "20261130_1000_touched",
        sql: include_str!("../migrations/20261130_1000_touched.sql"),
    },
];

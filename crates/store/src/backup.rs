//! One file holds all of an installation, whichever database it came from or goes to:
//! an SQLite file with the same tables.

use std::path::Path;

use base::Value;
use rusqlite::{Connection, OpenFlags};

use crate::{
    Database, Error, Migration, Options, SqliteSettings, Store, blocking, log, migrate,
    postgres::Begin,
    sqlite,
    statement::{Binding, Query},
    store::Dialect,
    tx::Tx,
};

/// How many rows are carried at once.
const ROWS: usize = 500;

impl Store {
    /// Writes a consistent copy of everything to a new file while others go on working.
    ///
    /// # Errors
    /// When the file exists already, or cannot be written.
    pub async fn backup(&self, to: &Path, migrations: &[Migration]) -> Result<(), Error> {
        if to.exists() {
            return Err(Error::fault(format!(
                "{} exists; a backup overwrites nothing",
                to.display()
            )));
        }
        match self.database() {
            Database::Sqlite(settings) => {
                let (from, to) = (settings.file(), to.to_owned());
                blocking(move || vacuum(&from, &to)).await
            }
            Database::Postgres(..) => self.dump(to, migrations).await,
        }
    }

    async fn dump(&self, to: &Path, migrations: &[Migration]) -> Result<(), Error> {
        let target = Connection::open(to).map_err(broken)?;
        target
            .execute_batch("PRAGMA journal_mode = OFF; PRAGMA foreign_keys = OFF;")
            .map_err(broken)?;
        let tx = Tx::unbound(self.session(Begin::Read).await?);
        let applied = migrate::names(&tx).await?;
        target
            .execute_batch("CREATE TABLE schema_migrations (name TEXT NOT NULL PRIMARY KEY, applied_at BIGINT NOT NULL)")
            .map_err(broken)?;
        for migration in known(migrations, &applied)? {
            for statement in migration.statements() {
                target.execute_batch(&statement).map_err(broken)?;
            }
        }
        target.execute_batch("BEGIN").map_err(broken)?;
        let kept = |table: &String| !log::OUTSIDE.contains(&table.as_str());
        for table in tables(&target)?.into_iter().filter(kept) {
            sqlite::run(&target, &format!("DELETE FROM {table}"), &[])?;
            run(&tx, format!("DECLARE rows_of_{table} NO SCROLL CURSOR FOR SELECT * FROM {table}"))
                .await?;
            loop {
                let rows = run(&tx, format!("FETCH {ROWS} FROM rows_of_{table}")).await?;
                let found = rows.len();
                for row in rows {
                    let insert = insert_into(&table, row.columns());
                    sqlite::run(&target, &insert, &row.values())?;
                }
                if found < ROWS {
                    break;
                }
            }
            run(&tx, format!("CLOSE rows_of_{table}")).await?;
        }
        target.execute_batch("COMMIT").map_err(broken)
    }
}

/// Brings a backup back, into a folder or a server that holds nothing yet.
///
/// # Errors
/// When the target holds anything, or the file is no sound backup of a version this program knows.
pub async fn restore(from: &Path, options: Options, migrations: &[Migration]) -> Result<(), Error> {
    let file = from.to_owned();
    let source = Connection::open_with_flags(&file, OpenFlags::SQLITE_OPEN_READ_ONLY)
        .map_err(|error| Error::Fault(format!("cannot open {}: {error}", file.display()).into()))?;
    let sound: String =
        source.query_row("PRAGMA integrity_check", [], |row| row.get(0)).map_err(broken)?;
    if sound != "ok" {
        return Err(Error::fault(format!("{} is damaged: {sound}", from.display())));
    }
    let applied = applied_in(&source)?;
    known(migrations, &applied)?;
    if let Database::Sqlite(SqliteSettings { folder, .. }) = &options.database {
        let target = SqliteSettings::folder(folder).file();
        if target.exists() {
            let text = format!("{} exists; a restore overwrites nothing", target.display());
            return Err(Error::fault(text));
        }
        std::fs::create_dir_all(folder).map_err(|error| Error::Fault(Box::new(error)))?;
        drop(source);
        return blocking(move || vacuum(&file, &target)).await;
    }
    let store = Store::open(options)?;
    fill(&store, &source, &known(migrations, &applied)?).await
}

async fn fill(store: &Store, source: &Connection, migrations: &[Migration]) -> Result<(), Error> {
    if store.pending(migrations).await?.len() < migrations.len() {
        return Err(Error::fault(
            "the database holds tables of Concord; a restore overwrites nothing",
        ));
    }
    store.migrate(migrations).await?;
    let mut tx = Tx::unbound(store.session(Begin::Write).await?);
    for table in tables(source)? {
        run(&tx, format!("DELETE FROM {table}")).await?;
        let mut after = 0_i64;
        loop {
            let page = format!(
                "SELECT rowid AS backup_rowid, * FROM {table} WHERE rowid > $1 ORDER BY rowid LIMIT {ROWS}"
            );
            let rows = sqlite::run(source, &page, &[Value::Integer(after)])?.rows;
            let found = rows.len();
            for row in rows {
                after = row.get("backup_rowid")?;
                let insert = insert_into(&table, row.columns().skip(1));
                let values = row.values().split_off(1);
                let query = Query { sql: insert.into(), binding: Binding::Installation, values };
                tx.execute(query, Vec::new()).await?;
            }
            if found < ROWS {
                break;
            }
        }
    }
    tx.commit().await
}

async fn run(tx: &Tx, sql: String) -> Result<Vec<crate::Row>, Error> {
    debug_assert_eq!(tx.dialect(), Dialect::Postgres);
    let query = Query { sql: sql.into(), binding: Binding::Installation, values: Vec::new() };
    tx.query(query, Vec::new()).await
}

/// The migrations that the backup holds, all of which this program must know.
fn known(migrations: &[Migration], applied: &[String]) -> Result<Vec<Migration>, Error> {
    let find = |name: &String| {
        let found = migrations.iter().find(|migration| migration.name == name).copied();
        found.ok_or_else(|| {
            Error::fault(format!(
                "the data was written by a newer version, with `{name}`; upgrade first"
            ))
        })
    };
    applied.iter().map(find).collect()
}

fn applied_in(source: &Connection) -> Result<Vec<String>, Error> {
    let rows = sqlite::run(source, "SELECT name FROM schema_migrations ORDER BY name", &[]);
    let rows = rows.map_err(|error| {
        Error::Fault(format!("the file is no backup of Concord: {error}").into())
    })?;
    rows.rows.iter().map(|row| row.get("name")).collect()
}

/// The tables in the order in which they were made, so that what is referred to comes first.
fn tables(connection: &Connection) -> Result<Vec<String>, Error> {
    let sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
        ORDER BY rowid";
    sqlite::run(connection, sql, &[])?.rows.iter().map(|row| row.get("name")).collect()
}

fn insert_into<'n>(table: &str, columns: impl Iterator<Item = &'n str>) -> String {
    let columns: Vec<&str> = columns.collect();
    let places: Vec<String> = (1..=columns.len()).map(|place| format!("${place}")).collect();
    format!("INSERT INTO {table} ({}) VALUES ({})", columns.join(", "), places.join(", "))
}

fn vacuum(from: &Path, to: &Path) -> Result<(), Error> {
    let source =
        Connection::open_with_flags(from, OpenFlags::SQLITE_OPEN_READ_WRITE).map_err(broken)?;
    let target = to.to_string_lossy().into_owned();
    sqlite::run(&source, "VACUUM INTO $1", &[Value::Text(target)]).map(drop)?;
    let copy = Connection::open(to).map_err(broken)?;
    let held = tables(&copy)?;
    for table in log::OUTSIDE.iter().filter(|table| held.iter().any(|held| held == *table)) {
        sqlite::run(&copy, &format!("DELETE FROM {table}"), &[])?;
    }
    drop(copy);
    let written = std::fs::File::open(to).and_then(|file| file.sync_all());
    written.map_err(|error| Error::Unavailable(Box::new(error)))
}

fn broken(error: rusqlite::Error) -> Error {
    Error::Fault(Box::new(error))
}

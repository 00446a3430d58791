//! Brings the tables to the form that the program needs, in one transaction, under a lock.

use crate::{
    Error, Store,
    postgres::Begin,
    statement::{Binding, Query},
    store::{Dialect, Session},
    tx::Tx,
    values,
};

crate::installation_statements! {
    APPLIED = "SELECT name FROM schema_migrations ORDER BY name";
    APPLY = "INSERT INTO schema_migrations (name, applied_at) VALUES ($1, $2)";
}

const TABLE: &str = "CREATE TABLE IF NOT EXISTS schema_migrations (\
    name TEXT NOT NULL PRIMARY KEY, applied_at BIGINT NOT NULL)";

/// One change of the schema, named by when it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Migration {
    /// Its name; names sort in the order of application.
    pub name: &'static str,
    /// Its statements, in the shared dialect.
    pub sql: &'static str,
}

impl Migration {
    /// Its statements, one by one.
    pub(crate) fn statements(&self) -> Vec<String> {
        let code: String = self
            .sql
            .lines()
            .filter(|line| !line.trim_start().starts_with("--"))
            .flat_map(|line| [line, "\n"])
            .collect();
        let parts = code.split(";\n").map(str::trim);
        parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
    }
}

impl Store {
    /// Applies what is missing, in the order of the names; their names.
    ///
    /// # Errors
    /// When a statement fails: then none is applied.
    pub async fn migrate(&self, migrations: &[Migration]) -> Result<Vec<&'static str>, Error> {
        let mut tx = Tx::unbound(lock(self).await?);
        raw(&mut tx, TABLE).await?;
        let applied = names(&tx).await?;
        let mut missing: Vec<&Migration> =
            migrations.iter().filter(|one| !applied.iter().any(|name| name == one.name)).collect();
        missing.sort_by_key(|migration| migration.name);
        for migration in &missing {
            for statement in migration.statements() {
                raw(&mut tx, &statement).await.map_err(|error| {
                    Error::Fault(
                        format!("migration {}: {}", migration.name, sources(&error)).into(),
                    )
                })?;
            }
            tx.execute(&APPLY, values![migration.name, self.clock().now()]).await?;
        }
        if !missing.is_empty() && tx.dialect() == Dialect::Sqlite {
            // A new index without figures beside old ones that have them looks better than it is:
            // all commitments were then sorted anew for each page of their list. Bounded by
            // `analysis_limit`, this reads a few hundred entries of each index.
            raw(&mut tx, "ANALYZE").await?;
        }
        tx.commit().await?;
        Ok(missing.into_iter().map(|migration| migration.name).collect())
    }

    /// The names of the migrations that are not applied yet.
    ///
    /// # Errors
    /// When the database fails; a database that was never migrated lacks them all.
    pub async fn pending(&self, migrations: &[Migration]) -> Result<Vec<&'static str>, Error> {
        let tx = Tx::unbound(self.session(Begin::Read).await?);
        let applied = match names(&tx).await {
            Ok(applied) => applied,
            Err(Error::Fault(_)) => Vec::new(),
            Err(error) => return Err(error),
        };
        let missing = migrations.iter().filter(|one| !applied.iter().any(|name| name == one.name));
        Ok(missing.map(|migration| migration.name).collect())
    }
}

pub(crate) async fn names(tx: &Tx) -> Result<Vec<String>, Error> {
    tx.query(&APPLIED, Vec::new()).await?.iter().map(|row| row.get("name")).collect()
}

/// A transaction that no other migration can run beside. SQLite has one writer anyway.
async fn lock(store: &Store) -> Result<Session, Error> {
    let mut session = store.session(Begin::Write).await?;
    if let Session::Postgres(postgres) = &mut session {
        // "concord" as a number; ends with the transaction.
        postgres.batch("SELECT pg_advisory_xact_lock(27991460926878308)").await?;
    }
    Ok(session)
}

/// PostgreSQL calls bytes by another name, and must be told to compare text byte by byte: pages
/// that go on by key would differ between the two databases otherwise.
fn postgres(sql: &str) -> String {
    let sql = sql.replace(" BLOB", " BYTEA");
    let shapes = sql.starts_with("CREATE TABLE") || sql.starts_with("ALTER TABLE");
    if shapes { sql.replace(" TEXT", " TEXT COLLATE \"C\"") } else { sql }
}

/// Runs schema text.
pub(crate) async fn raw(tx: &mut Tx, sql: &str) -> Result<(), Error> {
    let sql = match tx.dialect() {
        Dialect::Sqlite => sql.to_owned(),
        Dialect::Postgres => postgres(sql),
    };
    let query = Query { sql: sql.into(), binding: Binding::Installation, values: Vec::new() };
    tx.execute(query, Vec::new()).await.map(drop)
}

fn sources(error: &dyn std::error::Error) -> String {
    error.source().map_or_else(|| error.to_string(), ToString::to_string)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_empty_parts_are_no_statements() {
        let migration = Migration {
            name: "x",
            sql: "-- why; this\nCREATE TABLE a (\n  b TEXT\n);\n\n-- and\nCREATE INDEX i ON a (b);\n",
        };
        assert_eq!(migration.statements().len(), 2);
    }
}

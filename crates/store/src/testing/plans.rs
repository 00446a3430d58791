//! How a database would read a statement, for tests that no list reads more than it shows.

use base::Value;

use super::Kind;
use crate::{Binding, Clause, Cx, Error, Permission, Statement};

/// The statements and clauses of a context, to be found by name.
#[derive(Debug, Clone, Copy)]
pub struct Texts {
    /// Its statements.
    pub statements: &'static [&'static [&'static Statement]],
    /// Its clauses.
    pub clauses: &'static [&'static [&'static Clause]],
}

impl Texts {
    /// The text of the statement whose name ends in `::name`, with clauses, after `given`
    /// parameters of its own.
    ///
    /// # Panics
    /// When there is no such statement or clause, which fails the test.
    #[must_use]
    #[expect(clippy::panic, reason = "a test that names nothing fails")]
    pub fn with(&self, name: &str, clauses: &[&str], given: usize) -> String {
        let ends = |full: &str, name: &str| full.ends_with(&format!("::{name}"));
        let Some(statement) =
            self.statements.iter().copied().flatten().find(|one| ends(one.name, name))
        else {
            panic!("no statement `{name}`")
        };
        let mut query = statement.select(vec![Value::Null; given]);
        for wanted in clauses {
            let mut all = self.clauses.iter().copied().flatten();
            let Some(clause) =
                all.find(|one| ends(one.name, wanted) && one.of.name == statement.name)
            else {
                panic!("`{name}` has no clause `{wanted}`")
            };
            let values = vec![Value::Null; clause.sql.matches("$?").count()];
            query = query.and(clause, values);
        }
        query.sql.into_owned()
    }
}

/// The lines in which the database says how it would read a statement with these values.
///
/// # Errors
/// When the database refuses.
pub async fn explained(
    (cx, look): (&Cx, Permission),
    kind: Kind,
    sql: &str,
    values: Vec<Value>,
) -> Result<Vec<String>, Error> {
    let (explain, column) = match kind {
        Kind::Sqlite => ("EXPLAIN QUERY PLAN", "detail"),
        Kind::Postgres => ("EXPLAIN", "QUERY PLAN"),
    };
    let sql: &'static str = Box::leak(format!("{explain} {sql}").into_boxed_str());
    let statement: &'static Statement =
        Box::leak(Box::new(Statement { name: "explain", sql, binding: Binding::Bound }));
    let rows = cx.read(look).await?.query(statement, values).await?;
    rows.iter().map(|row| row.get(column)).collect()
}

/// Fails the test when a table is read from end to end, or rows are sorted that an index could give
/// in order.
///
/// # Panics
/// Then.
pub fn must_follow_an_index(kind: Kind, name: &str, lines: &[String]) {
    for line in lines {
        let bad = match kind {
            Kind::Sqlite => line.starts_with("SCAN") || line.contains("TEMP B-TREE FOR ORDER BY"),
            Kind::Postgres => line.contains("Seq Scan on") || line.contains("Sort Key"),
        };
        assert!(!bad, "{name}: {}", lines.join("\n"));
    }
}

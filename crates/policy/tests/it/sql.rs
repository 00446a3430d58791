//! The filter as text gives the rows that the decision would, on SQLite and on PostgreSQL: with NULLs,
//! with instants at the very end of their interval, and in both negations.

use base::Value;
use policy::{Column, Label, Predicate, RequestPattern, World, decide, filter};

use crate::{
    generate::{Chance, NOW},
    properties::worlds,
    read,
    wire::{self, Maybe},
};

/// Rows of one world.
const ROWS: usize = 12;

const TABLE: &str = "CREATE TEMPORARY TABLE labels (world BIGINT NOT NULL, n BIGINT NOT NULL, \
     class TEXT, holder TEXT, origin TEXT, client TEXT, regimes BIGINT, identifiability BIGINT, \
     consent TEXT, bound_to TEXT, destroy_by BIGINT, opt_outs BIGINT, custody TEXT, \
     protected_address BIGINT)";
const ADD: &str = "INSERT INTO labels VALUES \
     ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";

const INDEX: &str = "CREATE INDEX labels_by_world ON labels (world)";

/// A question for the database: a condition over the rows of a world, and the rows that it should find.
struct Question {
    rows: Vec<Vec<Value>>,
    sql: String,
    values: Vec<Value>,
    expected: Vec<i64>,
}

fn labels(chance: &mut Chance, case: &wire::Case, world: &World) -> Vec<Label> {
    let mut marks = case.request.labels.clone();
    while marks.len() < ROWS {
        let mut label = case.request.labels[0].clone();
        match chance.below(6) {
            0 => label.destroy_by = Maybe::Some(case.request.at + [0, 1, -1][chance.below(3)]),
            1 => label.destroy_by = Maybe::Some(NOW),
            _ => chance.change_mark(&mut label),
        }
        marks.push(label);
    }
    marks.iter().map(|mark| read::label(mark, world.names())).collect()
}

/// The filter of a random world, or the opposite of it, as a question.
fn question(seed: u64) -> Question {
    let mut chance = Chance::seeded(seed);
    let case = chance.case();
    let read = read::case(&case).unwrap();
    let labels = labels(&mut chance, &case, &read.world);
    let from = read.request.pattern.from.filter(|_| chance.yes(50));
    let pattern = RequestPattern { from, ..read.request.pattern };
    let condition = filter(&read.world, &pattern);
    let is_opposite = chance.yes(30);
    let condition = if is_opposite { Predicate::Not(Box::new(condition)) } else { condition };
    let (text, values) = condition.to_sql(2);
    let world = i64::try_from(seed).unwrap();
    let row = |(n, label): (usize, &Label)| {
        let columns = Column::ALL.iter().map(|column| column.of(label, &read.world));
        let n = i64::try_from(n).unwrap();
        [Value::Integer(world), Value::Integer(n)].into_iter().chain(columns).collect()
    };
    let goes = |label: &Label| {
        let request = policy::Request { pattern: pattern.clone(), labels: vec![label.clone()] };
        !decide(&read.world, &request).released.is_empty()
    };
    let expected = labels.iter().zip(0..).filter(|(label, _)| goes(label) != is_opposite);
    Question {
        rows: labels.iter().enumerate().map(row).collect(),
        sql: format!("SELECT n FROM labels WHERE world = $1 AND {text} ORDER BY n"),
        values: std::iter::once(Value::Integer(world)).chain(values).collect(),
        expected: expected.map(|(_, n)| n).collect(),
    }
}

fn count() -> u64 {
    worlds("CONCORD_POLICY_SQL", 400)
}

fn to_sqlite(value: &Value) -> rusqlite::types::Value {
    use rusqlite::types::Value as Sqlite;
    match value {
        Value::Null => Sqlite::Null,
        Value::Integer(number) => Sqlite::Integer(*number),
        Value::Real(number) => Sqlite::Real(*number),
        Value::Boolean(yes) => Sqlite::Integer(i64::from(*yes)),
        Value::Text(text) => Sqlite::Text(text.clone()),
        Value::Blob(bytes) => Sqlite::Blob(bytes.clone()),
    }
}

#[test]
fn sqlite_finds_what_the_decision_lets_go() {
    let mut found_some = 0;
    let database = rusqlite::Connection::open_in_memory().unwrap();
    database.execute_batch(TABLE).unwrap();
    database.execute_batch(INDEX).unwrap();
    for seed in 0..count() {
        let asked = question(seed);
        for row in &asked.rows {
            let row = rusqlite::params_from_iter(row.iter().map(to_sqlite));
            database.prepare_cached(ADD).unwrap().execute(row).unwrap();
        }
        let mut statement = database.prepare(&asked.sql).unwrap();
        let values = rusqlite::params_from_iter(asked.values.iter().map(to_sqlite));
        let rows = statement.query_map(values, |row| row.get(0)).unwrap();
        let found: Vec<i64> = rows.map(Result::unwrap).collect();
        assert_eq!(found, asked.expected, "world {seed}: {}", asked.sql);
        found_some += usize::from(!found.is_empty());
    }
    assert!(found_some > 100, "only {found_some} worlds have rows that go");
}

#[test]
fn a_condition_of_no_parts_is_the_same_as_text() {
    let database = rusqlite::Connection::open_in_memory().unwrap();
    for (condition, holds) in [
        (Predicate::All(Vec::new()), true),
        (Predicate::Any(Vec::new()), false),
        (Predicate::Not(Box::new(Predicate::All(Vec::new()))), false),
        (Predicate::Not(Box::new(Predicate::Any(Vec::new()))), true),
    ] {
        assert_eq!(condition.holds(&|_| Value::Null), holds);
        let sql = format!("SELECT {}", condition.to_sql(1).0);
        assert_eq!(database.query_row(&sql, [], |row| row.get::<_, bool>(0)).unwrap(), holds);
    }
}

/// The places of numbers in a row, whose NULL is one of a number.
const NUMBERS: [usize; 7] = [0, 1, 6, 7, 10, 11, 13];

type Parameter = Box<dyn tokio_postgres::types::ToSql + Sync + Send>;

fn borrowed(values: &[Parameter]) -> Vec<&(dyn tokio_postgres::types::ToSql + Sync)> {
    values.iter().map(|value| &**value as _).collect()
}

fn to_postgres((at, value): (usize, &Value)) -> Parameter {
    match value {
        Value::Null if NUMBERS.contains(&at) => Box::new(None::<i64>),
        Value::Null => Box::new(None::<String>),
        Value::Integer(number) => Box::new(*number),
        Value::Text(text) => Box::new(text.clone()),
        Value::Real(_) | Value::Boolean(_) | Value::Blob(_) => panic!("a filter has no such value"),
    }
}

#[expect(clippy::disallowed_methods, reason = "a test finds its server by the environment")]
async fn connect() -> tokio_postgres::Client {
    let url = std::env::var("CONCORD_TEST_POSTGRES")
        .expect("CONCORD_TEST_POSTGRES names no server; run `cargo xtask test`, which starts one");
    let (client, connection) = tokio_postgres::connect(&url, tokio_postgres::NoTls).await.unwrap();
    tokio::task::spawn(connection);
    client
}

#[test]
fn postgres_finds_what_the_decision_lets_go() {
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    runtime.worker_threads(1).enable_all().build().unwrap().block_on(async {
        let database = connect().await;
        // In one transaction that is never committed: nothing of it stays.
        database.batch_execute("BEGIN").await.unwrap();
        database.batch_execute(TABLE).await.unwrap();
        database.batch_execute(INDEX).await.unwrap();
        let add = database.prepare(ADD).await.unwrap();
        for seed in 0..count() {
            let asked = question(seed);
            for row in &asked.rows {
                let row: Vec<Parameter> = row.iter().enumerate().map(to_postgres).collect();
                database.execute(&add, &borrowed(&row)).await.unwrap();
            }
            let values: Vec<Parameter> = asked.values.iter().enumerate().map(to_postgres).collect();
            let rows = database.query(&asked.sql, &borrowed(&values)).await.unwrap();
            let found: Vec<i64> = rows.iter().map(|row| row.get(0)).collect();
            assert_eq!(found, asked.expected, "world {seed}: {}", asked.sql);
        }
    });
}

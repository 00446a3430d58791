//! PostgreSQL 14 or later.

use std::{
    borrow::Cow,
    sync::atomic::{AtomicBool, AtomicUsize, Ordering},
};

use base::{Value, ValueRef};
use bytes::BytesMut;
use deadpool::managed::Object;
use futures_util::{FutureExt as _, future::maybe_done};
use tokio_postgres::{
    Statement,
    error::SqlState,
    types::{Format, IsNull, ToSql, Type},
};

use self::pool::Connections;
pub(crate) use self::pool::Pool;
use crate::{Error, row::Table, sqlite::Outcome};

mod pool;
mod way;

/// How many rows are on their way to the server at once.
const TOGETHER: usize = 500;

/// How a transaction begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Begin {
    /// A single question needs no transaction around it.
    Once,
    Read,
    Write,
}

impl Begin {
    /// What begins it; on a connection that is still in the look before, also what ends that.
    const fn sql(self, in_look: bool) -> Option<&'static str> {
        match (self, in_look) {
            (Self::Once, false) => None,
            (Self::Once, true) => Some("ROLLBACK"),
            // One snapshot for all the queries of a page.
            (Self::Read, false) => Some("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY"),
            // As the one before, with a snapshot of its own.
            (Self::Read, true) => Some("ROLLBACK AND CHAIN"),
            (Self::Write, false) => Some("BEGIN"),
            (Self::Write, true) => Some("ROLLBACK; BEGIN"),
        }
    }
}

/// One transaction's hold on a connection. Dropping it rolls back.
pub(crate) struct Session {
    client: Object<Connections>,
    kind: Begin,
    /// Set in the same poll in which the beginning is sent: what others send comes after it.
    begun: AtomicBool,
    /// What was asked and not answered, or answered with an error.
    unanswered: AtomicUsize,
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session").field("kind", &self.kind).finish_non_exhaustive()
    }
}

impl Session {
    const fn on(client: Object<Connections>, kind: Begin) -> Self {
        Self { client, kind, begun: AtomicBool::new(false), unanswered: AtomicUsize::new(0) }
    }

    /// Runs one statement. What is asked in one poll goes to the server together.
    pub(crate) async fn run(
        &self,
        sql: Cow<'static, str>,
        values: Vec<Value>,
    ) -> Result<Outcome, Error> {
        self.unanswered.fetch_add(1, Ordering::Relaxed);
        let statement = self.client.prepared(&sql).await.map_err(|error| translate(error, &sql))?;
        all_given(&statement, &values, &sql)?;
        let values: Vec<Param> = values.iter().map(Param).collect();
        let values: Vec<&(dyn ToSql + Sync)> =
            values.iter().map(|value| value as &(dyn ToSql + Sync)).collect();
        let columns = statement.columns();
        let attempt = async {
            if columns.is_empty() {
                let changed = self.client.execute(&statement, &values).await?;
                return Ok(Outcome { rows: Vec::new(), changed });
            }
            let mut table = Table::new(columns.iter().map(tokio_postgres::Column::name));
            for row in &self.client.query(&statement, &values).await? {
                for at in 0..table.width() {
                    table.push(row.try_get::<_, Column<'_>>(at)?.0);
                }
            }
            let rows = table.into_rows();
            let changed = rows.len() as u64;
            Ok::<_, tokio_postgres::Error>(Outcome { rows, changed })
        };
        let outcome = match self.beginning()? {
            None => attempt.await,
            Some(begin) => {
                // Sent together: polled in this order, they go out in this order.
                let (opened, outcome) =
                    futures_util::future::join(self.client.batch_execute(begin), attempt).await;
                opened.and(outcome)
            }
        };
        let outcome = outcome.map_err(|error| translate(error, &sql))?;
        self.unanswered.fetch_sub(1, Ordering::Relaxed);
        Ok(outcome)
    }

    /// Runs one statement for many rows: they are sent one after the other, and the answers read
    /// when all are sent, so that hundreds of rows cost one trip to the server.
    pub(crate) async fn run_many(
        &self,
        sql: &'static str,
        rows: Vec<Vec<Value>>,
    ) -> Result<u64, Error> {
        if rows.is_empty() {
            return Ok(0);
        }
        self.begin(sql).await?;
        let statement = self.client.prepared(&Cow::Borrowed(sql)).await;
        let statement = statement.map_err(|error| translate(error, sql))?;
        rows.iter().try_for_each(|row| all_given(&statement, row, sql))?;
        let (client, statement, mut changed) = (&self.client, &statement, 0);
        for rows in rows.chunks(TOGETHER) {
            let answers = rows.iter().map(|row| {
                Box::pin(maybe_done(client.execute_raw(statement, row.iter().map(Param))))
            });
            let mut answers: Vec<_> = answers.collect();
            for answer in &mut answers {
                // The first poll sends the message, and the answer is not here yet.
                let _not_yet = answer.now_or_never();
            }
            for mut answer in answers {
                answer.as_mut().await;
                // After one that fails the server refuses all others of the transaction.
                match answer.as_mut().take_output() {
                    Some(result) => changed += result.map_err(|error| translate(error, sql))?,
                    None => return Err(Error::fault("an answer was taken twice")),
                }
            }
        }
        Ok(changed)
    }

    /// How the transaction begins, for the first who asks.
    fn beginning(&self) -> Result<Option<&'static str>, Error> {
        let first = !self.begun.swap(true, Ordering::Relaxed);
        if !first && self.kind == Begin::Once {
            return Err(Error::fault("a glance asks a single question"));
        }
        Ok(if first { self.kind.sql(self.client.take_look()) } else { None })
    }

    async fn begin(&self, sql: &str) -> Result<(), Error> {
        let Some(begin) = self.beginning()? else { return Ok(()) };
        self.client.batch_execute(begin).await.map_err(|error| translate(error, sql))
    }

    fn is_open(&self) -> bool {
        self.kind != Begin::Once && self.begun.load(Ordering::Relaxed)
    }

    pub(crate) async fn commit(self) -> Result<(), Error> {
        if !self.is_open() {
            return Ok(());
        }
        let result = self.client.batch_execute("COMMIT").await;
        self.begun.store(false, Ordering::Relaxed);
        result.map_err(|error| translate(error, "COMMIT"))
    }

    #[cfg(feature = "testing")]
    pub(crate) async fn prepare(&self, sql: &str) -> Result<(), Error> {
        self.client.prepare(sql).await.map(drop).map_err(|error| translate(error, sql))
    }

    /// Runs text that returns nothing and may hold several statements.
    pub(crate) async fn batch(&self, sql: &str) -> Result<(), Error> {
        self.begin(sql).await?;
        self.client.batch_execute(sql).await.map_err(|error| translate(error, sql))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // After an error, or a question that was given up, the server may refuse what comes next.
        let failed = *self.unanswered.get_mut() > 0;
        if self.is_open() && self.kind == Begin::Read && !failed {
            self.client.leave_look();
        } else if self.is_open() || failed && self.client.take_look() {
            self.client.send("ROLLBACK");
        }
    }
}

/// What the driver says of a value too few or too many cannot be told from a lost connection.
fn all_given(statement: &Statement, values: &[Value], sql: &str) -> Result<(), Error> {
    let (expected, given) = (statement.params().len(), values.len());
    if expected == given {
        return Ok(());
    }
    Err(Error::fault(format!("{given} values for the {expected} parameters of `{sql}`")))
}

/// A value as the driver takes it.
#[derive(Debug)]
struct Param<'a>(&'a Value);

impl ToSql for Param<'_> {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match (&self.0, ty) {
            (Value::Null, _) => Ok(IsNull::Yes),
            (Value::Integer(n), &Type::INT4) => i32::try_from(*n)?.to_sql(ty, out),
            #[expect(
                clippy::cast_precision_loss,
                reason = "a whole number given for a real column"
            )]
            (Value::Integer(n), &Type::FLOAT8) => (*n as f64).to_sql(ty, out),
            (Value::Integer(n), &Type::BOOL) => (*n != 0).to_sql(ty, out),
            (Value::Integer(n), _) => n.to_sql(ty, out),
            (Value::Real(n), _) => n.to_sql(ty, out),
            (Value::Boolean(b), _) => b.to_sql(ty, out),
            (Value::Text(text), _) => text.to_sql(ty, out),
            (Value::Blob(bytes), _) => bytes.to_sql(ty, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    fn to_sql_checked(
        &self,
        ty: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        let fits = match &self.0 {
            Value::Null => true,
            Value::Integer(_) => {
                matches!(*ty, Type::INT8 | Type::INT4 | Type::FLOAT8 | Type::BOOL)
            }
            Value::Real(_) => *ty == Type::FLOAT8,
            Value::Boolean(_) => *ty == Type::BOOL,
            Value::Text(_) => matches!(*ty, Type::TEXT | Type::VARCHAR | Type::NAME),
            Value::Blob(_) => *ty == Type::BYTEA,
        };
        if fits { self.to_sql(ty, out) } else { Err(format!("a value given for {ty}").into()) }
    }

    fn encode_format(&self, _: &Type) -> Format {
        Format::Binary
    }
}

struct Column<'a>(ValueRef<'a>);

impl<'a> tokio_postgres::types::FromSql<'a> for Column<'a> {
    fn from_sql(
        ty: &Type,
        raw: &'a [u8],
    ) -> Result<Self, Box<dyn std::error::Error + Sync + Send>> {
        Ok(Self(match *ty {
            Type::BOOL => ValueRef::Boolean(bool::from_sql(ty, raw)?),
            Type::INT8 => ValueRef::Integer(i64::from_sql(ty, raw)?),
            Type::INT4 => ValueRef::Integer(i32::from_sql(ty, raw)?.into()),
            Type::FLOAT8 => ValueRef::Real(f64::from_sql(ty, raw)?),
            Type::BYTEA => ValueRef::Blob(<&[u8]>::from_sql(ty, raw)?),
            Type::TEXT | Type::VARCHAR | Type::NAME | Type::UNKNOWN => {
                ValueRef::Text(<&str>::from_sql(ty, raw)?)
            }
            _ => return Err(format!("a column of type {ty}; cast it in the statement").into()),
        }))
    }

    fn from_sql_null(_: &Type) -> Result<Self, Box<dyn std::error::Error + Sync + Send>> {
        Ok(Self(ValueRef::Null))
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}

fn translate(error: tokio_postgres::Error, sql: &str) -> Error {
    let Some(cause) = error.as_db_error() else {
        return if error.is_closed() || std::error::Error::source(&error).is_none() {
            Error::Unavailable(Box::new(error))
        } else {
            Error::Fault(format!("{} in `{sql}`", chain(&error)).into())
        };
    };
    let code = cause.code();
    if *code == SqlState::UNIQUE_VIOLATION {
        return Error::Duplicate { constraint: cause.constraint().unwrap_or_default().to_owned() };
    }
    let contended = [SqlState::T_R_SERIALIZATION_FAILURE, SqlState::T_R_DEADLOCK_DETECTED];
    if contended.contains(code) {
        return Error::Contended(Box::new(error));
    }
    // Classes 08 (connection), 53 (resources) and 57 (operator) pass by themselves.
    if ["08", "53", "57"].iter().any(|class| code.code().starts_with(class)) {
        return Error::Unavailable(Box::new(error));
    }
    Error::Fault(format!("{} ({}) in `{sql}`", cause.message(), code.code()).into())
}

fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        source = cause.source();
    }
    text
}

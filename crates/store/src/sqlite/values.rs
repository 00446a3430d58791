//! Values and errors, between SQLite's forms and ours.

use std::sync::Arc;

use base::Value;
use rusqlite::{
    Connection, ErrorCode, Statement,
    types::{ToSqlOutput, ValueRef},
};

use super::Outcome;
use crate::{Error, Row};

struct Param<'a>(&'a Value);

impl rusqlite::ToSql for Param<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self.0 {
            Value::Null => ValueRef::Null,
            Value::Integer(n) => ValueRef::Integer(*n),
            Value::Real(n) => ValueRef::Real(*n),
            Value::Boolean(b) => ValueRef::Integer(i64::from(*b)),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
            Value::Blob(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

/// Runs one statement.
pub(crate) fn run(connection: &Connection, sql: &str, values: &[Value]) -> Result<Outcome, Error> {
    let attempt = || -> rusqlite::Result<Outcome> {
        let mut statement = connection.prepare_cached(sql)?;
        bind(&mut statement, values)?;
        if statement.column_count() == 0 {
            let changed = statement.raw_execute()? as u64;
            return Ok(Outcome { rows: Vec::new(), changed });
        }
        let columns: Arc<[String]> = statement.column_names().map(str::to_owned).collect();
        let mut found = statement.raw_query();
        let mut rows = Vec::new();
        while let Some(row) = found.next()? {
            let mut values = Vec::with_capacity(columns.len());
            for at in 0..columns.len() {
                values.push(value(row.get_ref(at)?)?);
            }
            rows.push(Row::new(Arc::clone(&columns), values));
        }
        let changed = rows.len() as u64;
        Ok(Outcome { rows, changed })
    };
    attempt().map_err(|error| translate(error, sql))
}

/// `$2` is a name to SQLite, which numbers names as they appear: each is bound by its own number.
fn bind(statement: &mut Statement<'_>, values: &[Value]) -> rusqlite::Result<()> {
    let (expected, given) = (statement.parameter_count(), values.len());
    // PostgreSQL would refuse a value that no parameter takes; so does this.
    let wrong = || rusqlite::Error::InvalidParameterCount(given, expected);
    if expected != given {
        return Err(wrong());
    }
    for place in 1..=expected {
        let number = statement
            .parameter_name(place)
            .and_then(|name| name.strip_prefix('$'))
            .and_then(|number| number.parse::<usize>().ok());
        let value = number.and_then(|number| values.get(number.wrapping_sub(1)));
        statement.raw_bind_parameter(place, Param(value.ok_or_else(wrong)?))?;
    }
    Ok(())
}

fn value(from: ValueRef<'_>) -> rusqlite::Result<Value> {
    Ok(match from {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(n) => Value::Integer(n),
        ValueRef::Real(n) => Value::Real(n),
        ValueRef::Text(text) => Value::Text(
            std::str::from_utf8(text)
                .map_err(|error| rusqlite::Error::Utf8Error(0, error))?
                .to_owned(),
        ),
        ValueRef::Blob(bytes) => Value::Blob(bytes.to_vec()),
    })
}

pub(super) fn translate(error: rusqlite::Error, sql: &str) -> Error {
    match error.sqlite_error().map(|cause| (cause.code, cause.extended_code)) {
        // SQLITE_CONSTRAINT_PRIMARYKEY and SQLITE_CONSTRAINT_UNIQUE.
        Some((ErrorCode::ConstraintViolation, 1555 | 2067)) => {
            Error::Duplicate { constraint: error.to_string() }
        }
        Some((
            ErrorCode::DatabaseBusy
            | ErrorCode::DatabaseLocked
            | ErrorCode::DiskFull
            | ErrorCode::SystemIoFailure
            | ErrorCode::CannotOpen
            | ErrorCode::ReadOnly,
            _,
        )) => Error::Unavailable(Box::new(error)),
        _ => Error::Fault(format!("{error} in `{sql}`").into()),
    }
}

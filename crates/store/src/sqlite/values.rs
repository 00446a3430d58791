//! Values and errors, between SQLite's forms and ours.

use base::{Value, ValueRef};
use rusqlite::{
    Connection, ErrorCode, Statement,
    types::{self, ToSqlOutput},
};

use super::Outcome;
use crate::{Error, row::Table};

struct Param<'a>(&'a Value);

impl rusqlite::ToSql for Param<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self.0 {
            Value::Null => types::ValueRef::Null,
            Value::Integer(n) => types::ValueRef::Integer(*n),
            Value::Real(n) => types::ValueRef::Real(*n),
            Value::Boolean(b) => types::ValueRef::Integer(i64::from(*b)),
            Value::Text(text) => types::ValueRef::Text(text.as_bytes()),
            Value::Blob(bytes) => types::ValueRef::Blob(bytes),
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
        let mut table = Table::new(statement.column_names());
        let mut found = statement.raw_query();
        while let Some(row) = found.next()? {
            for at in 0..table.width() {
                table.push(value(row.get_ref(at)?)?);
            }
        }
        let rows = table.into_rows();
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

fn value(from: types::ValueRef<'_>) -> rusqlite::Result<ValueRef<'_>> {
    Ok(match from {
        types::ValueRef::Null => ValueRef::Null,
        types::ValueRef::Integer(n) => ValueRef::Integer(n),
        types::ValueRef::Real(n) => ValueRef::Real(n),
        types::ValueRef::Text(text) => ValueRef::Text(
            std::str::from_utf8(text).map_err(|error| rusqlite::Error::Utf8Error(0, error))?,
        ),
        types::ValueRef::Blob(bytes) => ValueRef::Blob(bytes),
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

//! What a query gives back.

use std::{
    fmt,
    ops::Range,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use base::{FromValue, Value, ValueRef};

use crate::Error;

/// The rows of one result. Their texts lie one behind the other, and so do their bytes: a row of twenty columns then
/// costs none of its own.
#[derive(Debug, Default)]
pub(crate) struct Table {
    /// The columns' names, and where each ends.
    names: String,
    ends: Vec<usize>,
    cells: Vec<Cell>,
    texts: String,
    blobs: Vec<u8>,
}

/// Rows for which a result has room from the first on.
const FIRST_ROWS: usize = 8;

/// A value, or where it lies.
#[derive(Debug, Clone)]
enum Cell {
    Null,
    Integer(i64),
    Real(f64),
    Boolean(bool),
    Text(Range<usize>),
    Blob(Range<usize>),
}

impl Table {
    /// A result without rows.
    pub(crate) fn new<'n>(columns: impl ExactSizeIterator<Item = &'n str>) -> Self {
        let width = columns.len();
        let mut table = Self {
            names: String::with_capacity(16 * width),
            ends: Vec::with_capacity(width),
            ..Self::default()
        };
        for name in columns {
            table.names.push_str(name);
            table.ends.push(table.names.len());
        }
        table
    }

    /// How many columns it has.
    pub(crate) const fn width(&self) -> usize {
        self.ends.len()
    }

    /// Adds the next value: a row is full when all its columns are there.
    pub(crate) fn push(&mut self, value: ValueRef<'_>) {
        // Room for some rows at once, so that little moves while it grows.
        if self.cells.capacity() == 0 {
            self.cells.reserve(FIRST_ROWS * self.width());
            self.texts.reserve(FIRST_ROWS * 8 * self.width());
        }
        let cell = match value {
            ValueRef::Null => Cell::Null,
            ValueRef::Integer(n) => Cell::Integer(n),
            ValueRef::Real(n) => Cell::Real(n),
            ValueRef::Boolean(b) => Cell::Boolean(b),
            ValueRef::Text(text) => {
                let from = self.texts.len();
                self.texts.push_str(text);
                Cell::Text(from..self.texts.len())
            }
            ValueRef::Blob(bytes) => {
                let from = self.blobs.len();
                self.blobs.extend_from_slice(bytes);
                Cell::Blob(from..self.blobs.len())
            }
        };
        self.cells.push(cell);
    }

    /// Its rows.
    pub(crate) fn into_rows(self) -> Vec<Row> {
        let width = self.width().max(1);
        let starts = (0..self.cells.len()).step_by(width);
        let table = Arc::new(self);
        starts
            .map(|start| Row { table: Arc::clone(&table), start, next: AtomicUsize::new(0) })
            .collect()
    }

    /// Where the name of a column stands.
    fn place_of_name(&self, at: usize) -> Option<Range<usize>> {
        let end = *self.ends.get(at)?;
        let from = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        Some(from.unwrap_or(0)..end)
    }

    fn name(&self, at: usize) -> Option<&str> {
        self.names.get(self.place_of_name(at)?)
    }

    fn is_called(&self, at: usize, name: &str) -> bool {
        // Not as text: that each end is one of a character needs no proof.
        let found = self.place_of_name(at).and_then(|place| self.names.as_bytes().get(place));
        found == Some(name.as_bytes())
    }

    fn value(&self, at: usize) -> Option<ValueRef<'_>> {
        Some(match self.cells.get(at)? {
            Cell::Null => ValueRef::Null,
            Cell::Integer(n) => ValueRef::Integer(*n),
            Cell::Real(n) => ValueRef::Real(*n),
            Cell::Boolean(b) => ValueRef::Boolean(*b),
            Cell::Text(place) => ValueRef::Text(self.texts.get(place.clone())?),
            Cell::Blob(place) => ValueRef::Blob(self.blobs.get(place.clone())?),
        })
    }
}

/// One row of a result.
pub struct Row {
    table: Arc<Table>,
    /// Where its first value is.
    start: usize,
    /// Behind the column that was read last: most are read in their order.
    next: AtomicUsize,
}

impl Clone for Row {
    fn clone(&self) -> Self {
        Self { table: Arc::clone(&self.table), start: self.start, next: AtomicUsize::new(0) }
    }
}

impl fmt::Debug for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.columns().zip(self.values())).finish()
    }
}

impl Row {
    /// The value of a column by its name.
    ///
    /// # Errors
    /// When there is no such column or it holds another type: both are faults of ours.
    pub fn get<T: FromValue>(&self, column: &str) -> Result<T, Error> {
        let Some(value) = self.place(column).and_then(|at| self.table.value(self.start + at))
        else {
            return Err(Error::fault(format!("the result has no column `{column}`")));
        };
        T::from_value(value)
            .map_err(|error| Error::Fault(format!("column `{column}`: {error}").into()))
    }

    fn place(&self, column: &str) -> Option<usize> {
        let next = self.next.load(Ordering::Relaxed);
        let found = if self.table.is_called(next, column) {
            next
        } else {
            (0..self.table.width()).find(|at| self.table.is_called(*at, column))?
        };
        self.next.store(found + 1, Ordering::Relaxed);
        Some(found)
    }

    /// The values in the order of the columns.
    #[must_use]
    pub fn values(&self) -> Vec<Value> {
        let places = self.start..self.start + self.table.width();
        places.filter_map(|at| self.table.value(at)).map(Value::from).collect()
    }

    /// The columns' names.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        (0..self.table.width()).filter_map(|at| self.table.name(at))
    }
}

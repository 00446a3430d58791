//! What a query gives back.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use base::{FromValue, Value};

use crate::Error;

/// One row of a result.
#[derive(Debug)]
pub struct Row {
    columns: Arc<[String]>,
    values: Vec<Value>,
    /// Behind the column that was read last: most are read in their order.
    next: AtomicUsize,
}

impl Clone for Row {
    fn clone(&self) -> Self {
        Self::new(Arc::clone(&self.columns), self.values.clone())
    }
}

impl Row {
    pub(crate) const fn new(columns: Arc<[String]>, values: Vec<Value>) -> Self {
        Self { columns, values, next: AtomicUsize::new(0) }
    }

    /// The value of a column by its name.
    ///
    /// # Errors
    /// When there is no such column or it holds another type: both are faults of ours.
    pub fn get<T: FromValue>(&self, column: &str) -> Result<T, Error> {
        let Some(value) = self.place(column).and_then(|at| self.values.get(at)) else {
            return Err(Error::fault(format!("the result has no column `{column}`")));
        };
        T::from_value(value)
            .map_err(|error| Error::Fault(format!("column `{column}`: {error}").into()))
    }

    fn place(&self, column: &str) -> Option<usize> {
        let from = self.next.load(Ordering::Relaxed).min(self.columns.len());
        let (before, after) = self.columns.split_at(from);
        let found = after.iter().position(|name| name == column).map(|at| from + at);
        let found = found.or_else(|| before.iter().position(|name| name == column))?;
        self.next.store(found + 1, Ordering::Relaxed);
        Some(found)
    }

    /// The values in the order of the columns.
    #[must_use]
    pub fn into_values(self) -> Vec<Value> {
        self.values
    }

    /// The columns' names.
    #[must_use]
    pub fn columns(&self) -> &[String] {
        &self.columns
    }
}

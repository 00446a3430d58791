//! What a query gives back.

use std::sync::Arc;

use base::{FromValue, Value};

use crate::Error;

/// One row of a result.
#[derive(Debug, Clone)]
pub struct Row {
    columns: Arc<[String]>,
    values: Vec<Value>,
}

impl Row {
    pub(crate) const fn new(columns: Arc<[String]>, values: Vec<Value>) -> Self {
        Self { columns, values }
    }

    /// The value of a column by its name.
    ///
    /// # Errors
    /// When there is no such column or it holds another type: both are faults of ours.
    pub fn get<T: FromValue>(&self, column: &str) -> Result<T, Error> {
        let found = self.columns.iter().position(|name| name == column);
        let Some(value) = found.and_then(|at| self.values.get(at)) else {
            return Err(Error::fault(format!("the result has no column `{column}`")));
        };
        T::from_value(value.clone())
            .map_err(|error| Error::Fault(format!("column `{column}`: {error}").into()))
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

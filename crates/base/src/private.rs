//! Personal data that must not slip into a log.

use std::fmt;

/// Personal data: prints as dots, so that neither a log line nor an error can carry it.
#[derive(Clone, PartialEq, Eq)]
pub struct Private<T>(T);

impl<T> Private<T> {
    /// Wraps personal data.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// The data itself, for a page or a mail that the reader may see.
    pub const fn expose(&self) -> &T {
        &self.0
    }

    /// Unwraps the data.
    pub fn into_exposed(self) -> T {
        self.0
    }
}

impl<T> fmt::Debug for Private<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("•••")
    }
}

impl<T> fmt::Display for Private<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("•••")
    }
}

impl<T: crate::ToValue> crate::ToValue for Private<T> {
    fn to_value(&self) -> crate::Value {
        self.0.to_value()
    }
}

impl<T: crate::FromValue> crate::FromValue for Private<T> {
    fn from_value(value: crate::ValueRef<'_>) -> Result<Self, crate::ValueError> {
        T::from_value(value).map(Self)
    }
}

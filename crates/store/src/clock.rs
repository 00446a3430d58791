//! The one place that reads the clock.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use base::Instant;

/// What time it is, for a whole installation.
#[derive(Debug, Clone, Default)]
pub enum Clock {
    /// The system's clock.
    #[default]
    System,
    /// A clock that somebody sets, in microseconds: tests, and the demo's past.
    Set(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands still at this instant.
    #[must_use]
    pub fn at(now: Instant) -> Self {
        Self::Set(Arc::new(AtomicI64::new(now.micros())))
    }

    /// Now.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is the place that reads the clock")]
    pub fn now(&self) -> Instant {
        match self {
            Self::System => Instant::from_micros(jiff::Timestamp::now().as_microsecond()),
            Self::Set(micros) => Instant::from_micros(micros.load(Ordering::SeqCst)),
        }
    }

    /// Moves a set clock; the system's clock stays as it is.
    pub fn set(&self, now: Instant) {
        match self {
            Self::System => {}
            Self::Set(micros) => micros.store(now.micros(), Ordering::SeqCst),
        }
    }
}

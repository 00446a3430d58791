//! The plan of a partnership: who promised what to whom, by when, and what became of it.

mod commitment;
mod error;
pub mod follow_through;
pub mod stalled;

pub use commitment::*;
pub use error::Error;

//! The permissions that routes of upper contexts declare when they call the commands of this one.

pub use crate::access::{ACT, PROPOSE, READ, READ_DECISIONS};

//! The roadmap: the plan in time. What waits for what, what a moved date pushes, which chain of work
//! decides when it all ends; as a picture, a table, a file and a calendar.

pub(crate) mod api;
pub(crate) mod calendar;
pub mod commands;
pub(crate) mod export;
pub(crate) mod find;
pub mod import;
pub(crate) mod pages;
pub(crate) mod queries;
pub(crate) mod routes;
pub mod schedule;
pub(crate) mod store;

pub use self::{
    commands::{wait_for, wait_no_longer},
    schedule::{Dependency, Push, Ripple, Schedule},
};

/// The longest that one thing waits after another, in days.
pub const MOST_LAG_DAYS: i64 = 3_650;

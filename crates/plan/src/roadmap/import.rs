//! Bringing the plan in from a file: all of it or nothing, again without a change, and with a report
//! of everything that could not be taken. The file is the one that the export writes.

pub(crate) mod api;
pub(crate) mod events;
pub(crate) mod pages;
mod reconcile;
mod run;
mod sheet;

use base::Title;

pub use self::run::run;

/// The most bytes of a file.
pub const MOST_BYTES: usize = 4 * 1024 * 1024;

/// A file to take the plan from.
#[derive(Debug, Clone)]
pub struct Source {
    /// What it is called.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Where it comes from, when that is not its name.
    pub from: Option<Title>,
}

/// Whether anything is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// The report says what would come of the file, and nothing is written.
    DryRun,
    /// The file is taken, if all of it can be.
    Write,
}

//! Taking numbers from files: all of a file or nothing, again without a change, and with a report of
//! everything that could not be taken.

pub(crate) mod api;
pub(crate) mod commands;
pub(crate) mod events;
pub(crate) mod jobs;
pub(crate) mod pages;
pub(crate) mod parse;
pub(crate) mod reconcile;
pub(crate) mod report;
pub(crate) mod run;
pub(crate) mod store;
pub(crate) mod views;

pub use jobs::Options;
pub use run::{Mode, run};

base::id! {
    /// A file that was sent.
    pub ImportId = "imp";
}

/// The most bytes of a file that is sent to a page or the API.
pub const MAX_UPLOAD: usize = 20 * 1024 * 1024;

/// A file to take numbers from.
#[derive(Debug, Clone)]
pub struct Source {
    /// What it is called.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

base::words! {
    /// What becomes of a file that is wrong in part.
    pub enum Whole {
        /// Nothing of it is taken.
        Required = "required",
        /// What is right is taken, and the rest reported.
        TakeTheRest = "take_the_rest",
    }
}

//! Which meetings a list shows.

use partnership::BodyId;
use web::Input;

use super::{MinutesName, SeriesId, StateName};

base::words! {
    /// Whether meetings come or were.
    pub enum When {
        /// They come; the first one first.
        Coming = "coming",
        /// They were; the last one first.
        Past = "past",
    }
}

/// Meetings on a page.
pub(crate) const PAGE: usize = 25;

/// What a list of meetings shows; everything that is set must hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// Whether they come or were.
    pub when: When,
    /// Who meets.
    pub body: Option<BodyId>,
    /// The series that made them.
    pub series: Option<SeriesId>,
    /// Where they stand.
    pub state: Option<StateName>,
    /// Where their minutes stand.
    pub minutes: Option<MinutesName>,
}

impl Default for Filter {
    fn default() -> Self {
        Self { when: When::Coming, body: None, series: None, state: None, minutes: None }
    }
}

impl Filter {
    /// The values that stand in an address.
    pub(crate) const NAMES: [&'static str; 5] = ["when", "body", "series", "state", "minutes"];

    /// Reads them, and the mark `after`. What cannot be read is noted, so that a program learns of
    /// it; a page shows what it could read.
    pub(crate) fn read(input: &mut Input) -> (Self, Option<String>) {
        let filter = Self {
            when: input.optional("when").unwrap_or(When::Coming),
            body: input.optional("body"),
            series: input.optional("series"),
            state: input.optional("state"),
            minutes: input.optional("minutes"),
        };
        (filter, input.text("after").map(str::to_owned))
    }
}

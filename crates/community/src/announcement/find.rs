//! Which announcements a list shows.

use base::OrganizationId;
use web::Input;

base::words! {
    /// Which announcements, by who has read them.
    pub(crate) enum Show {
        /// Those that an organization of the reader has not read.
        Unread = "unread",
        /// Those that some organization has not read.
        Awaited = "awaited",
    }
}

/// Announcements on a page.
pub(crate) const PAGE: usize = 30;

/// What a list of announcements shows; everything that is set must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    /// Who has read them.
    pub(crate) show: Option<Show>,
    /// Who announced them.
    pub(crate) organization: Option<OrganizationId>,
}

impl Filter {
    /// The values that stand in an address.
    pub(crate) const NAMES: [&'static str; 2] = ["show", "partner"];

    /// Reads them, and the mark `after`.
    pub(crate) fn read(input: &mut Input) -> (Self, Option<String>) {
        let filter = Self { show: input.optional("show"), organization: input.optional("partner") };
        (filter, input.text("after").map(str::to_owned))
    }
}

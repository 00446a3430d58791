//! Which drafts a list shows.

use base::{OrganizationId, Title};
use web::Input;

use super::{Kind, StateName};

/// Drafts on a page.
pub(crate) const PAGE: usize = 30;

/// What a list of drafts shows; everything that is set must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    /// Where it stands.
    pub(crate) state: Option<StateName>,
    /// What it becomes.
    pub(crate) kind: Option<Kind>,
    /// Who holds the pen.
    pub(crate) holder: Option<OrganizationId>,
    /// With all these words, folded.
    pub(crate) words: Vec<String>,
}

impl Filter {
    /// The values that stand in an address.
    pub(crate) const NAMES: [&'static str; 4] = ["state", "kind", "partner", "q"];

    /// Reads them, and the mark `after`.
    pub(crate) fn read(input: &mut Input) -> (Self, Option<String>) {
        let words = input.optional::<Title>("q");
        let words = words.as_ref().map(|text| plan::search_words([text.as_str()]));
        let filter = Self {
            state: input.optional("state"),
            kind: input.optional("kind"),
            holder: input.optional("partner"),
            words: words.unwrap_or_default(),
        };
        (filter, input.text("after").map(str::to_owned))
    }
}

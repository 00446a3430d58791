//! Which risks and issues a list shows.

use base::{OrganizationId, Title};
use web::Input;

use super::{Kind, State};
use crate::{goal::ItemId, search_words};

/// Lines on a page.
pub(crate) const PAGE: usize = 50;

base::words! {
    /// What is due.
    pub(crate) enum Due {
        /// A look at it.
        Review = "review",
    }
}

/// What must hold of everything that is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    /// A risk or an issue.
    pub kind: Option<Kind>,
    /// Open, if nothing else is said.
    pub state: Option<State>,
    /// This organization answers for it.
    pub owner: Option<OrganizationId>,
    /// It threatens this item.
    pub item: Option<ItemId>,
    /// What is due.
    pub due: Option<Due>,
    /// With all these words, folded.
    pub words: Vec<String>,
}

impl Filter {
    /// The values that stand in an address.
    pub(crate) const NAMES: [&'static str; 6] = ["kind", "state", "partner", "item", "due", "q"];

    /// Reads them, and the mark `after`.
    pub(crate) fn read(input: &mut Input) -> (Self, Option<String>) {
        let words = input.optional::<Title>("q");
        let filter = Self {
            kind: input.optional("kind"),
            state: input.optional("state"),
            owner: input.optional("partner"),
            item: input.optional("item"),
            due: input.optional("due"),
            words: words.map(|text| search_words([text.as_str()])).unwrap_or_default(),
        };
        (filter, input.text("after").map(str::to_owned))
    }
}

//! Which ideas a list shows.

use base::{OrganizationId, Title};
use web::Input;

use super::{Kind, State};
use crate::search_words;

/// Lines on a page.
pub(crate) const PAGE: usize = 50;

/// What must hold of everything that is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    /// An idea or a recommendation.
    pub kind: Option<Kind>,
    /// How far it is.
    pub state: Option<State>,
    /// This organization answers for it.
    pub owner: Option<OrganizationId>,
    /// With all these words, folded.
    pub words: Vec<String>,
}

impl Filter {
    /// The values that stand in an address.
    pub(crate) const NAMES: [&'static str; 4] = ["kind", "state", "partner", "q"];

    /// Reads them, and the mark `after`.
    pub(crate) fn read(input: &mut Input) -> (Self, Option<String>) {
        let words = input.optional::<Title>("q");
        let filter = Self {
            kind: input.optional("kind"),
            state: input.optional("state"),
            owner: input.optional("partner"),
            words: words.map(|text| search_words([text.as_str()])).unwrap_or_default(),
        };
        (filter, input.text("after").map(str::to_owned))
    }
}

//! Which decisions the log shows.

use base::{OrganizationId, Title};
use partnership::BodyId;
use web::Input;

use super::{
    StateName,
    count::{Method, Outcome},
};
use crate::search_words;

base::words! {
    /// The name of an [`Outcome`], without what it carries.
    pub enum ResultName {
        /// The proposal holds.
        Adopted = "adopted",
        /// An option of the list was chosen.
        Chosen = "chosen",
        /// The proposal does not hold.
        NotAdopted = "not_adopted",
        /// Nothing was decided.
        Undecided = "undecided",
    }
}

base::words! {
    /// Whether what was decided still holds.
    pub enum Force {
        /// Nothing has taken its place.
        InForce = "in_force",
        /// A later decision took its place.
        Replaced = "replaced",
    }
}

/// Decisions on a page.
pub(crate) const PAGE: usize = 50;

/// What a list of decisions shows; everything that is set must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Where it stands.
    pub state: Option<StateName>,
    /// How it is decided.
    pub method: Option<Method>,
    /// What came of it.
    pub result: Option<ResultName>,
    /// Whether it still holds.
    pub force: Option<Force>,
    /// Who brings it.
    pub owner: Option<OrganizationId>,
    /// The body that decides.
    pub body: Option<BodyId>,
    /// With all these words, folded.
    pub words: Vec<String>,
}

impl ResultName {
    /// The name of what came of a question.
    #[must_use]
    pub const fn of(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Adopted => Self::Adopted,
            Outcome::NotAdopted => Self::NotAdopted,
            Outcome::Chosen(_) => Self::Chosen,
            Outcome::Undecided(_) => Self::Undecided,
        }
    }
}

impl Filter {
    /// The values that stand in an address.
    pub(crate) const NAMES: [&'static str; 7] =
        ["state", "method", "result", "force", "partner", "body", "q"];

    /// Reads them, and the mark `after`. What cannot be read is noted, so that a program learns of
    /// it; a page shows what it could read.
    pub(crate) fn read(input: &mut Input) -> (Self, Option<String>) {
        let words = input.optional::<Title>("q");
        let words = words.as_ref().map(|text| search_words([text.as_str()])).unwrap_or_default();
        let filter = Self {
            state: input.optional("state"),
            method: input.optional("method"),
            result: input.optional("result"),
            force: input.optional("force"),
            owner: input.optional("partner"),
            body: input.optional("body"),
            words,
        };
        (filter, input.text("after").map(str::to_owned))
    }
}

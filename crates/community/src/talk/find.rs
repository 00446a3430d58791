//! Which threads a list shows.

use base::{OrganizationId, Title};
use web::Input;

base::words! {
    /// Which threads, by where they stand.
    pub(crate) enum Show {
        /// Those that go on.
        Open = "open",
        /// Those in which somebody needs help.
        Help = "help",
        /// Those that the reader follows.
        Followed = "followed",
        /// Those that are settled.
        Closed = "closed",
    }
}

/// Threads on a page.
pub(crate) const PAGE: usize = 30;

/// What a list of threads shows; everything that is set must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    /// Where they stand.
    pub show: Option<Show>,
    /// About what kind of record.
    pub kind: Option<String>,
    /// About which record of that kind.
    pub id: Option<String>,
    /// Whose first post.
    pub organization: Option<OrganizationId>,
    /// With all these words, folded.
    pub words: Vec<String>,
}

impl Filter {
    /// The values that stand in an address.
    pub(crate) const NAMES: [&'static str; 5] = ["show", "kind", "about", "partner", "q"];

    /// Reads them, and the mark `after`. What cannot be read is noted, so that a program learns of
    /// it; a page shows what it could read.
    pub(crate) fn read(input: &mut Input, kinds: &[&str]) -> (Self, Option<String>) {
        let words = input.optional::<Title>("q");
        let words = words.as_ref().map(|text| plan::search_words([text.as_str()]));
        let (mut kind, mut id) = (input.text("kind").map(str::to_owned), None);
        if let Some((of, one)) = input.text("about").and_then(|key| key.split_once(':')) {
            (kind, id) = (Some(of.to_owned()), Some(one.to_owned()));
        }
        if let Some(unknown) = kind.take_if(|kind| !kinds.contains(&kind.as_str())) {
            let field = if id.take().is_some() { "about" } else { "kind" };
            input.refuse(field, "choice_unknown", vec![("value", unknown)]);
        }
        let filter = Self {
            show: input.optional("show"),
            kind,
            id,
            organization: input.optional("partner"),
            words: words.unwrap_or_default(),
        };
        (filter, input.text("after").map(str::to_owned))
    }
}

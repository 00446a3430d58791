//! The story behind the curve: what drives a trend, in the words of those who keep it.

pub(crate) mod api;
pub(crate) mod commands;
pub(crate) mod events;
pub(crate) mod pages;
pub(crate) mod queries;
pub(crate) mod store;

use base::{Instant, OrganizationId, Reason, Revision};
use web::Input;

use crate::Error;

/// What drives a trend, dated and signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story {
    /// What it says.
    pub telling: Telling,
    /// The first is 1; each change is the next, and those before stay.
    pub revision: Revision,
    /// Who told it.
    pub by: String,
    /// For which organization.
    pub organization: Option<OrganizationId>,
    /// When.
    pub at: Instant,
}

/// What a story says; each line is one point.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Telling {
    /// What helps.
    pub helps: Option<Reason>,
    /// What slows us down.
    pub slows: Option<Reason>,
    /// What we do next.
    pub next_steps: Option<Reason>,
}

impl Telling {
    /// Checks that it says something.
    ///
    /// # Errors
    /// When it does not.
    pub fn checked(self) -> Result<Self, Error> {
        if self == Self::default() { Err(Error::StoryEmpty) } else { Ok(self) }
    }

    /// The telling that an input holds; what is wrong is noted in it.
    fn of(input: &mut Input) -> Option<Self> {
        let telling = Self {
            helps: input.optional::<Reason>("helps"),
            slows: input.optional::<Reason>("slows"),
            next_steps: input.optional::<Reason>("next_steps"),
        };
        if input.is_fine() { Some(telling) } else { None }
    }
}

/// The points of a part: its lines.
pub(crate) fn points(part: Option<&Reason>) -> Vec<String> {
    let lines = part.map(Reason::as_str).unwrap_or_default().lines();
    let bare = lines.map(|line| line.trim().trim_start_matches(['-', '*', '•']).trim());
    bare.filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_a_point_and_the_marks_of_lists_are_left_out() {
        let text: Reason =
            "One form instead of six\n- The landlord fund\n\n  • IDs ready".parse().unwrap();
        let expected = ["One form instead of six", "The landlord fund", "IDs ready"];
        assert_eq!(points(Some(&text)), expected);
        assert!(points(None).is_empty());
        assert!(matches!(Telling::default().checked(), Err(Error::StoryEmpty)));
    }
}

//! What a holder keeps about a client, one record for each class of data, with the marks of its origin.
//!
//! Invariant: marks only grow, and a copy keeps those of its origin. What was destroyed has no content.

pub(crate) mod api;
pub mod commands;
pub(crate) mod events;
pub(crate) mod import;
pub(crate) mod pages;
pub(crate) mod parse;
pub mod queries;
pub(crate) mod store;

use base::{Instant, Line, OrganizationId, PersonId, Private, Prose};
use policy::{Class, ClientId, ConsentId, Identifiability, Label, Names, Purpose, Regime, Set};

pub use self::{
    commands::{NewRecord, correct, destroy, keep, note_copy},
    import::{Report, RowProblem, import},
};
use crate::{receipt::ReceiptId, terms::Name};

base::id! {
    /// Names a record of a client.
    pub RecordId = "rec";
}

/// The number under which a holder keeps a client.
pub type FileNumber = Line<60>;

/// What a record says.
pub type Content = Prose<4000>;

/// The bit of a copy that goes no further: no rule knows it, so nothing lets it pass.
const STAYS: i64 = 1 << 41;

/// A record of a client.
#[derive(Debug, Clone)]
pub struct Record {
    /// Its name.
    pub id: RecordId,
    /// Who holds it.
    pub holder: OrganizationId,
    /// Whom it is about.
    pub client: ClientId,
    /// What it is.
    pub class: Name,
    /// Who set its marks.
    pub origin: OrganizationId,
    /// The laws that ride on it.
    pub regimes: Set<Regime>,
    /// The form in which it is held.
    pub identifiability: Identifiability,
    /// The consent under which it came.
    pub consent: Option<ConsentId>,
    /// The purpose that it is bound to.
    pub bound_to: Option<Name>,
    /// When it must be destroyed.
    pub destroy_by: Option<Instant>,
    /// The receipt with which it came; none in what the holder entered itself.
    pub receipt: Option<ReceiptId>,
    /// What it says; nothing when it was destroyed, or when only its marks are known here.
    pub content: Option<Private<Content>>,
    /// When it was entered, or came.
    pub entered_at: Instant,
    /// By whom.
    pub entered_by: Option<PersonId>,
    /// When it was destroyed.
    pub destroyed_at: Option<Instant>,
}

/// Whether a copy may be passed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Onward {
    /// As the laws on it let it go.
    AsLawful,
    /// Not at all.
    Never,
}

impl Record {
    /// Whether it came from elsewhere.
    #[must_use]
    pub fn is_copy(&self) -> bool {
        self.holder != self.origin
    }

    /// Whether it may be passed on at all.
    #[must_use]
    pub fn onward(&self) -> Onward {
        if self.regimes.bits() & STAYS == 0 { Onward::AsLawful } else { Onward::Never }
    }

    /// Whether it says something today.
    #[must_use]
    pub fn is_there(&self, now: Instant) -> bool {
        let is_over = self.destroy_by.is_some_and(|end| end <= now);
        self.content.is_some() && self.destroyed_at.is_none() && !is_over
    }

    /// Its marks as the engine reads them.
    pub(crate) fn label(&self, names: &Names) -> Label {
        let (class, bound_to) = understood(names, &self.class, self.bound_to.as_ref());
        Label {
            class,
            holder: Some(self.holder),
            origin: Some(self.origin),
            client: Some(self.client),
            regimes: Some(self.regimes),
            identifiability: Some(self.identifiability),
            consent: self.consent,
            bound_to,
            destroy_by: self.destroy_by,
        }
    }
}

/// A class, and the purpose that it is bound to. One that is not known makes the record unreadable.
pub(crate) fn understood(
    names: &Names,
    class: &Name,
    bound_to: Option<&Name>,
) -> (Option<Class>, Option<Purpose>) {
    let purpose = bound_to.map(|name| names.purpose(name.as_str()));
    (names.class(class.as_str()).filter(|_| purpose != Some(None)), purpose.flatten())
}

/// The laws of a copy, with the mark that it goes no further.
pub(crate) fn carried(regimes: Set<Regime>, onward: Onward) -> Set<Regime> {
    match onward {
        Onward::AsLawful => regimes,
        Onward::Never => regimes.union(Set::from_bits(STAYS)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_that_goes_no_further_keeps_the_laws_of_its_origin() {
        let laws = Set::of(&[Regime::Hipaa, Regime::Part2]);
        let copy = carried(laws, Onward::Never);
        assert!(copy.has(Regime::Hipaa) && copy.has(Regime::Part2));
        assert!(!copy.is_known(), "no rule knows the mark, so nothing lets it pass");
        assert_eq!(carried(laws, Onward::AsLawful), laws);
        // Once marked, it stays so whatever is added.
        assert!(!carried(copy, Onward::AsLawful).is_known());
    }
}

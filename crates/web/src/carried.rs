//! What somebody carries in a seat, for the one who takes it over.

use base::{Instant, OrganizationId, PersonId};
use store::{Cx, Permission};

use crate::{Item, Loading, Registry};

/// A list of what a seat carries, with the permission that it needs.
#[derive(Debug)]
pub struct Carried {
    /// What the list is called, by a key of the catalog.
    pub title: &'static str,
    /// What reading it needs.
    pub permission: Permission,
    /// Reads it.
    pub load: fn(Cx, Seated) -> Loading<Vec<Item>>,
}

/// A seat and who sits in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seated {
    /// The seat.
    pub seat: String,
    /// The organization that it speaks for.
    pub organization: OrganizationId,
    /// Who held it before.
    pub before: Option<PersonId>,
    /// Who holds it now, or was asked to.
    pub holder: Option<PersonId>,
    /// Since when.
    pub since: Option<Instant>,
}

impl Registry {
    /// Every list of what a seat carries, in the order of the contexts.
    #[must_use]
    pub fn carried(&self) -> &[&'static Carried] {
        &self.carried
    }
}

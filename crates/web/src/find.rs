//! What can be found: how records become documents of the search, and documents hits again.

use base::{Instant, OrganizationId, PersonId};
use store::{Cx, Permission};

use crate::{Loading, Registry};

/// How a context's records of one kind are found.
#[derive(Debug)]
pub struct Find {
    /// The kind, as the subjects of its events say it.
    pub kind: &'static str,
    /// What a reader needs to find any of them; the roles that carry it stand in the index.
    pub permission: Permission,
    /// Reads these records as documents, by the caller's rights: what is not there any more, or not
    /// for the caller, is left out.
    pub load: fn(Cx, Vec<String>) -> Loading<Vec<Document>>,
    /// The identifiers of the next records after one, in the order of their identifiers.
    pub after: fn(Cx, String) -> Loading<Vec<String>>,
}

/// A record as the search knows it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// Its identifier.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What else is said in it, the most telling first.
    pub texts: Vec<String>,
    /// The organizations that have a part in it.
    pub organizations: Vec<OrganizationId>,
    /// The people who have a part in it.
    pub people: Vec<PersonId>,
    /// When it last moved.
    pub at: Option<Instant>,
    /// Who may find it, where not everybody with the permission may.
    pub readers: Readers,
}

/// Who may find a document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Readers {
    /// Whoever holds the permission.
    #[default]
    Permitted,
    /// Of these only those who have a role for one of the organizations, or are one of the people.
    Only(Vec<OrganizationId>, Vec<PersonId>),
}

impl Registry {
    /// Everything that can be found, in the order of the contexts.
    #[must_use]
    pub fn finds(&self) -> &[&'static Find] {
        &self.finds
    }
}

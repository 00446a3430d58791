//! Who is in this partnership: what other contexts ask to name organizations and people.

use std::{collections::HashMap, sync::Arc};

use ::store::{Row, Tx};
use base::{OrganizationId, PersonId, Private, Role};

use crate::{Error, OrganizationKind, Part, Sector, fold::name_key};

pub(crate) mod store;

/// The organizations that are or were in a partnership, by name. Copies share the list.
#[derive(Debug, Clone, Default)]
pub struct Directory(Arc<Listed>);

/// A directory's list, and where each is in it.
#[derive(Debug, Default)]
pub(crate) struct Listed {
    entries: Vec<DirectoryEntry>,
    places: HashMap<OrganizationId, usize>,
}

/// An organization as lists name it.
#[derive(Debug, Clone)]
pub struct DirectoryEntry {
    /// Its identifier.
    pub id: OrganizationId,
    /// Its name.
    pub name: String,
    /// A few letters that stand for it.
    pub short_name: String,
    /// What it is.
    pub kind: OrganizationKind,
    /// The field it works in.
    pub sector: Sector,
    /// Its part in the partnership.
    pub part: Part,
    /// Whether it is a member today; one that left is still named in old records.
    pub current: bool,
}

impl Listed {
    pub(crate) fn of(entries: Vec<DirectoryEntry>) -> Self {
        let places = entries.iter().enumerate().map(|(at, entry)| (entry.id, at)).collect();
        Self { entries, places }
    }
}

impl Directory {
    /// The organization.
    #[must_use]
    pub fn get(&self, id: OrganizationId) -> Option<&DirectoryEntry> {
        self.0.places.get(&id).and_then(|at| self.0.entries.get(*at))
    }

    /// Its name; nothing when it never was here.
    #[must_use]
    pub fn name(&self, id: OrganizationId) -> &str {
        self.get(id).map_or("", |entry| &entry.name)
    }

    /// The few letters that stand for it; nothing when it never was here.
    #[must_use]
    pub fn short_name(&self, id: OrganizationId) -> &str {
        self.get(id).map_or("", |entry| &entry.short_name)
    }

    /// The members of today, by name.
    pub fn current(&self) -> impl Iterator<Item = &DirectoryEntry> {
        self.0.entries.iter().filter(|entry| entry.current)
    }

    /// All that are or were here, by name.
    #[must_use]
    pub fn all(&self) -> &[DirectoryEntry] {
        &self.0.entries
    }

    /// Whether the organization is a member today.
    #[must_use]
    pub fn has(&self, id: OrganizationId) -> bool {
        self.get(id).is_some_and(|entry| entry.current)
    }
}

/// Some people of a partnership, to be named.
#[derive(Debug, Clone, Default)]
pub struct People(HashMap<PersonId, PersonEntry>);

/// The names of some people, where nothing else of them is shown.
#[derive(Debug, Clone, Default)]
pub struct Names(HashMap<PersonId, Private<String>>);

/// A person as lists name them.
#[derive(Debug, Clone)]
pub struct PersonEntry {
    /// The person.
    pub id: PersonId,
    /// Their name.
    pub name: Private<String>,
    /// Where they work, with what title; the first is the one they joined for.
    pub works: Vec<Work>,
    /// Whether they left the partnership.
    pub gone: bool,
}

/// A person's place in an organization.
#[derive(Debug, Clone)]
pub struct Work {
    /// The organization.
    pub organization: OrganizationId,
    /// Their title there.
    pub title: Option<String>,
    /// Their roles there.
    pub roles: Vec<Role>,
}

impl DirectoryEntry {
    /// Whether a text is its name or the few letters that stand for it, whatever the case and the
    /// accents.
    #[must_use]
    pub fn is_called(&self, text: &str) -> bool {
        let key = name_key(text);
        !key.is_empty() && [&self.name, &self.short_name].iter().any(|name| name_key(name) == key)
    }
}

impl PersonEntry {
    /// Their name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.name.expose()
    }

    /// The organization they joined for.
    #[must_use]
    pub fn organization(&self) -> Option<OrganizationId> {
        self.works.first().map(|work| work.organization)
    }

    /// Their title there.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.works.first().and_then(|work| work.title.as_deref())
    }
}

impl People {
    pub(crate) fn of(entries: impl IntoIterator<Item = PersonEntry>) -> Self {
        Self(entries.into_iter().map(|entry| (entry.id, entry)).collect())
    }

    /// The same people, of whom only where they work can be told.
    pub(crate) fn without_names(mut self) -> Self {
        self.0.values_mut().for_each(|entry| entry.name = Private::new(String::new()));
        self
    }

    /// The person.
    #[must_use]
    pub fn get(&self, id: PersonId) -> Option<&PersonEntry> {
        self.0.get(&id)
    }

    /// Their name; nothing when they never were here.
    #[must_use]
    pub fn name(&self, id: PersonId) -> &str {
        self.get(id).map_or("", PersonEntry::name)
    }
}

impl Names {
    /// Whom rows name, by the columns of the person and of their name.
    ///
    /// # Errors
    /// When a row has no such columns: a fault.
    pub fn of(rows: &[Row], person: &str, name: &str) -> Result<Self, Error> {
        let mut names = Self::default();
        for row in rows {
            names.add(row, person, name)?;
        }
        Ok(names)
    }

    /// The name; nothing when they never were here.
    #[must_use]
    pub fn name(&self, id: PersonId) -> &str {
        self.0.get(&id).map_or("", |name| name.expose())
    }

    /// Adds whom a row names: by the columns of the person and of their name, if there is one.
    ///
    /// # Errors
    /// When the row has no such columns: a fault.
    pub fn add(&mut self, row: &Row, person: &str, name: &str) -> Result<(), Error> {
        if let (Some(person), Some(name)) = (row.get(person)?, row.get(name)?) {
            self.0.insert(person, name);
        }
        Ok(())
    }

    /// Adds the names of others.
    pub fn join(&mut self, others: Self) {
        self.0.extend(others.0);
    }
}

/// The organizations of this partnership. One query.
///
/// # Errors
/// When the database fails.
pub async fn directory(tx: &Tx) -> Result<Directory, Error> {
    store::directory(tx).await
}

/// These people, with name, organizations and titles; those who never were here are left out.
/// One query for each 64.
///
/// # Errors
/// When the database fails.
pub async fn people(tx: &Tx, ids: &[PersonId]) -> Result<People, Error> {
    store::people(tx, ids).await
}

/// The names of these people; those who never were here are left out. One query for each 64.
///
/// # Errors
/// When the database fails.
pub async fn names(tx: &Tx, ids: &[PersonId]) -> Result<Names, Error> {
    store::names(tx, ids).await
}

/// The people of today with one of these names, each name with the one who has it; whatever the case
/// and the accents. One query for each 64 names.
///
/// # Errors
/// When the database fails.
pub async fn people_called(tx: &Tx, names: &[&str]) -> Result<Vec<(String, PersonId)>, Error> {
    store::people_called(tx, names).await
}

/// Who has a role for an organization here, by name. One query.
///
/// # Errors
/// When the database fails.
pub async fn members(tx: &Tx, organization: OrganizationId) -> Result<Vec<PersonEntry>, Error> {
    store::members(tx, organization).await
}

/// Who answers for an organization here. One query.
///
/// # Errors
/// When the database fails.
pub async fn leads_of(tx: &Tx, organization: OrganizationId) -> Result<Vec<PersonId>, Error> {
    store::leads_of(tx, organization).await
}

/// Who answers for any organization here. One query.
///
/// # Errors
/// When the database fails.
pub async fn all_leads(tx: &Tx) -> Result<Vec<PersonId>, Error> {
    store::all_leads(tx).await
}

/// The organizations in all partnerships of the signed-in person, for what spans them, such as
/// *My work*. In the person's own scope only. One query.
///
/// # Errors
/// When the database fails.
pub async fn my_directory(tx: &Tx) -> Result<Directory, Error> {
    store::my_directory(tx).await
}

/// Who keeps the partnership going. One query.
///
/// # Errors
/// When the database fails.
pub async fn coordinators(tx: &Tx) -> Result<Vec<PersonId>, Error> {
    store::coordinators(tx).await
}

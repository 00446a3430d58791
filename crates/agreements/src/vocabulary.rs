//! What the partnership calls its kinds of data, its purposes and its roles; what each party is to the
//! law and keeps; who works with data. A decision understands nothing that is not named here.

pub mod commands;
pub(crate) mod events;
pub(crate) mod pages;
pub(crate) mod queries;
pub(crate) mod store;
pub mod users;
mod usual;

use std::collections::BTreeMap;

use base::{Instant, Language, Line, OrganizationId, PersonId};
use policy::{ClassKind, ClientId, EmergencyKind, Names, OrganizationKind, PurposeKind, Set};

pub use self::{
    commands::{Ground, lay},
    users::enter as enter_user,
    usual::usual_purposes,
};
use crate::terms::Name;

/// A name with what it is to the law, and what people call it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The name.
    pub name: Name,
    /// What it is.
    pub sort: Sort,
    /// What it is called in English; the name itself when nothing is said.
    pub english: Option<Line<120>>,
    /// In Spanish.
    pub spanish: Option<Line<120>>,
}

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// A class of data.
    Class(ClassKind),
    /// A purpose.
    Purpose(PurposeKind),
    /// A role.
    Role,
}

/// What a party is, as far as the law asks.
#[derive(Debug, Clone)]
pub struct Party {
    /// The party.
    pub organization: OrganizationId,
    /// What it is.
    pub kinds: Set<OrganizationKind>,
}

/// A class of data that a party keeps, and the laws that ride on it there.
#[derive(Debug, Clone)]
pub struct Holding {
    /// Who keeps it.
    pub holder: OrganizationId,
    /// What.
    pub class: Name,
    /// The laws. One that the program does not know is kept too: then nothing goes.
    pub laws: Vec<Line<64>>,
}

/// A class that an emergency opens, whatever is asked for.
#[derive(Debug, Clone)]
pub struct Opened {
    /// In which emergency.
    pub kind: EmergencyKind,
    /// What.
    pub class: Name,
}

/// A person who works with data, as far as a decision looks at them.
#[derive(Debug, Clone)]
pub struct DataUser {
    /// The person.
    pub person: PersonId,
    /// For whom they act; none when they act for themselves.
    pub organization: Option<OrganizationId>,
    /// Their role there.
    pub role: Option<Name>,
    /// Whether they treat people.
    pub is_medical: bool,
    /// When their yearly training lapses.
    pub trained_until: Option<Instant>,
    /// Who they are as a client, if they are one.
    pub client: Option<ClientId>,
}

/// The names of a partnership.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    /// As the engine takes them.
    pub names: Names,
    classes: BTreeMap<String, Named>,
    purposes: BTreeMap<String, Named>,
    roles: BTreeMap<String, Named>,
}

impl Vocabulary {
    /// Puts the names together. One that cannot be a name is left out: it gives nothing then.
    #[must_use]
    pub fn of(all: Vec<Named>) -> Self {
        let mut vocabulary = Self::default();
        for named in all {
            let name = named.name.as_str().to_owned();
            let (is_named, list) = match named.sort {
                Sort::Class(kind) => {
                    (vocabulary.names.name_class(&name, kind).is_some(), &mut vocabulary.classes)
                }
                Sort::Purpose(kind) => {
                    (vocabulary.names.name_purpose(&name, kind).is_some(), &mut vocabulary.purposes)
                }
                Sort::Role => (vocabulary.names.name_role(&name).is_some(), &mut vocabulary.roles),
            };
            if is_named {
                list.insert(name, named);
            }
        }
        vocabulary
    }

    /// The classes, by name.
    pub fn classes(&self) -> impl Iterator<Item = &Named> {
        self.classes.values()
    }

    /// The purposes, by name.
    pub fn purposes(&self) -> impl Iterator<Item = &Named> {
        self.purposes.values()
    }

    /// The roles, by name.
    pub fn roles(&self) -> impl Iterator<Item = &Named> {
        self.roles.values()
    }

    /// What a class is called.
    #[must_use]
    pub fn class(&self, name: &str, language: Language) -> String {
        called(self.classes.get(name), name, language)
    }

    /// What a purpose is called.
    #[must_use]
    pub fn purpose(&self, name: &str, language: Language) -> String {
        called(self.purposes.get(name), name, language)
    }

    /// What a role is called.
    #[must_use]
    pub fn role(&self, name: &str, language: Language) -> String {
        called(self.roles.get(name), name, language)
    }

    pub(crate) fn class_in_english(&self, name: &Name) -> String {
        self.class(name.as_str(), Language::English)
    }

    pub(crate) fn purpose_in_english(&self, name: &Name) -> String {
        self.purpose(name.as_str(), Language::English)
    }

    pub(crate) fn role_in_english(&self, name: &Name) -> String {
        self.role(name.as_str(), Language::English)
    }
}

impl Named {
    /// What it is called in a language.
    #[must_use]
    pub fn label(&self, language: Language) -> String {
        called(Some(self), self.name.as_str(), language)
    }
}

fn called(named: Option<&Named>, name: &str, language: Language) -> String {
    let label = named.and_then(|named| match language {
        Language::English => named.english.as_ref(),
        Language::Spanish => named.spanish.as_ref().or(named.english.as_ref()),
    });
    label.map_or_else(|| name.replace('_', " "), ToString::to_string)
}

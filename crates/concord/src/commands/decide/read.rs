//! From the words of a file of cases to the types of the commands.

use std::collections::BTreeMap;

use agreements::{
    Grant,
    vocabulary::{self, Named, Sort},
};
use partnership::{Entry, OrganizationKind, Sector};
use policy::{ClassKind, PurposeKind};

use super::book::{Book, Classes};
use crate::failure::Failure;

/// The names of the file: the usual purposes with their kinds, classes with what their name says, roles.
pub(super) fn names(book: &Book) -> Result<Vec<Named>, Failure> {
    let mut all = vocabulary::usual_purposes().map_err(because("the usual purposes"))?;
    let plain = |name: &str, sort: Sort| {
        Ok::<_, Failure>(Named { name: read(name)?, sort, english: None, spanish: None })
    };
    let granted = book.agreements.iter().flat_map(|each| &each.grants);
    let consented = book.consents.iter().flat_map(|each| &each.purposes);
    for purpose in granted.flat_map(|grant| &grant.purposes).chain(consented) {
        if !all.iter().any(|named| named.name.as_str() == purpose) {
            all.push(plain(purpose, Sort::Purpose(PurposeKind::Other))?);
        }
    }
    for class in book.holdings.values().flat_map(BTreeMap::keys) {
        let kind = match class.as_str() {
            "abuse_report" => ClassKind::Report,
            name if name.ends_with("contact") => ClassKind::Address,
            _ => ClassKind::Record,
        };
        all.push(plain(class, Sort::Class(kind))?);
    }
    for role in book.users.values().filter_map(|user| user.role.as_deref()) {
        all.push(plain(role, Sort::Role)?);
    }
    Ok(all)
}

pub(super) fn entry(key: &str, name: &str) -> Result<Entry, Failure> {
    Ok(Entry {
        name: read(name)?,
        short_name: read(&key.to_uppercase())?,
        kind: OrganizationKind::Other,
        sector: Sector::Other,
        state: None,
        tribe: None,
        website: None,
        about: None,
    })
}

pub(super) fn classes(classes: &Classes) -> Result<agreements::Classes, Failure> {
    match classes {
        Classes::All(star) if star == "*" => Ok(agreements::Classes::All),
        Classes::All(one) => Ok(agreements::Classes::These(vec![read(one)?])),
        Classes::These(names) => Ok(agreements::Classes::These(list(names)?)),
    }
}

pub(super) fn all_of(grants: &[Grant]) -> agreements::Classes {
    let mut all = Vec::new();
    for grant in grants {
        match &grant.classes {
            agreements::Classes::All => return agreements::Classes::All,
            agreements::Classes::These(names) => all.extend(names.iter().cloned()),
        }
    }
    all.sort();
    all.dedup();
    agreements::Classes::These(all)
}

pub(super) fn list<T>(texts: &[String]) -> Result<Vec<T>, Failure>
where
    T: std::str::FromStr,
    T::Err: std::fmt::Display,
{
    texts.iter().map(|text| read(text)).collect()
}

pub(super) fn read<T>(text: &str) -> Result<T, Failure>
where
    T: std::str::FromStr,
    T::Err: std::fmt::Display,
{
    text.parse().map_err(|error| Failure::Unusable(format!("`{text}` cannot be read: {error}")))
}

pub(super) fn known<T: std::marker::Copy>(
    all: &BTreeMap<String, T>,
    what: &str,
    key: &str,
) -> Result<T, Failure> {
    all.get(key).copied().ok_or_else(|| unknown(what, key))
}

pub(super) fn unknown(what: &str, key: &str) -> Failure {
    Failure::Unusable(format!("the cases name no {what} `{key}`"))
}

pub(super) fn because<E>(what: impl Into<String>) -> impl FnOnce(E) -> Failure
where
    E: std::error::Error + Send + Sync + 'static,
{
    let what = what.into();
    move |error| Failure::Because {
        what: format!("{what} can't be loaded"),
        source: Box::new(error),
    }
}

//! What a partnership stands on: its name, purpose, shared vision, charter, and where it works.

use base::{Date, Language, Line, Prose, Revision, Zone};

use crate::{Area, Error};

pub(crate) mod api;
pub(crate) mod commands;
pub(crate) mod events;
pub(crate) mod overview;
pub(crate) mod pages;
pub(crate) mod queries;
pub(crate) mod store;

/// The most states and counties that one partnership lists.
pub(crate) const MOST_AREAS: usize = 100;

/// What a partnership says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foundation {
    /// Its name.
    pub name: Line<160>,
    /// The zone in which its deadlines are dates.
    pub zone: Zone,
    /// The language of its mails to people who chose none.
    pub language: Language,
    /// Why it exists.
    pub purpose: Option<Prose<4000>>,
    /// What its members want to see.
    pub vision: Option<Prose<1000>>,
    /// The text that its members agreed on.
    pub charter: Option<Prose<20_000>>,
    /// Where it works, by code, each once.
    pub areas: Vec<Area>,
}

/// A partnership as its overview shows it.
#[derive(Debug, Clone)]
pub struct Profile {
    /// What it says of itself.
    pub foundation: Foundation,
    /// Its first day here.
    pub founded: Date,
    /// How many organizations are members.
    pub organizations: i64,
    /// How many people have a role.
    pub people: i64,
    /// How many bodies meet.
    pub bodies: i64,
    /// How often it was changed.
    pub revision: Revision,
}

/// What the partnership hopes for, for what shows it on a page of its own. One query.
///
/// # Errors
/// When the database fails.
pub async fn vision(tx: &mut ::store::Tx) -> Result<Option<Prose<1000>>, Error> {
    Ok(store::load(tx).await?.foundation.vision)
}

impl Profile {
    /// Takes new words.
    ///
    /// # Errors
    /// When they were written over an older version.
    pub fn settle(&mut self, foundation: Foundation, seen: Revision) -> Result<(), Error> {
        if seen != self.revision {
            return Err(Error::Stale);
        }
        self.foundation = foundation;
        Ok(())
    }
}

/// Codes typed one on a line, with commas or blanks; each is kept once.
///
/// # Errors
/// The first code that names nothing.
pub(crate) fn areas(text: &str) -> Result<Vec<Area>, crate::UnknownArea> {
    let separators = |c: char| c == ',' || c == ';' || c.is_whitespace();
    let codes = text.split(separators).filter(|code| !code.is_empty());
    let mut areas = codes.map(str::parse).collect::<Result<Vec<Area>, _>>()?;
    areas.sort_unstable();
    areas.dedup();
    Ok(areas)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_sorted_and_kept_once() {
        let codes: Vec<_> = areas("55025, 55\n55025").unwrap().iter().map(Area::code).collect();
        assert_eq!(codes, ["55", "55025"]);
        assert_eq!(areas("55025 99").unwrap_err().code, "99");
    }
}

//! People: what colleagues may know of each other, and how they are found.

use std::collections::BTreeSet;

use base::{Line, OrganizationId, PartnershipId, PersonId, Private, Prose, Revision, Role};

use crate::{Error, fold::words_of};

pub(crate) mod api;
pub(crate) mod commands;
pub(crate) mod events;
pub(crate) mod me;
pub(crate) mod pages;
pub(crate) mod queries;
pub(crate) mod store;

/// A skill, a language or a field that somebody knows.
pub type Known = Line<60>;

/// The most skills, languages or fields that one person lists.
pub(crate) const MOST_KNOWN: usize = 20;

/// The most words of one person that the search keeps.
const MOST_WORDS: usize = 200;

/// The most words of a question that the search looks at.
const MOST_ASKED: usize = 5;

base::words! {
    /// What a person lists about themselves.
    pub enum Knowledge {
        /// Something they can do.
        Skill = "skill",
        /// A language they speak.
        Language = "language",
        /// A field they know well.
        Expertise = "expertise",
    }
}

/// A person as their colleagues in every shared partnership see them.
#[derive(Debug, Clone)]
pub struct Profile {
    /// The person.
    pub person: PersonId,
    /// Their own words.
    pub about: About,
    /// How often the profile was changed.
    pub revision: Revision,
}

/// What a person says about themselves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    /// How to reach them at work.
    pub contact: Option<Private<Line<160>>>,
    /// What they do, in a few lines.
    pub text: Option<Prose<1000>>,
    /// What they can do.
    pub skills: Vec<Known>,
    /// Which languages they speak.
    pub languages: Vec<Known>,
    /// Which fields they know well.
    pub expertise: Vec<Known>,
    /// What they are where they work.
    pub titles: Vec<Affiliation>,
}

/// A person's title in an organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Affiliation {
    /// The organization.
    pub organization: OrganizationId,
    /// What the person is there.
    pub title: Line<100>,
}

impl Profile {
    /// An empty profile.
    #[must_use]
    pub fn blank(person: PersonId) -> Self {
        Self { person, about: About::default(), revision: Revision(0) }
    }

    /// Takes a person's new words about themselves.
    ///
    /// # Errors
    /// When they saw an older profile.
    pub fn describe(&mut self, about: About, seen: Revision) -> Result<(), Error> {
        if seen != self.revision {
            return Err(Error::Stale);
        }
        self.about = about;
        Ok(())
    }
}

impl About {
    /// Each list with its kind.
    #[must_use]
    pub fn known(&self) -> [(Knowledge, &[Known]); 3] {
        [
            (Knowledge::Skill, &self.skills),
            (Knowledge::Language, &self.languages),
            (Knowledge::Expertise, &self.expertise),
        ]
    }
}

/// Cuts a typed list (one on a line, or with commas) into its items; the second of two that differ
/// only in capitals or accents is dropped.
#[must_use]
pub(crate) fn listed(text: &str) -> Vec<&str> {
    let mut seen = BTreeSet::new();
    let items = text.split(['\n', ',', ';']).map(str::trim).filter(|item| !item.is_empty());
    items.filter(|item| seen.insert(words_of(item))).collect()
}

/// The words under which a person is found in a partnership.
pub(crate) fn found_under<'a>(texts: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    texts.into_iter().flat_map(words_of).take(MOST_WORDS).collect()
}

/// The beginnings of words that a question asks for; a person must have all of them.
#[must_use]
pub(crate) fn asked_for(question: &str) -> Vec<String> {
    let words: BTreeSet<String> = words_of(question).into_iter().collect();
    words.into_iter().take(MOST_ASKED).collect()
}

/// Which people of a partnership are asked for.
#[derive(Debug, Clone)]
pub(crate) struct Wanted {
    /// Beginnings of words; a person must have all of them.
    pub words: Vec<String>,
    /// Only those with a role for this organization.
    pub organization: Option<OrganizationId>,
    /// Only those with this role.
    pub role: Option<Role>,
    /// The key after which the page begins.
    pub after: Option<::store::Cursor>,
    /// How many on a page.
    pub limit: i64,
}

/// A partnership in which a person is found, and the names that count there.
#[derive(Debug)]
pub(crate) struct FoundIn {
    /// The partnership.
    pub partnership: PartnershipId,
    /// The organizations that they work for there.
    pub works_for: Vec<OrganizationId>,
    /// The person's name, and their organizations' names there.
    pub names: Vec<String>,
}

#[cfg(test)]
mod tests {
    use base::Id;

    use super::*;

    #[test]
    fn a_list_may_be_typed_in_lines_or_with_commas() {
        assert_eq!(listed("Spanish, Hmong\n ASL;\n\nspanish "), ["Spanish", "Hmong", "ASL"]);
        assert!(listed(" \n,").is_empty());
    }

    #[test]
    fn a_person_is_found_without_accents_and_capitals() {
        let words = found_under(["José Núñez-Ortega", "Housing first"]);
        let want = ["first", "housing", "jose", "nunez", "ortega"];
        assert!(words.iter().eq(want));
        assert_eq!(asked_for(" NÚÑ  hous "), ["hous", "nun"]);
        assert_eq!(asked_for("a b c d e f g").len(), MOST_ASKED);
    }

    #[test]
    fn a_profile_seen_before_a_change_does_not_undo_it() {
        let mut profile = Profile::blank(PersonId::from_bits(1));
        assert!(matches!(profile.describe(About::default(), Revision(4)), Err(Error::Stale)));
        assert!(profile.describe(About::default(), Revision(0)).is_ok());
    }
}

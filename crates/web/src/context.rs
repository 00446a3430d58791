//! What a context brings to the program.

use store::{Clause, Jobs, Migration, Statement};

use crate::{NavItem, Panel, Routes};

/// One context's share of everything: the binary lists the contexts and knows no more of them.
#[derive(Debug, Clone, Copy)]
pub struct Context {
    /// Its package's name.
    pub name: &'static str,
    /// Its tables.
    pub migrations: &'static [Migration],
    /// Its statements, for the test that prepares them on both databases.
    pub statements: &'static [&'static [&'static Statement]],
    /// Its clauses, for the same test.
    pub clauses: &'static [&'static [&'static Clause]],
    /// Its addresses.
    pub routes: fn(&mut Routes),
    /// Its background work.
    pub jobs: fn(&mut Jobs),
    /// Its messages in English and in Spanish.
    pub catalogs: [&'static str; 2],
    /// Its places in the navigation.
    pub nav: &'static [NavItem],
    /// What it shows on pages of others.
    pub panels: &'static [&'static Panel],
    /// Where the page of a subject of its events is: `("commitment", "/p/{partnership}/commitments/{id}")`.
    pub subjects: &'static [(&'static str, &'static str)],
}

/// What all contexts bring together, for pages that show something of each.
#[derive(Debug, Default)]
pub struct Registry {
    pub(crate) panels: Vec<&'static Panel>,
    subjects: Vec<(&'static str, &'static str)>,
}

impl Registry {
    pub(crate) fn of(contexts: &[Context]) -> Self {
        Self {
            panels: contexts.iter().flat_map(|context| context.panels.iter().copied()).collect(),
            subjects: contexts
                .iter()
                .flat_map(|context| context.subjects.iter().copied())
                .collect(),
        }
    }

    /// The address of the page about an event's subject, when there is one.
    #[must_use]
    pub fn subject_path(&self, partnership: &str, kind: &str, id: &str) -> Option<String> {
        let (_, pattern) = self.subjects.iter().find(|(known, _)| *known == kind)?;
        Some(pattern.replace("{partnership}", partnership).replace("{id}", id))
    }
}

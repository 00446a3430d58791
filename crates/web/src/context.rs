//! What a context brings to the program.

use store::{Access, Clause, Jobs, Migration, Scope, Statement};

use crate::{NavItem, Panel, Routes, routes::Route};

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
    areas: Vec<Area>,
    subjects: Vec<(&'static str, &'static str)>,
}

/// A part of the API that a token may open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    /// Its name, the first part of a token's scope.
    pub name: &'static str,
    /// Whether there is something to look at.
    pub reads: bool,
    /// Whether there is something to change.
    pub writes: bool,
}

impl Registry {
    pub(crate) fn of(contexts: &[Context], routes: &[Route]) -> Self {
        Self {
            areas: areas(routes),
            panels: contexts.iter().flat_map(|context| context.panels.iter().copied()).collect(),
            subjects: contexts
                .iter()
                .flat_map(|context| context.subjects.iter().copied())
                .collect(),
        }
    }

    /// What tokens may be made for: everything that needs a person and no fresh proof.
    #[must_use]
    pub fn areas(&self) -> &[Area] {
        &self.areas
    }

    /// The address of the page about an event's subject, when there is one.
    #[must_use]
    pub fn subject_path(&self, partnership: &str, kind: &str, id: &str) -> Option<String> {
        let (_, pattern) = self.subjects.iter().find(|(known, _)| *known == kind)?;
        Some(pattern.replace("{partnership}", partnership).replace("{id}", id))
    }
}

fn areas(routes: &[Route]) -> Vec<Area> {
    let mut areas: Vec<Area> = Vec::new();
    let permissions = routes.iter().flat_map(|route| route.permissions);
    for permission in permissions.filter(|one| !one.step_up && one.scope != Scope::Installation) {
        let name = permission.area();
        let (reads, writes) =
            (permission.access == Access::Read, permission.access == Access::Write);
        match areas.iter_mut().find(|area| area.name == name) {
            Some(area) => {
                area.reads |= reads;
                area.writes |= writes;
            }
            None => areas.push(Area { name, reads, writes }),
        }
    }
    areas.sort_unstable_by_key(|area| area.name);
    areas
}

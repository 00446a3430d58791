//! What a context brings to the program.

use store::{Access, Clause, Cx, Jobs, Migration, Scope, Statement};

use crate::{
    About, Answer, Carried, Find, Loading, NavItem, Panel, PanelPlace, Routes, Story, Topic,
    routes::Route,
};

/// How many notices wait for the person who asks.
pub type Bell = fn(Cx) -> Loading<i64>;

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
    /// What it shows on the pages of all subjects.
    pub abouts: &'static [&'static About],
    /// Its records that others can say something about.
    pub topics: &'static [&'static Topic],
    /// Where the page of a subject of its events is: `("commitment", "/p/{partnership}/commitments/{id}")`.
    pub subjects: &'static [(&'static str, &'static str)],
    /// What can be done with its records from a mail.
    pub answers: &'static [&'static Answer],
    /// How its records are found.
    pub finds: &'static [&'static Find],
    /// What belongs to the stories of its records.
    pub stories: &'static [&'static Story],
    /// What a seat carries of it.
    pub carried: &'static [&'static Carried],
    /// Counts the notices that wait, for the bell on each page. One context has it.
    pub bell: Option<Bell>,
}

impl Context {
    /// A context that brings nothing; each names what it brings and takes the rest from here.
    pub const NOTHING: Self = Self {
        name: "",
        migrations: &[],
        statements: &[],
        clauses: &[],
        routes: |_routes| {},
        jobs: |_jobs| {},
        catalogs: ["", ""],
        nav: &[],
        panels: &[],
        abouts: &[],
        topics: &[],
        subjects: &[],
        answers: &[],
        finds: &[],
        stories: &[],
        carried: &[],
        bell: None,
    };
}

/// What all contexts bring together, for pages that show something of each.
#[derive(Debug, Default)]
pub struct Registry {
    pub(crate) panels: Vec<&'static Panel>,
    pub(crate) abouts: Vec<&'static About>,
    topics: Vec<&'static Topic>,
    pub(crate) answers: Vec<&'static Answer>,
    pub(crate) finds: Vec<&'static Find>,
    pub(crate) stories: Vec<&'static Story>,
    pub(crate) carried: Vec<&'static Carried>,
    pub(crate) bell: Option<Bell>,
    areas: Vec<Area>,
    subjects: Vec<(&'static str, &'static str)>,
}

/// What tokens can be limited to: an area of the permissions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// Its name, as in `commitments:read`.
    pub name: &'static str,
    /// Whether there is something to look at for tokens.
    pub reads: bool,
    /// Whether there is something to change for tokens.
    pub writes: bool,
}

impl Registry {
    pub(crate) fn of(contexts: &[Context], routes: &[Route]) -> Self {
        Self {
            areas: areas(routes),
            panels: all(contexts, |context| context.panels),
            abouts: all(contexts, |context| context.abouts),
            topics: all(contexts, |context| context.topics),
            answers: all(contexts, |context| context.answers),
            finds: all(contexts, |context| context.finds),
            stories: all(contexts, |context| context.stories),
            carried: all(contexts, |context| context.carried),
            bell: contexts.iter().find_map(|context| context.bell),
            subjects: all(contexts, |context| context.subjects),
        }
    }

    /// The areas that tokens can be limited to, in the order of their names.
    #[must_use]
    pub fn areas(&self) -> &[Area] {
        &self.areas
    }

    /// The panels of a place.
    pub fn panels_of(&self, place: PanelPlace) -> impl Iterator<Item = &'static Panel> {
        self.panels.iter().copied().filter(move |panel| panel.place == place)
    }

    /// Every kind of record that others can say something about.
    #[must_use]
    pub fn topics(&self) -> &[&'static Topic] {
        &self.topics
    }

    /// A kind of record that others can say something about.
    #[must_use]
    pub fn topic(&self, kind: &str) -> Option<&'static Topic> {
        self.topics.iter().find(|topic| topic.kind == kind).copied()
    }

    /// The address of the page about an event's subject, when there is one.
    #[must_use]
    pub fn subject_path(&self, partnership: &str, kind: &str, id: &str) -> Option<String> {
        let (_, pattern) = self.subjects.iter().find(|(known, _)| *known == kind)?;
        Some(pattern.replace("{partnership}", partnership).replace("{id}", id))
    }
}

/// One kind of what the contexts bring, in their order.
fn all<T: Copy>(contexts: &[Context], kind: fn(&Context) -> &'static [T]) -> Vec<T> {
    contexts.iter().flat_map(|context| kind(context).iter().copied()).collect()
}

fn areas(routes: &[Route]) -> Vec<Area> {
    let mut areas: std::collections::BTreeMap<&'static str, Area> =
        std::collections::BTreeMap::new();
    let permissions = routes.iter().flat_map(|route| route.permissions);
    let is_anybodys = |scope: Scope| matches!(scope, Scope::Installation | Scope::Public(_));
    // A token never passes for a fresh proof of identity, so those areas would promise too much.
    for permission in permissions.filter(|one| !is_anybodys(one.scope) && !one.step_up) {
        let name = permission.area();
        let area = areas.entry(name).or_insert(Area { name, reads: false, writes: false });
        match permission.access {
            Access::Read => area.reads = true,
            Access::Write => area.writes = true,
        }
    }
    areas.into_values().collect()
}

//! Sections, their second level, and the way back.

use super::Shell;

/// A section of the navigation. More come with the contexts that fill them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Section {
    /// None: signing in, errors, settings of a person.
    Nowhere,
    /// What do I owe, what waits for me, what changed?
    MyWork,
    /// Where are we going, and how are we doing?
    Overview,
    /// Who does what, by when, and does it work?
    Plan,
    /// What may we share, and what did we share?
    Agreements,
    /// Who are we, and do we work well together?
    People,
    /// What did we decide, and when do we meet?
    Meetings,
}

impl Section {
    /// In the order of the navigation.
    const SHOWN: [Self; 6] =
        [Self::MyWork, Self::Overview, Self::Plan, Self::Agreements, Self::People, Self::Meetings];

    const fn label(self) -> &'static str {
        match self {
            Self::Nowhere => "shell-home",
            Self::MyWork => "shell-section-my-work",
            Self::Overview => "shell-section-overview",
            Self::Plan => "shell-section-plan",
            Self::Agreements => "shell-section-agreements",
            Self::People => "shell-section-people",
            Self::Meetings => "shell-section-meetings",
        }
    }
}

/// A page that a context puts into the navigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NavItem {
    /// Where it stands. The first item of a section is where the section's own link goes.
    pub section: Section,
    /// Its name, by catalog key.
    pub label: &'static str,
    /// Its address, such as `/p/{partnership}/commitments` or `/me`.
    pub address: &'static str,
}

/// A step of the breadcrumbs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crumb {
    /// Its name.
    pub label: String,
    /// Its address.
    pub href: String,
}

/// A link of the navigation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Its name.
    pub label: String,
    /// Its address.
    pub href: String,
    /// Empty, or how this page relates to it: it is the `page`, or `true` for one inside it.
    pub current: &'static str,
}

impl Shell {
    /// The sections, for who is signed in.
    #[must_use]
    pub fn nav(&self) -> Vec<Link> {
        if self.person().is_none() {
            return Vec::new();
        }
        Section::SHOWN
            .into_iter()
            .filter_map(|section| {
                let path = self.items(section).next()?.1;
                let inside = if section == self.section { "true" } else { "" };
                let current = if path == self.visit.path { "page" } else { inside };
                let label = self.t(section.label()).into_owned();
                Some(Link { label, href: self.href(&path), current })
            })
            .collect()
    }

    /// The second level of the section that the page is in, when it has more than one page.
    #[must_use]
    pub fn subnav(&self) -> Vec<Link> {
        let signed_in = self.person().is_some();
        let items: Vec<_> = self.items(self.section).filter(|_| signed_in).collect();
        if items.len() < 2 {
            return Vec::new();
        }
        let here = &self.visit.path;
        let closest = items
            .iter()
            .map(|(_, path)| path)
            .filter(|path| within(here, path))
            .max_by_key(|path| path.len())
            .cloned();
        items
            .into_iter()
            .map(|(label, path)| {
                let inside = if closest.as_ref() == Some(&path) { "true" } else { "" };
                let current = if path == *here { "page" } else { inside };
                Link { label: self.t(label).into_owned(), href: self.href(&path), current }
            })
            .collect()
    }

    /// The name of the section that the page is in.
    #[must_use]
    pub fn section_name(&self) -> String {
        self.t(self.section.label()).into_owned()
    }

    /// The steps that lead here.
    #[must_use]
    pub fn crumbs(&self) -> &[Crumb] {
        &self.crumbs
    }

    /// Where the name in the header leads.
    #[must_use]
    pub fn home_href(&self) -> String {
        match self.place() {
            Some(place) if self.person().is_some() => self.href(&format!("/p/{}", place.slug)),
            None if self.person().is_some() => self.href("/me"),
            Some(_) | None => self.href("/"),
        }
    }

    /// The pages of a section that exist where this page is and that its reader may open: label and path.
    fn items(&self, section: Section) -> impl Iterator<Item = (&'static str, String)> {
        let items = self.visit.site.nav.iter().filter(move |(item, _)| item.section == section);
        items.filter_map(|(item, permissions)| {
            let path = match item.address.strip_prefix("/p/{partnership}") {
                None => item.address.to_owned(),
                Some(rest) => {
                    let place = self.place()?;
                    permissions.iter().find(|one| place.standing.carries(one))?;
                    ["/p/", &place.slug, rest].concat()
                }
            };
            Some((item.label, path))
        })
    }
}

fn within(path: &str, parent: &str) -> bool {
    path.strip_prefix(parent).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

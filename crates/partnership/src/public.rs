//! What a partnership shows to everybody: no part of it unless a coordinator says so.

pub(crate) mod api;
pub(crate) mod commands;
pub(crate) mod events;
pub(crate) mod pages;
pub(crate) mod queries;
pub(crate) mod settings;

use ::store::Scope;
use web::{Panel, PanelPlace, Registry};

use crate::access;

/// A part that a partnership can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part {
    /// Its name, as it is kept.
    pub(crate) name: &'static str,
    /// What it is called, by a key of the catalog.
    pub(crate) title: &'static str,
}

/// Every part that can be shown: the page itself, what contexts bring to it, the stories.
pub(crate) fn parts(registry: &Registry) -> Vec<Part> {
    let named = |scope: Scope, title| match scope {
        Scope::Public(name) => Some(Part { name, title }),
        Scope::Installation | Scope::Own | Scope::Partnership => None,
    };
    let panels = registry.panels(PanelPlace::Public);
    let panels = panels.filter_map(|panel: &Panel| named(panel.permission.scope, panel.title));
    let page = named(access::PUBLIC.scope, "public-part-page");
    let stories = named(access::PUBLIC_STORIES.scope, "public-part-stories");
    page.into_iter().chain(panels).chain(stories).collect()
}

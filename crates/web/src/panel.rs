//! What a context shows on the pages of another: My work, the overview, agendas.

use base::{Date, Instant};
use futures_util::future::{BoxFuture, join_all};
use store::{Cx, Permission};

use crate::{Failure, Registry};

/// What a context reads or does for a page of another one.
pub type Loading<T> = BoxFuture<'static, Result<T, Failure>>;

/// Where a panel stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PanelPlace {
    /// My work: what I owe.
    Owe,
    /// My work: what waits for me.
    Waits,
    /// My work: what changed.
    Changed,
    /// The overview, at the left.
    OverviewMain,
    /// The overview, at the right.
    OverviewSide,
    /// The agenda of the next meeting: what the partners should talk about, and why.
    Agenda,
    /// One's own calendar: days by which something is due, in every partnership.
    Calendar,
    /// The page that everybody may read, where the partnership shows this part of itself.
    Public,
}

/// A list that a context contributes, with the permission that it needs.
#[derive(Debug)]
pub struct Panel {
    /// Where it stands.
    pub place: PanelPlace,
    /// What it is called, by a key of the catalog.
    pub title: &'static str,
    /// Where all of it can be seen: an address with `{partnership}`, when there is one.
    pub all: Option<&'static str>,
    /// What reading it needs.
    pub permission: Permission,
    /// Reads it.
    pub load: fn(Cx) -> Loading<Vec<Item>>,
}

/// One line of a panel.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Item {
    /// What it is, in words that are ready to be shown.
    pub title: String,
    /// Its page, without the language's prefix.
    pub href: String,
    /// For whom, of what, why: a sentence.
    pub detail: String,
    /// When it is due.
    pub due: Option<Date>,
    /// When it happened.
    pub at: Option<Instant>,
    /// How it stands, as icon and word.
    pub status: Option<ItemStatus>,
    /// What can be done at once.
    pub actions: Vec<Action>,
}

/// How an item stands; drawn as icon, word and color.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemStatus {
    /// `ok`, `risk`, `off`, `done` or `none`: see the design reference.
    pub class: &'static str,
    /// The word, ready to be shown.
    pub word: String,
}

/// A button of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// What the button says.
    pub label: String,
    /// Where it leads, without the language's prefix.
    pub href: String,
    /// Whether it is the one main thing to do.
    pub main: bool,
}

impl Registry {
    /// The panels of a place, in the order of the contexts.
    pub fn panels(&self, place: PanelPlace) -> impl Iterator<Item = &'static Panel> {
        self.panels.iter().copied().filter(move |panel| panel.place == place)
    }
}

/// The panels of a place with their items; those the reader may not see are left out.
///
/// # Errors
/// When one fails for another reason than a refusal.
pub async fn panel_items(
    cx: &Cx,
    place: PanelPlace,
) -> Result<Vec<(&'static Panel, Vec<Item>)>, Failure> {
    let registry = cx.extension::<Registry>().unwrap_or_default();
    let loaded = join_all(registry.panels(place).map(|panel| async move {
        let own = cx.clone().declaring(std::slice::from_ref(&panel.permission));
        (panel, (panel.load)(own).await)
    }));
    let mut shown = Vec::new();
    for (panel, items) in loaded.await {
        match items {
            Ok(items) => shown.push((panel, items)),
            Err(failure) if failure.is_refusal() => {}
            Err(failure) => return Err(failure),
        }
    }
    Ok(shown)
}

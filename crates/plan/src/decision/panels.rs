//! *My work*: the questions that wait for one's position. The page for everybody: what was decided.

use store::Cx;
use web::{Action, Failure, Item, ItemStatus, Panel, PanelPlace, Section, Shell};

use super::{
    Entry, Filter,
    find::Force,
    store::{self as rows, Mine},
    words,
};
use crate::access;

/// My work: what waits for my position.
pub(crate) static WAITS: Panel = Panel {
    place: PanelPlace::Waits,
    title: "decisions-panel-waits",
    all: None,
    permission: access::MINE_TO_ANSWER,
    load: |cx| Box::pin(waits(cx)),
};

async fn waits(cx: Cx) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::MINE_TO_ANSWER).await?;
    let mine = rows::mine(&tx).await?;
    let shell = Shell::new(&cx, None, "decisions-title", Section::MyWork);
    let item = |mine: &Mine| {
        let path = format!("/p/{}/decisions/{}", mine.slug, mine.id);
        let answer = Action {
            label: shell.t("decisions-verb-position").into_owned(),
            href: format!("{path}/position"),
            main: true,
        };
        Item {
            title: mine.title.to_string(),
            detail: shell.t1(
                "decisions-panel-waits-detail",
                "partnership",
                mine.partnership_name.as_str(),
            ),
            due: Some(mine.due),
            actions: vec![answer],
            href: path,
            ..Item::default()
        }
    };
    Ok(mine.iter().map(item).collect())
}

/// How many decisions the page for everybody shows.
const SHOWN: usize = 10;

/// The page for everybody: what was decided and holds, the latest first.
pub(crate) static PUBLIC: Panel = Panel {
    place: PanelPlace::Public,
    title: "decisions-public",
    all: None,
    permission: access::PUBLIC_DECISIONS,
    load: |cx| Box::pin(public(cx)),
};

async fn public(cx: Cx) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::PUBLIC_DECISIONS).await?;
    let place = tx.place()?;
    let filter = Filter { force: Some(Force::InForce), ..Filter::default() };
    let page = rows::page(&tx, &filter, None, SHOWN).await?;
    let shell = Shell::new(&cx, Some(&place), "decisions-title", Section::Nowhere);
    let item = |entry: &Entry| {
        let mark = words::mark(&shell, entry);
        Item {
            title: entry.title.to_string(),
            detail: entry.closed_on.map(|day| shell.date(day)).unwrap_or_default(),
            status: Some(ItemStatus { class: mark.kind, word: mark.text }),
            ..Item::default()
        }
    };
    Ok(page.items.iter().map(item).collect())
}

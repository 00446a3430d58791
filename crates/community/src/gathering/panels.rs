//! *My work*: events for which I have a place. The overview: the next events.

use store::Cx;
use web::{Failure, Item, ItemStatus, Panel, PanelPlace, Section, Shell};

use super::{Gathering, queries::Filter, store as rows, words};
use crate::access;

/// My work: the events for which I have a place.
pub(crate) static MINE: Panel = Panel {
    place: PanelPlace::Owe,
    title: "gatherings-panel-mine",
    all: None,
    permission: access::MY_MEETINGS,
    load: |cx| Box::pin(mine(cx)),
};

/// The overview: the next events.
pub(crate) static NEXT: Panel = Panel {
    place: PanelPlace::OverviewSide,
    title: "gatherings-panel-next",
    all: Some("/p/{partnership}/events"),
    permission: access::READ_GATHERINGS,
    load: |cx| Box::pin(next(cx)),
};

/// How far ahead *My work* looks.
const AHEAD_SECONDS: i64 = 14 * 86_400;
/// How many events the overview shows.
const SHOWN: usize = 3;

async fn mine(cx: Cx) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::MY_MEETINGS).await?;
    let hour = cx.now().hour();
    let mine = rows::mine_between(&tx, hour, hour.plus_seconds(AHEAD_SECONDS)).await?;
    let shell = Shell::new(&cx, None, "gatherings-title", Section::MyWork);
    let ahead = mine.iter().filter(|(_, gathering)| gathering.plan.when.starts() >= cx.now());
    Ok(ahead.map(|(slug, gathering)| item(&shell, slug, gathering)).collect())
}

async fn next(cx: Cx) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::READ_GATHERINGS).await?;
    let place = tx.place()?;
    let page = rows::page(&tx, &Filter::default(), cx.now(), None, SHOWN).await?;
    let shell = Shell::new(&cx, Some(&place), "gatherings-title", Section::Overview);
    Ok(page.items.iter().map(|one| item(&shell, &place.slug, one)).collect())
}

fn item(shell: &Shell, slug: &str, gathering: &Gathering) -> Item {
    let when = &gathering.plan.when;
    let time = shell.clock(when.clock);
    let mark = words::mark(shell, gathering);
    Item {
        title: when.title.to_string(),
        href: format!("/p/{slug}/events/{}", gathering.id),
        detail: shell.t2(
            "gatherings-panel-detail",
            "kind",
            words::kind(shell, gathering),
            "time",
            time,
        ),
        due: Some(when.on),
        status: mark.map(|mark| ItemStatus { class: mark.kind, word: mark.text }),
        ..Item::default()
    }
}

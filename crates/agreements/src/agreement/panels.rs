//! *My work*: what waits for one's signature, and what ends soon.

use ::store::Cx;
use base::Date;
use web::{Action, Carried, Failure, Item, ItemStatus, Panel, PanelPlace, Seated, Section, Shell};

use super::queries::{
    Entry, Filter,
    store::{self, Mine},
};
use crate::access;

/// Agreements that end within so many days are watched.
pub(crate) const WATCH_DAYS: i64 = 90;

/// What waits for my signature.
pub(crate) static SIGN: Panel = Panel {
    place: PanelPlace::Waits,
    title: "agreements-panel-sign",
    all: None,
    permission: access::MINE,
    load: |cx| Box::pin(sign(cx)),
};

/// What ends soon, and what will stop working then.
pub(crate) static ENDS: Panel = Panel {
    place: PanelPlace::Owe,
    title: "agreements-panel-ends",
    all: None,
    permission: access::MINE,
    load: |cx| Box::pin(ends(cx)),
};

/// The agenda of a meeting: what ends soon, and what will stop working then.
pub(crate) static RENEW: Panel = Panel {
    place: PanelPlace::Agenda,
    title: "agreements-panel-ends",
    all: None,
    permission: access::READ,
    load: |cx| Box::pin(renew(cx)),
};

async fn renew(cx: Cx) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::READ).await?;
    let place = tx.place()?;
    let ending = store::ending(&tx, place.today).await?;
    let shell = Shell::new(&cx, Some(&place), "agreements-title", Section::Agreements);
    let item = |entry: &super::queries::Entry| {
        let ends = entry.ends?;
        Some(Item {
            title: entry.title.to_string(),
            href: format!("/p/{}/agreements/{}", place.slug, entry.id),
            detail: what_stops(&shell, entry.title.as_str(), ends),
            due: Some(ends),
            status: Some(watch_status(&shell, place.today.days_until(ends))),
            ..Item::default()
        })
    };
    Ok(ending.iter().filter_map(item).collect())
}

/// What the organization of a seat is a party to.
pub(crate) static CARRIED: Carried = Carried {
    title: "agreements-carried",
    permission: access::READ,
    load: |cx, seated| Box::pin(carried(cx, seated)),
};

async fn carried(cx: Cx, seated: Seated) -> Result<Vec<Item>, Failure> {
    const MOST: usize = 50;
    let tx = cx.read(access::READ).await?;
    let place = tx.place()?;
    let filter = Filter { party: Some(seated.organization), ..Filter::default() };
    let page = store::page(&tx, &filter, place.today, None, MOST).await?;
    let item = |entry: &Entry| Item {
        title: entry.title.to_string(),
        href: format!("/p/{}/agreements/{}", place.slug, entry.id),
        detail: entry.summary.clone(),
        due: entry.ends,
        ..Item::default()
    };
    Ok(page.items.iter().map(item).collect())
}

async fn sign(cx: Cx) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::MINE).await?;
    let mine = store::to_sign(&tx).await?;
    let shell = Shell::new(&cx, None, "agreements-title", Section::MyWork);
    let item = |mine: &Mine| {
        let path = path(mine);
        let read = Action {
            label: shell.t("agreements-verb-sign").into_owned(),
            href: format!("{path}/sign"),
            main: true,
        };
        Item {
            title: mine.title.to_string(),
            detail: shell.t1(
                "agreements-panel-sign-detail",
                "partnership",
                mine.partnership_name.as_str(),
            ),
            actions: vec![read],
            href: path,
            ..Item::default()
        }
    };
    Ok(mine.iter().map(item).collect())
}

async fn ends(cx: Cx) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::MINE).await?;
    // A day more on either side: each partnership has its own day.
    let today = cx.now().date_in(&base::Zone::utc());
    let watch = (today.plus_days(-1), today.plus_days(WATCH_DAYS + 1));
    let mine = store::ends_soon(&tx, watch).await?;
    let shell = Shell::new(&cx, None, "agreements-title", Section::MyWork);
    let item = |mine: &Mine| {
        let today = cx.now().date_in(&mine.zone);
        let days = today.days_until(mine.ends?);
        (0..=WATCH_DAYS).contains(&days).then(|| Item {
            title: mine.title.to_string(),
            href: path(mine),
            detail: shell.t2(
                "agreements-panel-ends-detail",
                "partnership",
                mine.partnership_name.as_str(),
                "days",
                days,
            ),
            due: mine.ends,
            status: Some(watch_status(&shell, days)),
            ..Item::default()
        })
    };
    Ok(mine.iter().filter_map(item).collect())
}

/// The step of the watch that an end has reached: 90, 60 or 30 days.
pub(crate) fn watch_status(shell: &Shell, days: i64) -> ItemStatus {
    let (class, within) = match days {
        ..=30 => ("off", 30_i64),
        31..=60 => ("risk", 60),
        61.. => ("none", 90),
    };
    ItemStatus { class, word: shell.t1("agreements-ends-within", "days", within) }
}

/// What will stop on the day after the end.
pub(crate) fn what_stops(shell: &Shell, title: &str, ends: Date) -> String {
    shell.t2("agreements-what-stops", "title", title, "date", shell.date(ends))
}

fn path(mine: &Mine) -> String {
    format!("/p/{}/agreements/{}", mine.slug, mine.id)
}

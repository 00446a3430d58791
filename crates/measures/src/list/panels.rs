//! What measures show on *My work* and on the overview.

use ::store::{Cx, Tx};
use futures_util::future::try_join;
use web::{Action, Failure, Item, ItemStatus, Panel, PanelPlace, Section, Shell};

use super::store as lists;
use crate::{
    Error, Status, access,
    words::{self, StatusView},
};

/// How many days ahead a number that is due shows.
const AHEAD_DAYS: i64 = 14;

/// How long a change is news, in seconds.
const NEWS_SECONDS: i64 = 14 * 86_400;

/// Numbers that are due from me.
pub(crate) static OWED: Panel = Panel {
    place: PanelPlace::Owe,
    title: "measures-owed",
    all: None,
    permission: access::MINE,
    load: |cx| Box::pin(owed(cx)),
};

/// Measures that have a new number.
pub(crate) static CHANGED: Panel = Panel {
    place: PanelPlace::Changed,
    title: "measures-news",
    all: None,
    permission: access::MINE,
    load: |cx| Box::pin(changed(cx)),
};

/// How the measures with targets stand.
pub(crate) static STANDING: Panel = Panel {
    place: PanelPlace::OverviewMain,
    title: "measures-overview",
    all: Some("/p/{partnership}/measures"),
    permission: access::READ,
    load: |cx| Box::pin(standing(cx)),
};

/// The agenda of a meeting: measures that are off track or at risk.
pub(crate) static RED: Panel = Panel {
    place: PanelPlace::Agenda,
    title: "measures-agenda",
    all: None,
    permission: access::READ,
    load: |cx| Box::pin(red(cx)),
};

/// How many measures of each status an agenda is offered.
const OFFERED: i64 = 5;

/// The page for everybody: the same, and no number that is too small to be shown.
pub(crate) static PUBLIC: Panel = Panel {
    place: PanelPlace::Public,
    title: "measures-public",
    all: None,
    permission: access::PUBLIC,
    load: |cx| {
        Box::pin(async move {
            let tx = cx.read(access::PUBLIC).await.map_err(Error::from)?;
            let items = stand(&cx, &tx).await?.into_iter();
            // Nowhere to go from here without an account.
            Ok(items.map(|item| Item { href: String::new(), ..item }).collect())
        })
    },
};

async fn owed(cx: Cx) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::MINE).await.map_err(Error::from)?;
    let shell = Shell::new(&cx, None, "measures-title", Section::MyWork);
    let due = lists::due_from_me(&tx, shell.today().plus_days(AHEAD_DAYS)).await?;
    let item = |one: super::Due| {
        let href = format!("/p/{}/measures/{}", one.partnership, one.slug);
        let enter = Action {
            label: shell.t("measures-enter").into_owned(),
            href: format!("{href}/numbers/new"),
            main: true,
        };
        let title = titled(&one.title, one.place.as_deref());
        Item {
            title: shell.t1("measures-owed-item", "title", title),
            detail: one.partnership_name,
            due: Some(one.by),
            actions: vec![enter],
            href,
            ..Item::default()
        }
    };
    Ok(due.into_iter().map(item).collect())
}

async fn changed(cx: Cx) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::MINE).await.map_err(Error::from)?;
    let shell = Shell::new(&cx, None, "measures-title", Section::MyWork);
    let since = cx.now().hour().plus_seconds(-NEWS_SECONDS);
    let item = |one: super::Changed| {
        let amount = one.value.map_or_else(
            || shell.t("measures-hidden").into_owned(),
            |value| words::amount(&shell, value, one.unit),
        );
        let period = words::period(&shell, one.period);
        Item {
            href: format!("/p/{}/measures/{}", one.partnership, one.slug),
            title: titled(&one.title, one.place.as_deref()),
            detail: shell.tn(
                "measures-news-item",
                &[
                    ("amount", amount.into()),
                    ("period", period.into()),
                    ("partnership", one.partnership_name.into()),
                ],
            ),
            at: Some(one.at),
            status: marked(words::status(&shell, one.status), one.status),
            ..Item::default()
        }
    };
    Ok(lists::changed_for_me(&tx, since).await?.into_iter().map(item).collect())
}

async fn standing(cx: Cx) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::READ).await.map_err(Error::from)?;
    stand(&cx, &tx).await
}

async fn stand(cx: &Cx, tx: &Tx) -> Result<Vec<Item>, Failure> {
    let place = tx.place().map_err(Error::from)?;
    let shell = Shell::new(cx, Some(&place), "measures-title", Section::Overview);
    let item = |line: super::Line| {
        let now = match line.latest {
            Some((period, Some(value))) => {
                let amount = words::amount(&shell, value, line.unit);
                shell.t2(
                    "measures-now-in",
                    "amount",
                    amount,
                    "period",
                    words::period(&shell, period),
                )
            }
            Some((_, None)) => shell.t("measures-hidden").into_owned(),
            None => shell.t("measures-no-number").into_owned(),
        };
        let target = line.target.map(|target| {
            let amount = words::amount(&shell, target.value, line.unit);
            shell.t2("measures-target-is", "amount", amount, "by", words::by(&shell, target.by))
        });
        Item {
            title: titled(line.title.as_str(), line.place_name.as_deref()),
            href: format!("/p/{}/measures/{}", place.slug, line.slug),
            detail: [Some(now), target].into_iter().flatten().collect::<Vec<_>>().join(" "),
            status: marked(words::status(&shell, line.status), line.status),
            ..Item::default()
        }
    };
    Ok(lists::with_targets(tx).await?.into_iter().map(item).collect())
}

async fn red(cx: Cx) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::READ).await.map_err(Error::from)?;
    let place = tx.place().map_err(Error::from)?;
    let shell = Shell::new(&cx, Some(&place), "measures-title", Section::Overview);
    let (off, at_risk) = try_join(
        lists::of_status(&tx, Status::OffTrack, OFFERED),
        lists::of_status(&tx, Status::AtRisk, OFFERED),
    )
    .await?;
    Ok(off.iter().chain(&at_risk).map(|line| red_item(&shell, &place.slug, line)).collect())
}

fn red_item(shell: &Shell, slug: &str, line: &super::Line) -> Item {
    let now = match line.latest {
        Some((period, Some(value))) => {
            let amount = words::amount(shell, value, line.unit);
            let period = words::period(shell, period);
            shell.t2("measures-now-in", "amount", amount, "period", period)
        }
        Some((_, None)) | None => shell.t("measures-hidden").into_owned(),
    };
    let target = line.target.map(|target| {
        let amount = words::amount(shell, target.value, line.unit);
        shell.t2("measures-target-is", "amount", amount, "by", words::by(shell, target.by))
    });
    Item {
        title: titled(line.title.as_str(), line.place_name.as_deref()),
        href: format!("/p/{slug}/measures/{}", line.slug),
        detail: [Some(now), target].into_iter().flatten().collect::<Vec<_>>().join(" "),
        status: marked(words::status(shell, line.status), line.status),
        ..Item::default()
    }
}

fn titled(title: &str, place: Option<&str>) -> String {
    place.map_or_else(|| title.to_owned(), |place| format!("{title}, {place}"))
}

fn marked(view: StatusView, status: Status) -> Option<ItemStatus> {
    let StatusView { class, word } = view;
    if status == Status::NoTarget { None } else { Some(ItemStatus { class, word }) }
}

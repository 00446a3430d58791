//! What a person owes and what waits for them, in every partnership; and what a partnership sees
//! of its commitments at a glance.

pub(crate) mod calendar;
pub(crate) mod store;

use std::sync::Arc;

use ::store::{Cx, Place, Tx};
use futures_util::{TryFutureExt as _, future::try_join};
use web::{Action, Failure, Item, ItemStatus, Panel, PanelPlace, Section, Shell};

use self::store::Mine;
use crate::{
    StateName, access,
    follow_through::{Finding, store as counts},
    list::{self, Due, Filter, store as rows},
    stalled::OVERDUE_DAYS,
    words,
};

/// My work: what I owe.
pub(crate) static OWE: Panel = Panel {
    place: PanelPlace::Owe,
    title: "commitments-panel-owe",
    all: None,
    permission: access::MINE,
    load: |cx| Box::pin(owe(cx)),
};

/// My work: what waits for my answer.
pub(crate) static WAITS: Panel = Panel {
    place: PanelPlace::Waits,
    title: "commitments-panel-waits",
    all: None,
    permission: access::MINE,
    load: |cx| Box::pin(waits(cx)),
};

/// My work: what is stuck and I can unblock.
pub(crate) static STUCK: Panel = Panel {
    place: PanelPlace::Waits,
    title: "commitments-panel-stuck",
    all: None,
    permission: access::MINE,
    load: |cx| Box::pin(stuck(cx)),
};

/// The overview: what comes next.
pub(crate) static COMES: Panel = Panel {
    place: PanelPlace::OverviewMain,
    title: "commitments-panel-comes",
    all: Some("/p/{partnership}/commitments"),
    permission: access::READ,
    load: |cx| Box::pin(comes(cx)),
};

/// The overview: what was kept.
pub(crate) static KEPT: Panel = Panel {
    place: PanelPlace::OverviewSide,
    title: "commitments-panel-kept",
    all: Some("/p/{partnership}/follow-through"),
    permission: access::READ,
    load: |cx| Box::pin(kept(cx)),
};

/// The page for everybody: how many promises were kept, without a partner's name.
pub(crate) static PUBLIC: Panel = Panel {
    place: PanelPlace::Public,
    title: "commitments-public",
    all: None,
    permission: access::PUBLIC_PROMISES,
    load: |cx| Box::pin(public(cx)),
};

/// How many items a panel of the overview shows.
const SHOWN: usize = 5;

async fn owe(cx: Cx) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::MINE).await?;
    let (mine, names) = try_join(store::owed(&tx), store::names(&tx)).await?;
    let shell = Shell::new(&cx, None, "commitments-title", Section::MyWork);
    let item = |mine: &Mine| {
        let args = [
            ("to", names.receiver(&shell, mine).into()),
            ("date", shell.date(mine.due).into()),
            ("partnership", mine.partnership_name.as_str().into()),
        ];
        let path = path(mine);
        let act = |key: &str, rest: &str| Action {
            label: shell.t(key).into_owned(),
            href: format!("{path}/{rest}"),
            main: false,
        };
        Item {
            title: mine.title.to_string(),
            detail: shell.tn("commitments-panel-owe-detail", &args),
            due: Some(mine.deadline),
            status: Some(status(&shell, mine, &cx)),
            actions: vec![
                act("commitments-verb-done", "done"),
                act("commitments-verb-date", "date"),
            ],
            href: path,
            at: None,
        }
    };
    Ok(mine.iter().map(item).collect())
}

async fn waits(cx: Cx) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::MINE).await?;
    let (mine, names) = try_join(store::awaited(&tx), store::names(&tx)).await?;
    let shell = Shell::new(&cx, None, "commitments-title", Section::MyWork);
    let item = |mine: &Mine| {
        let (key, label, rest) = mine.question();
        let args = [
            ("who", names.promiser(mine).into()),
            ("to", names.receiver(&shell, mine).into()),
            ("title", mine.title.as_str().into()),
            ("date", shell.date(mine.due).into()),
        ];
        let path = path(mine);
        let answer = Action {
            label: shell.t(label).into_owned(),
            href: format!("{path}{rest}"),
            main: true,
        };
        let detail = format!("{key}-detail");
        Item {
            title: shell.tn(key, &args),
            detail: shell.tn(&detail, &args),
            due: None,
            status: None,
            actions: vec![answer],
            href: path,
            at: None,
        }
    };
    Ok(mine.iter().map(item).collect())
}

async fn stuck(cx: Cx) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::MINE).await?;
    // Two days of slack for zones: the line itself says how late it is where it is due.
    let until = cx.now().date_in(&base::Zone::utc()).plus_days(-OVERDUE_DAYS);
    let (mine, names) = try_join(store::stuck(&tx, until), store::names(&tx)).await?;
    let shell = Shell::new(&cx, None, "commitments-title", Section::MyWork);
    let item = |mine: &Mine| {
        let args = [
            ("who", names.promiser(mine).into()),
            ("to", names.receiver(&shell, mine).into()),
            ("partnership", mine.partnership_name.as_str().into()),
        ];
        let help = Action {
            label: shell.t("commitments-panel-help").into_owned(),
            href: path(mine),
            main: false,
        };
        Item {
            title: mine.title.to_string(),
            detail: shell.tn("commitments-panel-stuck-detail", &args),
            due: Some(mine.deadline),
            status: Some(status(&shell, mine, &cx)),
            actions: vec![help],
            href: path(mine),
            at: None,
        }
    };
    Ok(mine.iter().map(item).collect())
}

async fn comes(cx: Cx) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::READ).await?;
    let place = tx.place()?;
    let filter = Filter { due: Some(Due::Soon), ..Filter::default() };
    let page = rows::page(&tx, &filter, place.today, None, SHOWN);
    let (page, directory) = try_join(page, partnership::directory(&tx).err_into()).await?;
    let shell = Shell::new(&cx, Some(&place), "commitments-title", Section::Overview);
    let item = |entry: &list::Entry| {
        let to = words::receiver_name(&shell, &directory, entry.receiver);
        let status = words::status(&shell, entry.state, entry.timing(place.today));
        Item {
            title: entry.title.to_string(),
            href: format!("/p/{}/commitments/{}", place.slug, entry.id),
            detail: shell.t2(
                "commitments-panel-comes-detail",
                "who",
                directory.name(entry.promiser),
                "to",
                to.as_str(),
            ),
            due: Some(entry.due),
            status: Some(ItemStatus { class: status.kind, word: status.text }),
            ..Item::default()
        }
    };
    Ok(page.items.iter().map(item).collect())
}

async fn kept(cx: Cx) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::READ).await?;
    let (place, [kept, overdue, soon]) = counted(&cx, &tx).await?;
    let base = format!("/p/{}/commitments", place.slug);
    let kept = Item { href: format!("/p/{}/follow-through", place.slug), ..kept };
    let overdue = Item { href: format!("{base}?due={}", Due::Overdue), ..overdue };
    let soon = Item { href: format!("{base}?due={}", Due::Soon), ..soon };
    Ok(vec![kept, overdue, soon])
}

async fn public(cx: Cx) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::PUBLIC_PROMISES).await?;
    let (_place, counted) = counted(&cx, &tx).await?;
    Ok(counted.into())
}

/// How many promises of all partners were kept, are late, and come soon.
async fn counted(cx: &Cx, tx: &Tx) -> Result<(Arc<Place>, [Item; 3]), Failure> {
    let place = tx.place()?;
    let (figures, open) = try_join(
        counts::judged_one(tx, None, place.today),
        counts::open_counts(tx, None, place.today),
    )
    .await?;
    let shell = Shell::new(cx, Some(&place), "commitments-title", Section::Overview);
    let title = match figures.finding() {
        Finding::Rate(rate) => shell.tn(
            "commitments-panel-kept-rate",
            &[
                ("kept", i64::from(figures.on_time).into()),
                ("due", i64::from(figures.due()).into()),
                ("share", shell.percent(rate.share).into()),
            ],
        ),
        Finding::TooFew => shell.t2(
            "commitments-panel-kept-few",
            "kept",
            i64::from(figures.on_time),
            "due",
            i64::from(figures.due()),
        ),
        Finding::Nothing => shell.t("follow-through-nothing").into_owned(),
    };
    let detail = shell.t("follow-through-span").into_owned();
    let line = |title: String| Item { title, ..Item::default() };
    let overdue = line(shell.t1("commitments-panel-overdue", "count", open.overdue));
    let soon = line(shell.t1("commitments-panel-soon", "count", open.soon));
    Ok((place, [Item { detail, ..line(title) }, overdue, soon]))
}

impl Mine {
    /// What is asked of the reader: the message, the button and where it leads.
    fn question(&self) -> (&'static str, &'static str, &'static str) {
        let asked = self.turn_of.as_deref() == Some(self.promiser.to_string().as_str());
        match self.state {
            StateName::Claimed => {
                ("commitments-panel-claimed", "commitments-verb-confirm", "/confirm")
            }
            StateName::Proposed if asked => {
                ("commitments-panel-asked", "commitments-panel-answer", "")
            }
            StateName::Proposed
            | StateName::Declined
            | StateName::Withdrawn
            | StateName::Open
            | StateName::Kept
            | StateName::Broken => ("commitments-panel-offered", "commitments-panel-answer", ""),
        }
    }
}

fn path(mine: &Mine) -> String {
    format!("/p/{}/commitments/{}", mine.slug, mine.id)
}

fn status(shell: &Shell, mine: &Mine, cx: &Cx) -> ItemStatus {
    let today = cx.now().date_in(&mine.zone);
    let status = words::status(shell, mine.state, mine.timing(today));
    ItemStatus { class: status.kind, word: status.text }
}

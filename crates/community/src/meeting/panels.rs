//! *My work*: meetings that come and what they owe. The overview: the next meetings.

use store::Cx;
use web::{Action, Failure, Item, ItemStatus, Panel, PanelPlace, Section, Shell};

use super::{
    Filter,
    duties::{Duty, Standing},
    store::{self as rows, MayOwe},
    words,
};
use crate::access;

/// My work: the meetings of my bodies within two weeks.
pub(crate) static COMING: Panel = Panel {
    place: PanelPlace::Owe,
    title: "meetings-panel-coming",
    all: None,
    permission: access::MY_MEETINGS,
    load: |cx| Box::pin(coming(cx)),
};

/// My work: what the meetings that I keep owe.
pub(crate) static OWED: Panel = Panel {
    place: PanelPlace::Waits,
    title: "meetings-panel-owed",
    all: None,
    permission: access::MY_MEETINGS,
    load: |cx| Box::pin(owed(cx)),
};

/// The overview: the next meetings.
pub(crate) static NEXT: Panel = Panel {
    place: PanelPlace::OverviewSide,
    title: "meetings-panel-next",
    all: Some("/p/{partnership}/meetings"),
    permission: access::READ_MEETINGS,
    load: |cx| Box::pin(next(cx)),
};

/// How many meetings the overview shows.
const SHOWN: usize = 4;

async fn coming(cx: Cx) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::MY_MEETINGS).await?;
    let coming = rows::mine_coming(&tx, cx.now()).await?;
    let shell = Shell::new(&cx, None, "meetings-title", Section::MyWork);
    let item = |meeting: &rows::Coming| {
        let args = [
            ("body", meeting.body.as_str().into()),
            ("time", shell.clock(meeting.clock).into()),
            ("partnership", meeting.partnership_name.as_str().into()),
        ];
        Item {
            title: meeting.title.to_string(),
            href: format!("/p/{}/meetings/{}", meeting.slug, meeting.id),
            detail: shell.tn("meetings-panel-coming-detail", &args),
            due: Some(meeting.on),
            ..Item::default()
        }
    };
    Ok(coming.iter().map(item).collect())
}

async fn owed(cx: Cx) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::MY_MEETINGS).await?;
    let may = rows::mine_owed(&tx, cx.now()).await?;
    let shell = Shell::new(&cx, None, "meetings-title", Section::MyWork);
    let of = |may: &MayOwe| {
        let owed = may.duties.owed(&may.entry.meeting, may.comment_item, cx.now());
        let presses = owed.into_iter().filter(|one| one.presses());
        presses.map(|one| item(&shell, may, one)).collect::<Vec<_>>()
    };
    Ok(may.iter().flat_map(of).collect())
}

fn item(shell: &Shell, may: &MayOwe, owed: super::duties::Owed) -> Item {
    let meeting = &may.entry.meeting;
    let path = format!("/p/{}/meetings/{}", may.slug, meeting.id);
    let rest = match owed.duty {
        Duty::Post | Duty::PostAgain => "/post",
        Duty::Minutes => "/submit",
        Duty::Comment => "",
    };
    let act = Action {
        label: words::said(shell, "meetings-duty-act", owed.duty),
        href: format!("{path}{rest}"),
        main: true,
    };
    let late = owed.standing == Standing::Late;
    let key = if late { "meetings-panel-late" } else { "meetings-panel-soon" };
    Item {
        title: shell.t1(
            &format!("meetings-panel-{}", owed.duty).replace('_', "-"),
            "title",
            meeting.plan_of().title.as_str(),
        ),
        detail: shell.t1(
            "meetings-panel-owed-detail",
            "partnership",
            may.partnership_name.as_str(),
        ),
        due: Some(owed.by.date_in(&meeting.plan_of().zone)),
        status: Some(ItemStatus {
            class: if late { "off" } else { "risk" },
            word: shell.t(key).into_owned(),
        }),
        actions: vec![act],
        href: path,
        at: None,
    }
}

async fn next(cx: Cx) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::READ_MEETINGS).await?;
    let place = tx.place()?;
    let page = rows::page(&tx, &Filter::default(), cx.now(), None, SHOWN).await?;
    let shell = Shell::new(&cx, Some(&place), "meetings-title", Section::Overview);
    let item = |entry: &super::Entry| {
        let mark = words::mark(&shell, &entry.meeting);
        let class = if mark.kind == "idle" { "none" } else { mark.kind };
        Item {
            title: entry.meeting.plan_of().title.to_string(),
            href: format!("/p/{}/meetings/{}", place.slug, entry.meeting.id),
            detail: words::when_short(&shell, &entry.meeting),
            status: Some(ItemStatus { class, word: mark.text }),
            ..Item::default()
        }
    };
    Ok(page.items.iter().map(item).collect())
}

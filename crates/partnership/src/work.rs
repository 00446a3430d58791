//! *My work*: what I owe, what waits for me, what changed, across all my partnerships.

pub(crate) mod api;

use base::Date;
use futures_util::{
    TryFutureExt as _,
    future::{try_join, try_join4},
};
use store::Cx;
use web::{
    Action, Failure, Item, Panel, PanelPlace, Request, Response, Section, Shell, page, panel_items,
};

use crate::{access, activity, body, forms::said, foundation, foundation::store::Mine, role};

/// How many changes are told.
const CHANGES: i64 = 12;

/// Offers of roles that wait for me.
pub(crate) static OFFERS: Panel = Panel {
    place: PanelPlace::Waits,
    title: "roles-mine",
    all: None,
    permission: access::MY_WORK,
    load: |cx| Box::pin(offers(cx)),
};

/// Seats that I was asked to take.
pub(crate) static SEATS: Panel = Panel {
    place: PanelPlace::Waits,
    title: "seats-mine",
    all: None,
    permission: access::MY_WORK,
    load: |cx| Box::pin(seats(cx)),
};

async fn offers(cx: Cx) -> Result<Vec<Item>, Failure> {
    let shell = Shell::new(&cx, None, "me-page", Section::MyWork);
    let item = |offer: role::MyOffer| {
        let role = said(&shell, "word-role", offer.role);
        let args = [
            ("who", offer.by.unwrap_or_default().into()),
            ("partnership", offer.partnership.into()),
            ("when", shell.ago(offer.at).into()),
        ];
        let href = format!("/p/{}/roles", offer.slug);
        Item {
            title: shell.t2("me-role-offer", "role", role, "organization", offer.organization),
            detail: shell.tn("me-asked", &args),
            actions: vec![answer(&shell, &href)],
            href,
            at: Some(offer.at),
            ..Item::default()
        }
    };
    Ok(role::queries::mine(&cx).await?.into_iter().map(item).collect())
}

async fn seats(cx: Cx) -> Result<Vec<Item>, Failure> {
    let shell = Shell::new(&cx, None, "me-page", Section::MyWork);
    let item = |seat: body::MySeat| {
        let words = [
            ("title", seat.title.into()),
            ("body", seat.body_name.into()),
            ("organization", seat.organization.into()),
        ];
        let args = [
            ("who", seat.by.unwrap_or_default().into()),
            ("partnership", seat.partnership.into()),
            ("when", shell.ago(seat.at).into()),
        ];
        let href = format!("/p/{}/bodies/{}", seat.slug, seat.body);
        Item {
            title: shell.tn("me-seat-offer", &words),
            detail: shell.tn("me-asked", &args),
            actions: vec![answer(&shell, &href)],
            href,
            at: Some(seat.at),
            ..Item::default()
        }
    };
    Ok(body::queries::mine(&cx).await?.into_iter().map(item).collect())
}

fn answer(shell: &Shell, href: &str) -> Action {
    Action { label: shell.t("me-answer").into_owned(), href: href.to_owned(), main: true }
}

#[derive(askama::Template)]
#[template(path = "partnership/me.html")]
struct MyWorkPage {
    shell: Shell,
    owe: Vec<Item>,
    waits: Vec<Item>,
    changed: Vec<Item>,
    partnerships: Vec<Mine>,
}

web::page!(MyWorkPage);

impl MyWorkPage {
    fn greeting(&self) -> String {
        let name = self.shell.person().unwrap_or_default();
        let first = name.split(' ').next().unwrap_or_default();
        self.shell.t1("me-hello", "name", first)
    }

    fn short(&self) -> String {
        let today = self.shell.today();
        let due: Vec<Date> = self.owe.iter().filter_map(|item| item.due).collect();
        let count = |n: usize| i64::try_from(n).unwrap_or_default();
        let late = due.iter().filter(|due| **due < today).count();
        let soon = due.iter().filter(|due| (0..7).contains(&today.days_until(**due))).count();
        let late = self.shell.t1("me-late", "count", count(late));
        let soon = self.shell.t1("me-soon", "count", count(soon));
        let waits = self.shell.t1("me-wait", "count", count(self.waits.len()));
        format!("{late} {soon} {waits}")
    }
}

/// *My work*.
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let shell = Shell::new(&cx, None, "me-page", Section::MyWork);
    let partnerships = foundation::queries::mine(&cx).err_into();
    let (Lists { owe, waits, changed }, partnerships) =
        try_join(lists(&cx, &shell), partnerships).await?;
    page(&request, &MyWorkPage { shell, owe, waits, changed, partnerships })
}

/// What the page shows, in its order.
struct Lists {
    owe: Vec<Item>,
    waits: Vec<Item>,
    changed: Vec<Item>,
}

async fn lists(cx: &Cx, shell: &Shell) -> Result<Lists, Failure> {
    let (mut owe, mut waits, mut changed, others) = try_join4(
        items(cx, PanelPlace::Owe),
        items(cx, PanelPlace::Waits),
        items(cx, PanelPlace::Changed),
        changes(cx, shell),
    )
    .await?;
    // What is due first stands first; what has no day comes last.
    owe.sort_by_key(|item| (item.due.is_none(), item.due));
    waits.sort_by_key(|item| (item.due.is_none(), item.due, item.at));
    changed.extend(others);
    changed.sort_by_key(|item| std::cmp::Reverse(item.at));
    Ok(Lists { owe, waits, changed })
}

async fn items(cx: &Cx, place: PanelPlace) -> Result<Vec<Item>, Failure> {
    let panels = panel_items(cx, place).await?;
    Ok(panels.into_iter().flat_map(|(_, items)| items).collect())
}

/// What others changed lately, in words.
async fn changes(cx: &Cx, shell: &Shell) -> Result<Vec<Item>, Failure> {
    let me = cx.person()?;
    let tx = cx.read(access::MY_WORK).await?;
    let (all, told) = activity::queries::mine(&tx, me, CHANGES).await?;
    let item = |(slug, happening): (String, activity::Happening)| Item {
        title: activity::words::words(shell, &told, &happening),
        href: activity::pages::href(cx, &slug, &happening),
        at: Some(happening.at),
        ..Item::default()
    };
    Ok(all.into_iter().map(item).collect())
}

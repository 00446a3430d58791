//! Risks where people look: *My work* of who answers for them, and the agenda of a meeting.

use store::Cx;
use web::{Action, Failure, Item, ItemStatus, Panel, PanelPlace, Section, Shell};

use super::{
    store::{self as rows, Mine},
    words,
};
use crate::{Error, access};

/// How many risks an agenda proposes.
const SHOWN: i64 = 20;

/// My work: risks to look at.
pub(crate) static WAITS: Panel = Panel {
    place: PanelPlace::Waits,
    title: "risks-panel",
    all: None,
    permission: access::MINE_TO_PLAN,
    load: |cx| Box::pin(waits(cx)),
};

/// The agenda: risks and issues whose review is due.
pub(crate) static AGENDA: Panel = Panel {
    place: PanelPlace::Agenda,
    title: "risks-panel-agenda",
    all: Some("/p/{partnership}/risks?due=review"),
    permission: access::READ_PLAN,
    load: |cx| Box::pin(agenda(cx)),
};

async fn waits(cx: Cx) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::MINE_TO_PLAN).await?;
    let shell = Shell::new(&cx, None, "risks-title", Section::MyWork);
    let mine = rows::mine(&tx, shell.today()).await?;
    let item = |mine: &Mine| {
        let path = format!("/p/{}/risks/{}", mine.slug, mine.id);
        let review = Action {
            label: shell.t("risks-verb-review").into_owned(),
            href: format!("{path}/review"),
            main: true,
        };
        Item {
            title: mine.title.to_string(),
            detail: mine.partnership_name.clone(),
            due: Some(mine.review_on),
            actions: vec![review],
            href: path,
            ..Item::default()
        }
    };
    Ok(mine.iter().map(item).collect())
}

async fn agenda(cx: Cx) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::READ_PLAN).await?;
    let place = tx.place()?;
    let shell = Shell::new(&cx, Some(&place), "risks-title", Section::Plan);
    let risks = rows::due(&tx, place.today, SHOWN).await?;
    let directory = partnership::directory(&tx).await.map_err(Error::from)?;
    let item = |risk: &super::Risk| {
        let mark = words::mark(&shell, risk);
        let since = risk.account.review_on.map(|day| shell.date(day)).unwrap_or_default();
        Item {
            title: risk.account.title.to_string(),
            href: format!("/p/{}/risks/{}", place.slug, risk.id),
            detail: shell.t2(
                "risks-panel-agenda-detail",
                "who",
                directory.name(risk.account.owner),
                "date",
                since,
            ),
            due: risk.account.review_on,
            status: Some(ItemStatus { class: mark.kind, word: mark.text }),
            ..Item::default()
        }
    };
    Ok(risks.iter().map(item).collect())
}

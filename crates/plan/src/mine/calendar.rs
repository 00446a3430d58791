//! One's own calendar: the days by which something promised or planned is due, in every partnership.

pub(crate) mod store;

use ::store::Cx;
use futures_util::future::try_join;
use web::{Failure, Item, Panel, PanelPlace, Section, Shell};

use self::store::Milestone;
use super::store::{self as commitments, Mine};
use crate::access;

/// One's own calendar: the commitments of which one is in charge.
pub(crate) static PROMISED: Panel = Panel {
    place: PanelPlace::Calendar,
    title: "commitments-panel-owe",
    all: None,
    permission: access::MINE,
    load: |cx| Box::pin(promised(cx)),
};

/// One's own calendar: the milestones of the organizations that one leads.
pub(crate) static MILESTONES: Panel = Panel {
    place: PanelPlace::Calendar,
    title: "goals-layer-milestone",
    all: None,
    permission: access::MINE_TO_PLAN,
    load: |cx| Box::pin(milestones(cx)),
};

async fn promised(cx: Cx) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::MINE).await?;
    let (mine, names) = try_join(store::promised(&tx), commitments::names(&tx)).await?;
    let shell = Shell::new(&cx, None, "commitments-title", Section::MyWork);
    let item = |mine: &Mine| {
        let args = [
            ("to", names.receiver(&shell, mine).into()),
            ("date", shell.date(mine.due).into()),
            ("partnership", mine.partnership_name.as_str().into()),
        ];
        Item {
            title: shell.t1("calendar-due-commitment", "title", mine.title.as_str()),
            href: format!("/p/{}/commitments/{}", mine.slug, mine.id),
            detail: shell.tn("commitments-panel-owe-detail", &args),
            due: Some(mine.deadline),
            ..Item::default()
        }
    };
    Ok(mine.iter().map(item).collect())
}

async fn milestones(cx: Cx) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::MINE_TO_PLAN).await?;
    let milestones = store::milestones(&tx).await?;
    let shell = Shell::new(&cx, None, "goals-title", Section::MyWork);
    let item = |milestone: &Milestone| Item {
        title: shell.t1("calendar-due-milestone", "title", milestone.title.as_str()),
        href: format!("/p/{}/goals/{}", milestone.slug, milestone.id),
        detail: milestone.partnership_name.clone(),
        due: Some(milestone.due),
        ..Item::default()
    };
    Ok(milestones.iter().map(item).collect())
}

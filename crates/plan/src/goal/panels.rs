//! The overview: where the goals stand. *My work*: goals that want a review from who answers for
//! them.

use store::Cx;
use web::{Action, Failure, Item as Line, ItemStatus, Panel, PanelPlace, Section, Shell};

use super::{
    Layer, REVIEW_DAYS, queries,
    store::{self as rows, Due},
    words,
};
use crate::access;

/// The overview: the goals with their status.
pub(crate) static GOALS: Panel = Panel {
    place: PanelPlace::OverviewMain,
    title: "goals-panel",
    all: Some("/p/{partnership}/goals"),
    permission: access::READ_PLAN,
    load: |cx| Box::pin(goals(cx)),
};

async fn goals(cx: Cx) -> Result<Vec<Line>, Failure> {
    let whole = queries::whole(&cx).await?;
    let today = whole.place.today;
    let shell = Shell::new(&cx, Some(&whole.place), "goals-title", Section::Plan);
    let line = |goal: &super::Item| {
        let standing = whole.outline.standing(goal, today);
        let mark = words::mark(&shell, goal, &standing);
        let class = if mark.kind == "idle" { "none" } else { mark.kind };
        let mut detail = words::why(&shell, &standing.why);
        if goal.wants_review(today) {
            detail = format!("{detail} {}", shell.t("goals-review-due"));
        }
        Line {
            title: goal.aim.title.to_string(),
            href: format!("/p/{}/goals/{}", whole.place.slug, goal.id),
            detail,
            status: Some(ItemStatus { class, word: mark.text }),
            ..Line::default()
        }
    };
    Ok(whole.outline.of(Layer::Goal).filter(|goal| goal.is_open()).map(line).collect())
}

/// The page for everybody: the goals, how they stand, and what is done of what they come down to.
pub(crate) static PUBLIC: Panel = Panel {
    place: PanelPlace::Public,
    title: "goals-public",
    all: None,
    permission: access::PUBLIC_GOALS,
    load: |cx| Box::pin(public(cx)),
};

async fn public(cx: Cx) -> Result<Vec<Line>, Failure> {
    let tx = cx.read(access::PUBLIC_GOALS).await?;
    let place = tx.place()?;
    let outline = rows::outline(&tx).await?;
    let shell = Shell::new(&cx, Some(&place), "goals-title", Section::Nowhere);
    // No reason: it can name a measure, a commitment or a partner.
    let line = |goal: &super::Item| {
        let mark = words::mark(&shell, goal, &outline.standing(goal, place.today));
        let class = if mark.kind == "idle" { "none" } else { mark.kind };
        Line {
            title: goal.aim.title.to_string(),
            detail: words::done(&shell, &outline.progress(goal.id, place.today)),
            status: Some(ItemStatus { class, word: mark.text }),
            ..Line::default()
        }
    };
    Ok(outline.of(Layer::Goal).filter(|goal| goal.is_open()).map(line).collect())
}

/// My work: goals that nobody has looked at for a year.
pub(crate) static REVIEWS: Panel = Panel {
    place: PanelPlace::Waits,
    title: "goals-panel-reviews",
    all: None,
    permission: access::MINE_TO_PLAN,
    load: |cx| Box::pin(reviews(cx)),
};

async fn reviews(cx: Cx) -> Result<Vec<Line>, Failure> {
    let tx = cx.read(access::MINE_TO_PLAN).await?;
    let shell = Shell::new(&cx, None, "goals-title", Section::MyWork);
    let due = rows::reviews(&tx, shell.today().plus_days(-REVIEW_DAYS)).await?;
    let line = |due: &Due| {
        let path = format!("/p/{}/goals/{}", due.slug, due.id);
        let review = Action {
            label: shell.t("goals-verb-review").into_owned(),
            href: format!("{path}/review"),
            main: true,
        };
        Line {
            title: due.title.to_string(),
            detail: shell.t2(
                "goals-panel-reviews-detail",
                "date",
                shell.date(due.seen_on),
                "partnership",
                due.partnership_name.as_str(),
            ),
            actions: vec![review],
            href: path,
            ..Line::default()
        }
    };
    Ok(due.iter().map(line).collect())
}

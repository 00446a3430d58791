//! The overview: where the goals stand.

use store::Cx;
use web::{Failure, Item as Line, ItemStatus, Panel, PanelPlace, Section, Shell};

use super::{Layer, queries, words};
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

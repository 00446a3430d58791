//! *My work*: the questions that wait for one's position.

use store::Cx;
use web::{Action, Failure, Item, Panel, PanelPlace, Section, Shell};

use super::store::{self as rows, Mine};
use crate::access;

/// My work: what waits for my position.
pub(crate) static WAITS: Panel = Panel {
    place: PanelPlace::Waits,
    title: "decisions-panel-waits",
    all: None,
    permission: access::MINE_TO_ANSWER,
    load: |cx| Box::pin(waits(cx)),
};

async fn waits(cx: Cx) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::MINE_TO_ANSWER).await?;
    let mine = rows::mine(&tx).await?;
    let shell = Shell::new(&cx, None, "decisions-title", Section::MyWork);
    let item = |mine: &Mine| {
        let path = format!("/p/{}/decisions/{}", mine.slug, mine.id);
        let answer = Action {
            label: shell.t("decisions-verb-position").into_owned(),
            href: format!("{path}/position"),
            main: true,
        };
        Item {
            title: mine.title.to_string(),
            detail: shell.t1(
                "decisions-panel-waits-detail",
                "partnership",
                mine.partnership_name.as_str(),
            ),
            due: Some(mine.due),
            actions: vec![answer],
            href: path,
            ..Item::default()
        }
    };
    Ok(mine.iter().map(item).collect())
}

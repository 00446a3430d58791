//! *My work*: pilots that are over, of which nobody has said what came of them.

use store::Cx;
use web::{Action, Failure, Item, Panel, PanelPlace, Section, Shell};

use super::store::{self as rows, Mine};
use crate::access;

/// My work: results to write down.
pub(crate) static WAITS: Panel = Panel {
    place: PanelPlace::Waits,
    title: "ideas-panel",
    all: None,
    permission: access::MINE_TO_PLAN,
    load: |cx| Box::pin(waits(cx)),
};

async fn waits(cx: Cx) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::MINE_TO_PLAN).await?;
    let shell = Shell::new(&cx, None, "ideas-title", Section::MyWork);
    let mine = rows::mine(&tx, shell.today()).await?;
    let item = |mine: &Mine| {
        let path = format!("/p/{}/ideas/{}", mine.slug, mine.id);
        let say = Action {
            label: shell.t("ideas-verb-result").into_owned(),
            href: format!("{path}/result"),
            main: true,
        };
        Item {
            title: mine.title.to_string(),
            detail: mine.partnership_name.clone(),
            due: Some(mine.due),
            actions: vec![say],
            href: path,
            ..Item::default()
        }
    };
    Ok(mine.iter().map(item).collect())
}

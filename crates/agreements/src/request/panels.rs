//! *My work*: requests that wait for one's decision.

use ::store::Cx;
use web::{Action, Failure, Item, Panel, PanelPlace, Section, Shell};

use super::store;
use crate::access;

/// Requests that wait for my decision.
pub(crate) static WAITS: Panel = Panel {
    place: PanelPlace::Waits,
    title: "requests-panel",
    all: None,
    permission: access::MINE,
    load: |cx| Box::pin(waits(cx)),
};

async fn waits(cx: Cx) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::MINE).await?;
    let mine = store::mine(&tx).await?;
    let directory = partnership::my_directory(&tx).await.map_err(crate::Error::from)?;
    let shell = Shell::new(&cx, None, "requests-title", Section::MyWork);
    let item = |mine: &store::Mine| {
        let path = format!("/p/{}/requests/{}", mine.slug, mine.id);
        let decide = Action {
            label: shell.t("requests-rule").into_owned(),
            href: format!("{path}/decide"),
            main: true,
        };
        let when = shell.when(mine.due_at);
        let who = directory.name(mine.organization);
        let partnership = mine.partnership_name.as_str();
        Item {
            title: shell.t1("requests-panel-line", "who", who),
            detail: shell.t2("requests-panel-detail", "partnership", partnership, "when", when),
            actions: vec![decide],
            href: path,
            ..Item::default()
        }
    };
    Ok(mine.iter().map(item).collect())
}

//! *My work*: what a receipt wants done by one's organization.

use ::store::Cx;
use web::{Action, Failure, Item, Panel, PanelPlace, Section, Shell};

use super::store;
use crate::{access, agreement::words};

/// What a receipt wants done.
pub(crate) static OWE: Panel = Panel {
    place: PanelPlace::Owe,
    title: "tasks-title",
    all: None,
    permission: access::MINE,
    load: |cx| Box::pin(owe(cx)),
};

async fn owe(cx: Cx) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::MINE).await?;
    let mine = store::mine(&tx).await?;
    let shell = Shell::new(&cx, None, "tasks-title", Section::MyWork);
    let item = |mine: &store::Mine| {
        let path = format!("/p/{}/duties/{}", mine.slug, mine.id);
        let done =
            Action { label: shell.t("tasks-do").into_owned(), href: path.clone(), main: false };
        Item {
            title: words::said(&shell, "tasks-kind", mine.kind),
            detail: mine.partnership_name.clone(),
            due: Some(shell.day_of(mine.due_at)),
            actions: vec![done],
            href: path,
            ..Item::default()
        }
    };
    Ok(mine.iter().map(item).collect())
}

//! *My work*: the amendments that wait for an answer of an organization that I lead.

pub(crate) mod store;

use ::store::Cx;
use web::{Action, Failure, Item, Panel, PanelPlace, Section, Shell};

use self::store::Mine;
use super::access;

/// My work: amendments that wait for an answer.
pub(crate) static AMENDMENTS: Panel = Panel {
    place: PanelPlace::Waits,
    title: "drafts-panel-amendments",
    all: None,
    permission: access::MINE,
    load: |cx| Box::pin(amendments(cx)),
};

async fn amendments(cx: Cx) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::MINE).await?;
    let mine = store::mine(&tx).await?;
    let shell = Shell::new(&cx, None, "drafts-title", Section::MyWork);
    let item = |one: &Mine| {
        let href = format!("/p/{}/drafts/{}", one.slug, one.id);
        let answer = Action {
            label: shell.t("drafts-panel-answer").into_owned(),
            href: format!("{href}#amendments"),
            main: true,
        };
        Item {
            title: shell.t2("drafts-panel-title", "count", one.open, "title", one.title.as_str()),
            detail: shell.t1(
                "talk-panel-named-detail",
                "partnership",
                one.partnership_name.as_str(),
            ),
            actions: vec![answer],
            href,
            ..Item::default()
        }
    };
    Ok(mine.iter().map(item).collect())
}

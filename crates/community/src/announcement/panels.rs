//! *My work*: what an organization that I lead has not read.

pub(crate) mod store;

use ::store::Cx;
use web::{Action, Failure, Item, Panel, PanelPlace, Section, Shell};

use self::store::Mine;
use super::access;

/// My work: what waits to be read.
pub(crate) static UNREAD: Panel = Panel {
    place: PanelPlace::Waits,
    title: "announcements-panel-unread",
    all: None,
    permission: access::MINE,
    load: |cx| Box::pin(unread(cx)),
};

async fn unread(cx: Cx) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::MINE).await?;
    let mine = store::mine(&tx).await?;
    let shell = Shell::new(&cx, None, "announcements-title", Section::MyWork);
    let item = |one: &Mine| {
        let href = format!("/p/{}/announcements/{}", one.slug, one.id);
        let read = Action {
            label: shell.t("announcements-panel-read").into_owned(),
            href: href.clone(),
            main: true,
        };
        Item {
            title: one.title.to_string(),
            detail: shell.t2(
                "announcements-panel-detail",
                "organization",
                one.organization.as_str(),
                "partnership",
                one.partnership_name.as_str(),
            ),
            due: one.read_by,
            at: Some(one.at),
            actions: vec![read],
            href,
            ..Item::default()
        }
    };
    Ok(mine.iter().map(item).collect())
}

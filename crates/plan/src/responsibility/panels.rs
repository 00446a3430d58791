//! *My work*: parts in the plan that wait for one's answer.

use store::Cx;
use web::{Action, Failure, Item, Panel, PanelPlace, Section, Shell};

use super::{
    Side,
    store::{self as rows, Mine},
    words,
};
use crate::access;

/// My work: what one was asked to carry, and what one was offered help with.
pub(crate) static WAITS: Panel = Panel {
    place: PanelPlace::Waits,
    title: "responsibilities-panel",
    all: None,
    permission: access::MINE_TO_PLAN,
    load: |cx| Box::pin(waits(cx)),
};

async fn waits(cx: Cx) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::MINE_TO_PLAN).await?;
    let mine = rows::mine(&tx).await?;
    let names = partnership::my_directory(&tx).await.map_err(crate::Error::from)?;
    let shell = Shell::new(&cx, None, "responsibilities-title", Section::MyWork);
    let item = |mine: &Mine| {
        let path = format!("/p/{}/responsibilities/{}", mine.slug, mine.id);
        let answer = Action {
            label: shell.t("responsibilities-panel-answer").into_owned(),
            href: path.clone(),
            main: true,
        };
        let duty = words::duty(&shell, mine.duty);
        let args = [
            ("who", names.name(mine.organization).into()),
            ("duty", duty.as_str().into()),
            ("partnership", mine.partnership_name.as_str().into()),
        ];
        let key = match mine.turn {
            Side::Bearer => "responsibilities-panel-asked",
            Side::Plan => "responsibilities-panel-offered",
        };
        Item {
            title: mine.title.to_string(),
            detail: shell.tn(key, &args),
            actions: vec![answer],
            href: path,
            ..Item::default()
        }
    };
    Ok(mine.iter().map(item).collect())
}

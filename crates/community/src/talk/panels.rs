//! *My work*: where I am named and an answer is waited for.

pub(crate) mod store;

use ::store::{Cx, Standing};
use futures_util::future::try_join;
use web::{Action, Failure, Item, Panel, PanelPlace, Registry, Section, Shell};

use self::store::Named;
use super::access;

/// My work: where I, or an organization that I lead, am named.
pub(crate) static NAMED: Panel = Panel {
    place: PanelPlace::Waits,
    title: "talk-panel-named",
    all: None,
    permission: access::MINE,
    load: |cx| Box::pin(named(cx)),
};

async fn named(cx: Cx) -> Result<Vec<Item>, Failure> {
    let tx = cx.read(access::MINE).await?;
    let named = store::named(&tx, cx.person()?);
    let (mine, grants) = try_join(named, store::grants(&tx)).await?;
    let shell = Shell::new(&cx, None, "talk-title", Section::MyWork);
    let registry = cx.extension::<Registry>().unwrap_or_default();
    // What the record is called is for those who may read such records where it is.
    let may_read = |one: &Named| {
        let here = grants.iter().filter(|(of, ..)| *of == one.partnership);
        let standing =
            Standing { grants: here.map(|(_, of, role)| (*of, *role)).collect(), system: false };
        registry.topic(&one.kind).is_some_and(|topic| topic.is_open_to(&cx, &standing))
    };
    let item = |one: &Named| {
        let href = format!("/p/{}/discussions/{}", one.slug, one.thread);
        let answer = Action {
            label: shell.t("talk-panel-answer").into_owned(),
            href: format!("{href}#answer"),
            main: true,
        };
        Item {
            title: shell.t2(
                "talk-panel-named-by",
                "who",
                one.who.as_str(),
                "name",
                one.about.as_str(),
            ),
            detail: shell.t1(
                "talk-panel-named-detail",
                "partnership",
                one.partnership_name.as_str(),
            ),
            at: Some(one.at),
            actions: vec![answer],
            href,
            ..Item::default()
        }
    };
    Ok(mine.iter().filter(|one| may_read(one)).map(item).collect())
}

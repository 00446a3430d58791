//! What others can say something about: disagreements. And which of them stand on the page of the
//! record that they are about.

use ::store::{Cx, Subject};
use askama::Template;
use web::{About, Block, Failure, Html, Section, Shell, Topic};

use super::{Disagreement, State, access, store};

/// Disagreements, also those that are settled.
pub(crate) static TOPIC: Topic =
    Topic { kind: "disagreement", permission: access::READ, name: |cx, id| Box::pin(name(cx, id)) };

/// The disagreements about a record, on its page.
pub(crate) static PART: About =
    About { permission: access::READ, load: |cx, subject| Box::pin(load(cx, subject)) };

/// Disagreements on a page.
const SHOWN: i64 = 10;

/// The disagreements about a record.
#[derive(Template)]
#[template(path = "community/disagreement_block.html")]
struct Part {
    shell: Shell,
    lines: Vec<(String, String, bool, String)>,
}

async fn name(cx: Cx, id: String) -> Result<Option<String>, Failure> {
    let Ok(id) = id.parse() else { return Ok(None) };
    let tx = cx.read(access::READ).await?;
    Ok(store::question_of(&tx, id).await?)
}

async fn load(cx: Cx, subject: Subject) -> Result<Option<Block>, Failure> {
    let tx = cx.read(access::READ).await?;
    let all = store::about(&tx, subject.kind, &subject.id, SHOWN).await?;
    if all.is_empty() {
        return Ok(None);
    }
    let place = tx.place()?;
    let shell = Shell::new(&cx, Some(&place), "disagreements-title", Section::Meetings);
    let line = |one: &Disagreement| {
        let href = shell.href(&format!("/p/{}/disagreements/{}", place.slug, one.id));
        let state = shell.t(&format!("disagreements-state-{}", one.state()));
        (one.question.to_string(), href, one.state() == State::Open, state.into_owned())
    };
    let lines = all.iter().map(line).collect();
    let title = shell.t("disagreements-title").into_owned();
    Ok(Some(Block { id: "disagreements", title, html: Html::of(&Part { shell, lines })? }))
}

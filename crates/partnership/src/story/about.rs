//! The way from a record's own page to its story.

use ::store::{Cx, Subject};
use web::{About, Block, Failure, Html, Registry, Section, Shell};

use crate::access;

/// A link to the story of a record that has one.
pub(crate) static PART: About =
    About { permission: access::ACTIVITY, load: |cx, subject| Box::pin(block(cx, subject)) };

#[derive(askama::Template)]
#[template(path = "partnership/story_link.html")]
struct Link {
    text: String,
    href: String,
    label: String,
}

async fn block(cx: Cx, subject: Subject) -> Result<Option<Block>, Failure> {
    let registry = cx.extension::<Registry>().unwrap_or_default();
    if registry.story(subject.kind).is_none() {
        return Ok(None);
    }
    let tx = cx.read(access::ACTIVITY).await?;
    let place = tx.place()?;
    let shell = Shell::new(&cx, Some(&place), "stories-title", Section::Nowhere);
    let path = format!("/p/{}/stories/{}/{}", place.slug, subject.kind, subject.id);
    let link = Link {
        text: shell.t("stories-link-text").into_owned(),
        href: shell.href(&path),
        label: shell.t("stories-link").into_owned(),
    };
    let title = shell.t("stories-title").into_owned();
    Ok(Some(Block { id: "story", title, html: Html::of(&link)? }))
}

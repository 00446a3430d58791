//! Stories that everybody may read: without the name of a person.

use std::sync::Arc;

use ::store::{Cx, Place};
use web::{Failure, Request, Response, Section, Shell, page};

use super::{
    Sheet,
    pages::{self, record},
    queries, store,
};
use crate::{Error, access};

/// Where everybody reads a story.
pub(super) fn path(sheet: &Sheet) -> String {
    format!("/public/{}/stories/{}/{}", sheet.place.slug, sheet.record.kind, sheet.record.id)
}

/// The place, for those who may decide who reads a story.
pub(super) async fn may_publish(cx: &Cx) -> Result<Arc<Place>, Error> {
    Ok(cx.read(access::SETTINGS).await?.place()?)
}

/// `GET /public/{partnership}/stories/{kind}/{id}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let sheet = queries::public(&cx, record(&request), request.query().text("after")).await?;
    let slug = &sheet.place.slug;
    let tx = cx.read(access::PUBLIC_STORIES).await?;
    let stories = store::public(&tx).await?;
    drop(tx);
    // Only to other stories that everybody may read.
    let to = |kind: &str, id: &str| {
        let open = stories.iter().any(|(record, _)| record.kind == kind && record.id == id);
        if open { format!("/public/{slug}/stories/{kind}/{id}") } else { String::new() }
    };
    let shell = Shell::new(&cx, Some(&sheet.place), "stories-title", Section::Nowhere);
    let crumb = shell.t("public-title").into_owned();
    let shell = shell.titled(sheet.tale.title.clone()).crumb(crumb, &format!("/public/{slug}"));
    let (first, next) = request.pager(&shell, sheet.told.page.next.as_deref());
    page(&request, &pages::StoryPage { first, next, ..pages::told(shell, &sheet, &to) })
}

//! Stories as JSON.

use ::store::Cx;
use serde::Serialize;
use web::{Bond, Failure, Related, Request, Response, Section, Shell};

use super::{Sheet, bound, pages::record, queries};
use crate::activity::words::{who, words};

/// A story: what a record is, what led to it, what happened, what came of it.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct StoryView {
    title: String,
    /// How it stands.
    stands: String,
    led_to_it: Vec<RelatedView>,
    came_of_it: Vec<RelatedView>,
    /// What happened, the earliest first.
    happened: Vec<ChapterView>,
    /// Whether everybody may read it.
    public: bool,
    /// The mark of the next page, for `after`.
    next: Option<String>,
}

/// Something that belongs to a story.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct RelatedView {
    kind: String,
    id: String,
    title: String,
}

/// One thing that happened.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct ChapterView {
    #[schema(format = DateTime)]
    at: String,
    kind: String,
    subject_kind: String,
    subject: String,
    who: String,
    /// In words, in the language of the request.
    text: String,
}

/// `GET /api/v1/p/{partnership}/stories/{kind}/{id}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let sheet = queries::story(&cx, record(&request), request.query().text("after")).await?;
    let shell = Shell::new(&cx, Some(&sheet.place), "stories-title", Section::Nowhere);
    web::json(&view(&shell, &sheet))
}

fn view(shell: &Shell, sheet: &Sheet) -> StoryView {
    let related = |one: &Related| RelatedView {
        kind: one.record.kind.clone(),
        id: one.record.id.clone(),
        title: one.title.clone(),
    };
    let of = |bond| bound(&sheet.tale, bond).into_iter().map(related).collect();
    let chapter = |happening: &crate::activity::Happening| ChapterView {
        at: happening.at.rfc3339(),
        kind: happening.kind.clone(),
        subject_kind: happening.subject_kind.clone(),
        subject: happening.subject.clone(),
        who: who(shell, &sheet.told, happening),
        text: words(shell, &sheet.told, happening),
    };
    StoryView {
        title: sheet.tale.title.clone(),
        stands: sheet.tale.stands.clone(),
        led_to_it: of(Bond::LedToIt),
        came_of_it: of(Bond::CameOfIt),
        happened: sheet.told.page.items.iter().map(chapter).collect(),
        public: sheet.is_public,
        next: sheet.told.page.next.clone(),
    }
}

//! The record as JSON.

use base::{EventId, PersonId};
use serde::Serialize;
use store::Cx;
use web::{Failure, Request, Response, Section, Shell};

use super::{pages, queries, words};

/// Something that happened.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct HappeningView {
    #[schema(value_type = String, example = "evt_01j9x8m2c0k4q6r8t0v2x4z6a8")]
    id: EventId,
    /// Its number in the partnership's record.
    seq: i64,
    #[schema(format = DateTime)]
    at: String,
    /// What happened, such as `seat.handed_over`.
    kind: String,
    /// Who did it; nothing when it was the program itself.
    #[schema(value_type = Option<String>)]
    person: Option<PersonId>,
    who: String,
    subject: SubjectView,
    /// The event in words, in the language of the request.
    text: String,
}

/// What an event is about.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct SubjectView {
    kind: String,
    id: String,
    /// The address of its page.
    href: Option<String>,
}

pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (wanted, _) = pages::wanted(&request)?;
    let (place, told) = queries::page(&cx, &wanted).await?;
    let shell = Shell::new(&cx, Some(&place), "activity-page", Section::Nowhere);
    let view = |happening: &super::Happening| {
        let href = pages::href(&cx, &place.slug, happening);
        HappeningView {
            id: happening.id,
            seq: happening.seq,
            at: happening.at.rfc3339(),
            kind: happening.kind.clone(),
            person: happening.actor.person(),
            who: words::who(&shell, &told, happening),
            subject: SubjectView {
                kind: happening.subject_kind.clone(),
                id: happening.subject.clone(),
                href: Some(href).filter(|href| !href.is_empty()),
            },
            text: words::words(&shell, &told, happening),
        }
    };
    let items = told.page.items.iter().map(view).collect();
    web::listing(&request, &store::Page { items, next: told.page.next.clone() })
}

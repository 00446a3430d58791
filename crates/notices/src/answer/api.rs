//! Links from mails, and kept replies, as JSON.

use std::collections::BTreeMap;

use ::store::{Cx, Page};
use serde::Serialize;
use web::{Asked, AskedField, AskedKind, Failure, Request, Response, Shell};

use super::{
    LinkId, Reply, Standing,
    commands::{self, Outcome},
    pages::secret,
};
use crate::{Error, notice::Filter, notice::queries};

/// What a link from a mail is good for.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct AskedView {
    /// What is done.
    does: String,
    /// What it is about.
    title: String,
    /// What happens, who will know, and whether it can be taken back.
    confirm: Vec<String>,
    /// What is asked.
    fields: Vec<FieldView>,
}

/// One field.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct FieldView {
    name: &'static str,
    label: String,
    /// `text` or `date`.
    kind: &'static str,
    optional: bool,
}

/// What the caller wrote by a link, and could not be taken.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = MailReplyView)]
pub(crate) struct ReplyView {
    #[schema(value_type = String)]
    id: LinkId,
    /// The short name of the partnership.
    partnership: String,
    /// What it was to do.
    answer: String,
    /// What was typed, by field.
    fields: BTreeMap<String, String>,
    #[schema(format = DateTime)]
    at: String,
    /// Why it could not be taken: the code of a problem.
    why: String,
}

/// `GET /api/v1/answers/{secret}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let followed = commands::follow(&cx, &secret(&request)?).await?;
    if followed.standing == Standing::Ended {
        return Err(Error::AnswerEnded.into());
    }
    let shell = Shell::new(&cx, None, followed.answer.label, web::Section::Nowhere);
    let asked = (followed.answer.ask)(followed.cx, followed.link.subject).await?;
    web::json(&view(&shell, asked))
}

/// `POST /api/v1/answers/{secret}`
pub(crate) async fn give(cx: Cx, request: Request) -> Result<Response, Failure> {
    let followed = commands::follow(&cx, &secret(&request)?).await?;
    match commands::give(&cx, followed, request.input()?).await? {
        Outcome::Done => Ok(web::no_content()),
        Outcome::Again(failure) | Outcome::Kept(failure) => Err(failure),
    }
}

/// `GET /api/v1/me/notice-replies`
pub(crate) async fn replies(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mine = queries::mine(&cx, &Filter::default(), None).await?;
    let items = mine.replies.into_iter().map(reply_view).collect();
    web::listing(&request, &Page { items, next: None })
}

/// `POST /api/v1/me/notice-replies/{id}`
pub(crate) async fn give_kept(cx: Cx, request: Request) -> Result<Response, Failure> {
    commands::give_kept(&cx, request.param("id")?, request.input()?).await?;
    Ok(web::no_content())
}

/// `DELETE /api/v1/me/notice-replies/{id}`
pub(crate) async fn discard(cx: Cx, request: Request) -> Result<Response, Failure> {
    commands::clear(&cx, request.param("id")?).await?;
    Ok(web::no_content())
}

fn view(shell: &Shell, asked: Asked) -> AskedView {
    let field = |field: AskedField| FieldView {
        name: field.name,
        label: shell.t(field.label).into_owned(),
        kind: match field.kind {
            AskedKind::Text => "text",
            AskedKind::Date => "date",
        },
        optional: field.optional,
    };
    AskedView {
        does: shell.title().to_owned(),
        title: asked.title,
        confirm: asked.confirm.into(),
        fields: asked.fields.into_iter().map(field).collect(),
    }
}

fn reply_view(reply: Reply) -> ReplyView {
    ReplyView {
        id: reply.link.id,
        partnership: reply.slug,
        answer: reply.link.answer,
        fields: reply.fields.into_iter().collect(),
        at: reply.at.rfc3339(),
        why: reply.why,
    }
}

//! Answers to the four questions for programs.

use base::Date;
use serde::{Deserialize, Serialize};
use store::Cx;
use utoipa::ToSchema;
use web::{Failure, Request, Response};

use super::{NewReply, Reply};
use crate::agreement::{parse, queries};

/// An answer to one of the four questions.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = QuestionReplyBody)]
pub(crate) struct ReplyBody {
    /// `legal`, `ethical`, `good_idea` or `how_we_know`.
    question: String,
    reply: String,
    /// The names of those who decided.
    deciders: String,
}

/// An answer that stands.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = QuestionReplyView)]
pub(crate) struct ReplyView {
    question: String,
    reply: String,
    deciders: String,
    person: Option<String>,
    organization: Option<String>,
    #[schema(value_type = String, format = Date)]
    on: Date,
}

impl ReplyView {
    fn of(reply: &Reply) -> Self {
        Self {
            question: reply.question.to_string(),
            reply: reply.reply.to_string(),
            deciders: reply.deciders.to_string(),
            person: reply.person.map(|id| id.to_string()),
            organization: reply.organization.map(|id| id.to_string()),
            on: reply.on,
        }
    }
}

/// The answers that stand to the four questions.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct RepliesView {
    replies: Vec<ReplyView>,
}

pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let record = queries::agreement(&cx, request.param("id")?).await?;
    web::json(&RepliesView { replies: record.replies.iter().map(ReplyView::of).collect() })
}

pub(crate) async fn answer(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<ReplyBody>()?;
    let target = parse::target(&request)?;
    let new = parse::given(&mut input, |input| {
        let (question, reply) = (input.required("question"), input.required("reply"));
        let deciders = input.required("deciders");
        Some(NewReply { question: question?, reply: reply?, deciders: deciders? })
    })?;
    let agreement = super::reply(&cx, target, new).await?;
    let record = queries::agreement(&cx, agreement.id).await?;
    let view = RepliesView { replies: record.replies.iter().map(ReplyView::of).collect() };
    Ok(web::json(&view)?.etag(record.agreement.revision))
}

//! Keeping and destroying for programs.

use base::Line;
use store::Cx;
use web::{Failure, Request, Response};

use super::{Certificate, Rule, Why, commands, queries};

/// A class of records, and how long they are kept.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
pub(crate) struct ClassView {
    class: String,
    /// For how many days after a record ended; nothing: until further notice.
    days: Option<i64>,
    why: Option<String>,
    /// How many are due, at most 1000.
    due: usize,
}

/// All classes.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
pub(crate) struct RetentionView {
    classes: Vec<ClassView>,
}

/// How long a class is kept.
#[derive(Debug, serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "the input reads the fields; this says which there are")]
pub(crate) struct RuleBody {
    days: i64,
    /// The law or the agreement that says so.
    why: String,
}

/// A record to be destroyed.
#[derive(Debug, serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "the input reads the fields; this says which there are")]
pub(crate) struct DestructionBody {
    class: String,
    id: String,
    reason: String,
}

/// That something was destroyed.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
pub(crate) struct CertificateView {
    #[schema(value_type = String)]
    id: super::CertificateId,
    class: String,
    #[schema(format = DateTime)]
    at: String,
    records: i64,
    days: Option<i64>,
    why: String,
}

impl CertificateView {
    fn of(one: &Certificate) -> Self {
        Self {
            id: one.id,
            class: one.class.clone(),
            at: one.at.rfc3339(),
            records: one.records,
            days: one.days,
            why: one.why.to_string(),
        }
    }
}

pub(crate) async fn show(cx: Cx, _request: Request) -> Result<Response, Failure> {
    let (_, lines, _) = queries::page(&cx, None).await?;
    let view = |line: &super::Line| ClassView {
        class: line.kept.class.to_owned(),
        days: line.rule.as_ref().map(|rule| rule.days),
        why: line.rule.as_ref().map(|rule| rule.why.to_string()),
        due: line.due,
    };
    web::json(&RetentionView { classes: lines.iter().map(view).collect() })
}

pub(crate) async fn set(cx: Cx, request: Request) -> Result<Response, Failure> {
    let kept = queries::class(&cx, request.param_text("class"))?;
    let mut input = request.json::<RuleBody>()?;
    let (days, why) = (input.required::<i64>("days"), input.required::<Why>("why"));
    let (Some(days), Some(why)) = (days, why) else { return Err(input.invalid().into()) };
    commands::set(&cx, Rule { class: kept.class, days, why }).await?;
    show(cx, request).await
}

pub(crate) async fn lift(cx: Cx, request: Request) -> Result<Response, Failure> {
    let kept = queries::class(&cx, request.param_text("class"))?;
    commands::lift(&cx, kept.class).await?;
    Ok(web::no_content())
}

pub(crate) async fn destroy(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<DestructionBody>()?;
    let class = input.required::<Line<60>>("class");
    let (id, why) = (input.required::<Line<80>>("id"), input.required::<Why>("reason"));
    let (Some(class), Some(id), Some(why)) = (class, id, why) else {
        return Err(input.invalid().into());
    };
    let kept = queries::class(&cx, class.as_str())?;
    let done = commands::destroy_one(&cx, kept, id.to_string(), why).await?;
    let slug = request.param_text("partnership");
    web::created(
        &format!("/p/{slug}/retention/certificates/{}", done.id),
        &CertificateView::of(&done),
    )
}

pub(crate) async fn certificates(cx: Cx, request: Request) -> Result<Response, Failure> {
    let query = request.query();
    let (_, _, page) = queries::page(&cx, query.text("after")).await?;
    web::listing(&request, &page.map(|one| CertificateView::of(&one)))
}

pub(crate) async fn certificate(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (_, one, _) = queries::certificate(&cx, request.param("id")?).await?;
    web::json(&CertificateView::of(&one))
}

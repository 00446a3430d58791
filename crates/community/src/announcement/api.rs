//! Announcements for programs.

use base::Instant;
use serde::{Deserialize, Serialize};
use store::Cx;
use utoipa::ToSchema;
use web::{Failure, Request, Response};

use super::{
    Announcement, AnnouncementId, Receipt, commands,
    find::Filter,
    parse,
    queries::{self, Record},
};

/// What is announced.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewsBody {
    title: String,
    /// Markdown.
    body: String,
    /// By when it should have been read.
    read_by: Option<String>,
    /// The organizations that should read it; all partners without it.
    audience: Option<Vec<String>>,
    /// For which of one's organizations.
    organization: Option<String>,
}

/// Other words.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = AnnouncementCorrectionBody)]
pub(crate) struct CorrectionBody {
    title: String,
    body: String,
}

/// Why an announcement is taken back.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TakeBackBody {
    why: String,
}

/// For which organization it was read.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReadBody {
    /// Needed by those who work for several.
    organization: Option<String>,
}

/// An announcement in a list.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct AnnouncementLine {
    id: String,
    title: String,
    person: String,
    organization: String,
    at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    read_by: Option<String>,
    /// For how many organizations it is, and for how many somebody has read it.
    awaited: i64,
    read: i64,
    withdrawn: bool,
    revision: i64,
}

impl AnnouncementLine {
    fn of(one: &Announcement) -> Self {
        Self {
            id: one.id.to_string(),
            title: one.title.to_string(),
            person: one.by.person.to_string(),
            organization: one.by.organization.to_string(),
            at: one.by.at.rfc3339(),
            read_by: one.read_by.map(|day| day.to_string()),
            awaited: one.awaited,
            read: one.read,
            withdrawn: one.withdrawn.is_some(),
            revision: one.revision.0,
        }
    }
}

/// An organization that should read it, and who has.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = ReadReceiptView)]
pub(crate) struct ReceiptView {
    organization: String,
    readers: Vec<ReaderView>,
}

/// Somebody who has read it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct ReaderView {
    person: String,
    at: String,
}

impl ReceiptView {
    fn of(receipt: &Receipt) -> Self {
        let reader = |(person, at): &(base::PersonId, Instant)| ReaderView {
            person: person.to_string(),
            at: at.rfc3339(),
        };
        Self {
            organization: receipt.organization.to_string(),
            readers: receipt.readers.iter().map(reader).collect(),
        }
    }
}

/// One announcement.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct AnnouncementView {
    #[serde(flatten)]
    line: AnnouncementLine,
    /// Markdown.
    body: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    edited_at: Option<String>,
    /// Why it was taken back.
    #[serde(skip_serializing_if = "Option::is_none")]
    withdrawn_why: Option<String>,
    receipts: Vec<ReceiptView>,
}

impl AnnouncementView {
    fn of(record: &Record) -> Self {
        let one = &record.announcement;
        Self {
            line: AnnouncementLine::of(one),
            body: one.body.to_string(),
            edited_at: one.edited_at.map(Instant::rfc3339),
            withdrawn_why: one.withdrawn.as_ref().map(|(_, why)| why.to_string()),
            receipts: record.receipts.iter().map(ReceiptView::of).collect(),
        }
    }
}

pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let (filter, after) = Filter::read(&mut input);
    input.check()?;
    let listed = queries::list(&cx, &filter, after.as_deref()).await?;
    web::listing(&request, &listed.page.map(|one| AnnouncementLine::of(&one)))
}

pub(crate) async fn publish(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<NewsBody>()?;
    let (_, directory) = queries::choices(&cx).await?;
    let everybody = directory.current().map(|entry| entry.id).collect();
    let (news, organization) = parse::news(&mut input, everybody)?;
    let one = commands::publish(&cx, news, organization).await?;
    let record = queries::announcement(&cx, one.id).await?;
    let path = format!("/p/{}/announcements/{}", request.param_text("partnership"), one.id);
    Ok(web::created(&path, &AnnouncementView::of(&record))?.etag(one.revision))
}

pub(crate) async fn find(cx: Cx, request: Request) -> Result<Response, Failure> {
    answer(&cx, request.param("id")?).await
}

pub(crate) async fn correct(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (target, mut input) = (parse::target(&request)?, request.json::<CorrectionBody>()?);
    let (Some(title), Some(body)) = parse::text(&mut input) else {
        return Err(input.invalid().into());
    };
    answer(&cx, commands::correct(&cx, target, title, body).await?.id).await
}

pub(crate) async fn withdraw(cx: Cx, request: Request) -> Result<Response, Failure> {
    let target = parse::target(&request)?;
    let why = parse::why(&mut request.json::<TakeBackBody>()?)?;
    answer(&cx, commands::withdraw(&cx, target, why).await?.id).await
}

pub(crate) async fn confirm(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<ReadBody>()?;
    let organization = input.optional("organization");
    input.check()?;
    answer(&cx, commands::confirm(&cx, request.param("id")?, organization).await?.id).await
}

pub(crate) async fn remind(cx: Cx, request: Request) -> Result<Response, Failure> {
    answer(&cx, commands::remind(&cx, parse::target(&request)?).await?.id).await
}

async fn answer(cx: &Cx, id: AnnouncementId) -> Result<Response, Failure> {
    let record = queries::announcement(cx, id).await?;
    let revision = record.announcement.revision;
    Ok(web::json(&AnnouncementView::of(&record))?.etag(revision))
}

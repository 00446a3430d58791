//! Clients and their records for programs.

use ::store::Cx;
use base::OrganizationId;
use policy::ClientId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Failure, Request, Response};

use super::{
    Record, RecordId, commands, import as file, parse,
    queries::{self, Kept},
};
use crate::{
    access,
    agreement::parse::given,
    consent::{ClientReference, change_client, enter_client},
};

/// A client, as a reference that a holder owns.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ClientBody {
    holder: String,
    /// The number under which the holder keeps them.
    file_number: String,
    is_minor: Option<bool>,
    /// Whether state law lets this minor consent alone.
    consents_alone: Option<bool>,
    /// References of those who may sign for them.
    guardians: Option<Vec<String>>,
    /// References of those who may never sign for them or get anything.
    alleged_abusers: Option<Vec<String>>,
    /// The agency that is legally responsible for them.
    custody: Option<String>,
    /// The laws under which they said no to sharing.
    opt_outs: Option<Vec<String>>,
    has_protected_address: Option<bool>,
}

/// A record.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RecordBody {
    class: String,
    content: String,
}

/// What a record is corrected to.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ContentBody {
    content: String,
}

/// A client in a list.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct ClientLine {
    client: String,
    holder: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    file_number: Option<String>,
    is_adult: bool,
    opt_outs: Vec<String>,
    has_protected_address: bool,
}

/// A client with what is kept about them.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct ClientView {
    client: ClientLine,
    records: Vec<RecordView>,
    consents: Vec<String>,
    receipts: Vec<String>,
}

/// A record.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct RecordView {
    record: String,
    class: String,
    origin: String,
    laws: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    content: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    receipt: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bound_to: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    destroy_by: Option<String>,
}

/// What came of a file.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = RecordImportView)]
pub(crate) struct ImportView {
    rows_read: usize,
    clients: usize,
    added: usize,
    revised: usize,
    unchanged: usize,
    refused: Vec<RefusedRow>,
}

/// What is wrong with a row.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct RefusedRow {
    row: usize,
    column: String,
    code: String,
}

impl ClientLine {
    fn of(client: &ClientReference) -> Self {
        Self {
            client: client.id.to_string(),
            holder: client.holder.to_string(),
            file_number: client.file_number.as_ref().map(ToString::to_string),
            is_adult: client.is_adult,
            opt_outs: client.opt_outs.iter().map(|law| law.to_string()).collect(),
            has_protected_address: client.has_protected_address,
        }
    }
}

impl RecordView {
    fn of(record: &Record, now: base::Instant) -> Self {
        let content = record.content.as_ref().filter(|_| record.is_there(now));
        Self {
            record: record.id.to_string(),
            class: record.class.to_string(),
            origin: record.origin.to_string(),
            laws: record.regimes.iter().map(|law| law.to_string()).collect(),
            content: content.map(|content| content.expose().to_string()),
            receipt: record.receipt.map(|id| id.to_string()),
            bound_to: record.bound_to.as_ref().map(ToString::to_string),
            destroy_by: record.destroy_by.map(base::Instant::rfc3339),
        }
    }
}

impl ClientView {
    fn of(kept: &Kept) -> Self {
        Self {
            client: ClientLine::of(&kept.client),
            records: kept.records.iter().map(|one| RecordView::of(one, kept.now)).collect(),
            consents: kept.consents.iter().map(|one| one.id.to_string()).collect(),
            receipts: kept.receipts.iter().map(|one| one.id.to_string()).collect(),
        }
    }
}

/// `GET /api/v1/p/{partnership}/clients`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let of = input.optional("organization");
    input.check()?;
    let clients = queries::clients(&cx, of, input.text("q"), input.text("after")).await?;
    web::listing(&request, &clients.page.map(|client| ClientLine::of(&client)))
}

/// `POST /api/v1/p/{partnership}/clients`
pub(crate) async fn add(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<ClientBody>()?;
    cx.admits(access::KEEP_CLIENTS).await?;
    let id = cx.new_id();
    let client = given(&mut input, |input| parse::client(input, id, None))?;
    enter_client(&cx, client).await?;
    let path = format!("/p/{}/clients/{id}", request.param_text("partnership"));
    web::created(&path, &ClientView::of(&queries::client(&cx, id).await?))
}

/// `GET /api/v1/p/{partnership}/clients/{id}`
pub(crate) async fn find(cx: Cx, request: Request) -> Result<Response, Failure> {
    let kept = queries::client(&cx, request.param("id")?).await?;
    // A repeat of the answer must not be kept: it holds what is known of a person.
    Ok(web::json(&ClientView::of(&kept))?.unkept())
}

/// `PATCH /api/v1/p/{partnership}/clients/{id}`
pub(crate) async fn change(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<ClientBody>()?;
    cx.admits(access::KEEP_CLIENTS).await?;
    let id: ClientId = request.param("id")?;
    let kept = queries::client(&cx, id).await?;
    let holder = Some(kept.client.holder);
    let client = given(&mut input, |input| parse::client(input, id, holder))?;
    change_client(&cx, client).await?;
    Ok(web::json(&ClientView::of(&queries::client(&cx, id).await?))?.unkept())
}

/// `POST /api/v1/p/{partnership}/clients/{id}/records`
pub(crate) async fn keep(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<RecordBody>()?;
    cx.admits(access::KEEP_CLIENTS).await?;
    let id: ClientId = request.param("id")?;
    let new = given(&mut input, |input| parse::record(input, id))?;
    let record = commands::keep(&cx, new).await?;
    answer(&cx, record).await
}

/// `PATCH /api/v1/p/{partnership}/records/{id}`
pub(crate) async fn correct(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<ContentBody>()?;
    cx.admits(access::KEEP_CLIENTS).await?;
    let id: RecordId = request.param("id")?;
    let content = given(&mut input, parse::content)?;
    commands::correct(&cx, id, content).await?;
    answer(&cx, id).await
}

/// `DELETE /api/v1/p/{partnership}/records/{id}`
pub(crate) async fn destroy(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: RecordId = request.param("id")?;
    commands::destroy(&cx, id).await?;
    answer(&cx, id).await
}

async fn answer(cx: &Cx, id: RecordId) -> Result<Response, Failure> {
    let (record, _) = queries::record(cx, id).await?;
    Ok(web::json(&RecordView::of(&record, cx.now()))?.unkept())
}

/// `GET /api/v1/p/{partnership}/copies`
pub(crate) async fn copies(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let of = input.optional("organization");
    input.check()?;
    let copies = queries::copies(&cx, of, input.text("after")).await?;
    let now = copies.now;
    web::listing(&request, &copies.page.map(|copy| RecordView::of(&copy, now)))
}

/// `POST /api/v1/p/{partnership}/clients/imports?holder=…`: the file is the body.
pub(crate) async fn import(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    cx.admits(access::KEEP_CLIENTS).await?;
    let holder = given(&mut input, |input| input.required::<OrganizationId>("holder"))?;
    let report = file::import(&cx, holder, &request.bytes()).await?;
    let refused = report.refused.iter().map(|problem| RefusedRow {
        row: problem.line,
        column: problem.column.to_owned(),
        code: problem.code.to_owned(),
    });
    web::json(&ImportView {
        rows_read: report.rows,
        clients: report.clients,
        added: report.added,
        revised: report.revised,
        unchanged: report.unchanged,
        refused: refused.collect(),
    })
}

//! Receipts for programs, as each side may see them.

use ::store::Cx;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Failure, Request, Response};

use super::{
    Part, ReceiptId, Sight, notice,
    opened::{self, Opened},
    pages, queries, store,
};
use crate::{Error, access};

/// A receipt.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct ReceiptView {
    receipt: String,
    /// The few signs by which people name it.
    code: String,
    request: String,
    at: String,
    /// `permit`, `permit_partial`, `deny` or `hold`, as the reader may know it.
    answer: String,
    from: String,
    to: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    asker: Option<String>,
    /// Whom it is about: for staff of the one who gave it.
    #[serde(skip_serializing_if = "Option::is_none")]
    client: Option<String>,
    purpose: String,
    asked: Vec<String>,
    given: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    agreement: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    agreement_hash: Option<String>,
    obligations: Vec<String>,
    /// Why each class went; and why others did not, for staff of the one who gave it.
    parts: Vec<PartView>,
    /// The hash that the record carries: SHA-256 of `salt` and `exact`.
    details: String,
    /// The receipt in its exact form, for staff of the one who gave it.
    #[serde(skip_serializing_if = "Option::is_none")]
    exact: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    salt: Option<String>,
}

/// What a rule said of a class.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = ReceiptPartView)]
pub(crate) struct PartView {
    #[serde(skip_serializing_if = "Option::is_none")]
    class: Option<String>,
    goes: bool,
    word: String,
    rule: String,
    source: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    agreement: Option<String>,
}

/// A receipt in a list.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct ReceiptLine {
    receipt: String,
    code: String,
    at: String,
    answer: String,
    from: String,
    to: String,
    purpose: String,
    asked: Vec<String>,
    given: Vec<String>,
}

/// What was shared with a receipt, with what must travel with it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct SharedView {
    receipt: String,
    purpose: String,
    obligations: Vec<String>,
    /// The statement of 42 CFR 2.32, when it rides on the data.
    #[serde(skip_serializing_if = "Option::is_none")]
    statement: Option<String>,
    items: Vec<SharedItem>,
    /// Classes that went and cannot be read any more.
    closed: Vec<String>,
}

/// A record that can be read.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct SharedItem {
    class: String,
    content: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    destroy_by: Option<String>,
}

/// How many answers of each kind there were in the last 30 days.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct CountsView {
    counts: std::collections::BTreeMap<String, i64>,
}

/// `GET /api/v1/p/{partnership}/receipts`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let filter = pages::filter(&mut input);
    input.check()?;
    let receipts = queries::receipts(&cx, &filter, input.text("after")).await?;
    let is_whole = receipts.view == Some(queries::View::Gave);
    let page = receipts.page.map(|receipt| ReceiptLine {
        code: receipt.code(),
        receipt: receipt.id.to_string(),
        at: receipt.at.rfc3339(),
        answer: if is_whole { receipt.answer } else { receipt.told }.to_string(),
        from: receipt.holder.to_string(),
        to: receipt.organization.to_string(),
        purpose: receipt.purpose.to_string(),
        asked: receipt.asked.iter().map(ToString::to_string).collect(),
        given: receipt.given.iter().map(ToString::to_string).collect(),
    });
    web::listing(&request, &page)
}

/// `GET /api/v1/p/{partnership}/receipts/counts`
pub(crate) async fn counts(cx: Cx, _request: Request) -> Result<Response, Failure> {
    let receipts = queries::receipts(&cx, &queries::Filter::default(), None).await?;
    let counts = receipts.counts.iter().map(|(answer, count)| (answer.to_string(), *count));
    web::json(&CountsView { counts: counts.collect() })
}

/// `GET /api/v1/p/{partnership}/receipts/{id}`
pub(crate) async fn find(cx: Cx, request: Request) -> Result<Response, Failure> {
    web::json(&view(&cx, request.param("id")?).await?)
}

/// `GET /api/v1/p/{partnership}/receipts/{id}/shared`
pub(crate) async fn shared(cx: Cx, request: Request) -> Result<Response, Failure> {
    let opened = opened::open(&cx, request.param("id")?).await?;
    // A repeat of the answer must not be kept: it holds what was shared.
    Ok(web::json(&shared_view(&opened))?.unkept())
}

fn shared_view(opened: &Opened) -> SharedView {
    let receipt = &opened.seen.receipt;
    let item = |one: &opened::Shared| SharedItem {
        class: one.class.to_string(),
        content: one.content.expose().to_string(),
        destroy_by: one.destroy_by.map(base::Instant::rfc3339),
    };
    SharedView {
        receipt: receipt.id.to_string(),
        purpose: receipt.purpose.to_string(),
        obligations: receipt.obligations.iter().map(|owed| owed.to_string()).collect(),
        statement: notice::has_part2(receipt.obligations).then(|| notice::PART2.to_owned()),
        items: opened.open.iter().map(item).collect(),
        closed: opened.closed.iter().map(ToString::to_string).collect(),
    }
}

/// A receipt as the caller may see it.
pub(crate) async fn view(cx: &Cx, id: ReceiptId) -> Result<ReceiptView, Error> {
    let seen = queries::receipt(cx, id).await?;
    let receipt = &seen.receipt;
    let (exact, salt) = match seen.sight {
        Sight::Holder => {
            let tx = cx.read(access::RECEIPTS).await?;
            let (exact, salt) = store::exact(&tx, id).await?;
            (Some(exact), Some(salt))
        }
        Sight::Recipient | Sight::Party => (None, None),
    };
    let texts = |all: &[crate::Name]| all.iter().map(ToString::to_string).collect();
    let part = |part: &Part| PartView {
        class: part.class.as_ref().map(ToString::to_string),
        goes: part.goes,
        word: part.word.clone(),
        rule: part.rule.to_string(),
        source: part.rule.article().source.to_owned(),
        agreement: part.agreement.map(|id| id.to_string()),
    };
    let client = receipt.client.filter(|_| seen.sight == Sight::Holder);
    let under = receipt.under.as_ref();
    Ok(ReceiptView {
        receipt: receipt.id.to_string(),
        code: receipt.code(),
        request: receipt.request.to_string(),
        at: receipt.at.rfc3339(),
        answer: receipt.answer_for(seen.sight).to_string(),
        from: receipt.holder.to_string(),
        to: receipt.organization.to_string(),
        asker: (seen.sight != Sight::Party).then(|| receipt.asker.to_string()),
        client: client.map(|id| id.to_string()),
        purpose: receipt.purpose.to_string(),
        asked: texts(&receipt.asked),
        given: texts(&receipt.given),
        agreement: under.map(|under| under.id.to_string()),
        version: under.map(|under| under.version),
        agreement_hash: under.and_then(|under| under.hash.clone()),
        obligations: receipt.obligations.iter().map(|owed| owed.to_string()).collect(),
        parts: seen.parts.iter().map(part).collect(),
        details: receipt.details.clone(),
        exact,
        salt,
    })
}

/// A receipt as a file.
pub(crate) fn bytes(view: &ReceiptView) -> Result<Vec<u8>, Failure> {
    Ok(serde_json::to_vec_pretty(view).map_err(::store::Error::from)?)
}

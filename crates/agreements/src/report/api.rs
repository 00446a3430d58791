//! The report of the person for programs of the holder that serves them.

use ::store::Cx;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Failure, Request, Response};

use super::{Refusals, report};
use crate::receipt::Receipt;

/// Who got what about a person.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct ReportView {
    client: String,
    since: String,
    disclosures: Vec<DisclosureView>,
    refused: Vec<DisclosureView>,
    /// How many receipts there are, and how many of them the record has.
    receipts: usize,
    recorded: i64,
}

/// One time that something went, or was refused.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct DisclosureView {
    receipt: String,
    at: String,
    to: String,
    from: String,
    classes: Vec<String>,
    purpose: String,
    answer: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    agreement: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    consent: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    emergency: Option<String>,
    /// The hash that the record carries of the receipt.
    details: String,
}

impl DisclosureView {
    fn of(receipt: &Receipt) -> Self {
        let classes = if receipt.gave() { &receipt.given } else { &receipt.asked };
        Self {
            receipt: receipt.id.to_string(),
            at: receipt.at.rfc3339(),
            to: receipt.organization.to_string(),
            from: receipt.holder.to_string(),
            classes: classes.iter().map(ToString::to_string).collect(),
            purpose: receipt.purpose.to_string(),
            answer: receipt.answer.to_string(),
            agreement: receipt.under.as_ref().map(|under| under.id.to_string()),
            consent: receipt.consent.map(|id| id.to_string()),
            emergency: receipt.emergency.map(|kind| kind.to_string()),
            details: receipt.details.clone(),
        }
    }
}

/// `GET /api/v1/p/{partnership}/clients/{id}/report`
pub(crate) async fn find(cx: Cx, request: Request) -> Result<Response, Failure> {
    let shown = request.query().flag("all");
    let refusals = if shown { Refusals::Shown } else { Refusals::Hidden };
    let report = report(&cx, request.param("id")?, refusals).await?;
    let view = ReportView {
        client: report.client.id.to_string(),
        since: report.since.rfc3339(),
        disclosures: report.disclosures.iter().map(DisclosureView::of).collect(),
        refused: report.refused.iter().map(DisclosureView::of).collect(),
        receipts: report.counts.0,
        recorded: report.counts.1,
    };
    Ok(web::json(&view)?.unkept())
}

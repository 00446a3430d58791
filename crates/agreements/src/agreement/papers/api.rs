//! Files that were signed outside, for programs.

use std::collections::BTreeMap;

use data_encoding::BASE64;
use serde::{Deserialize, Serialize};
use store::Cx;
use utoipa::ToSchema;
use web::{Failure, Input, Request, Response};

use super::{NewPaper, pages::signatures, record};
use crate::{
    access,
    agreement::{api::AgreementView, pages::write::written, parse, queries},
};

/// A file with what stands on it; every member by the party's id. Its terms are those of the version that
/// is being written.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PaperBody {
    /// What the file is called.
    name: String,
    /// Its bytes in Base64; a PDF of at most 10 megabytes.
    file: String,
    /// Who signed.
    signer: BTreeMap<String, String>,
    title: BTreeMap<String, String>,
    /// What let them bind the party.
    authority: BTreeMap<String, String>,
    /// The day on which they signed.
    on: BTreeMap<String, String>,
}

/// `POST /api/v1/p/{partnership}/agreements/{id}/papers`
pub(crate) async fn take(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<PaperBody>()?;
    cx.admits(access::DRAFT).await?;
    let found = queries::agreement(&cx, request.param("id")?).await?;
    let (target, parties) = (parse::target(&request)?, written(&found)?.parties);
    let (signatures, paper) = parse::given(&mut input, |input| {
        let (signatures, paper) = (signatures(input, &parties), file(input));
        Some((signatures?, paper?))
    })?;
    let agreement = record(&cx, target, signatures, paper).await?;
    let view = AgreementView::of(&queries::agreement(&cx, agreement.id).await?);
    Ok(web::json(&view)?.etag(agreement.revision))
}

fn file(input: &mut Input) -> Option<NewPaper> {
    let name = input.required("name");
    let Ok(bytes) = BASE64.decode(input.text("file").unwrap_or_default().as_bytes()) else {
        input.refuse("file", "paper_not_pdf", Vec::new());
        return None;
    };
    Some(NewPaper { name: name?, bytes })
}

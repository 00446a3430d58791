//! Breaking the glass for programs: it needs a proof of identity of the last ten minutes, so no token can.

use ::store::Cx;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Failure, Request, Response};

use super::{break_glass, pages};
use crate::{access, agreement::parse::given, receipt::api as receipts};

/// An emergency, as the one who asks attests it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct EmergencyBody {
    /// `medical` or `threat`.
    kind: String,
    holder: String,
    /// The number under which the holder keeps the person.
    number: String,
    /// `unconscious`, `overdose`, `distress`, `harm_to_self`, `harm_to_others` or `other`.
    reason: String,
    /// The nature of the emergency.
    words: String,
    /// Whether consent could have been had.
    could_ask: Option<bool>,
    /// That all this is so.
    attest: bool,
}

/// `POST /api/v1/p/{partnership}/emergencies`
pub(crate) async fn open(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<EmergencyBody>()?;
    cx.admits(access::BREAK_GLASS).await?;
    let attested = given(&mut input, pages::attested)?;
    let id = break_glass(&cx, attested).await?.id;
    let path = format!("/p/{}/receipts/{id}", request.param_text("partnership"));
    web::created(&path, &receipts::view(&cx, id).await?)
}

//! Consents for programs.

use ::store::Cx;
use policy::{ClientId, ConsentId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Failure, Request, Response};

use super::{
    Consent, Ending, commands, pages, parse,
    queries::{self, Seen},
};
use crate::{access, agreement::pages::write::names_of, record::queries as clients};

/// A consent, as it was signed.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConsentBody {
    /// Such as `part2_specific`, `vawa_release` or `hmis_release`.
    form: String,
    /// `own`, `parent`, `guardian`, `representative` or `other`.
    capacity: Option<String>,
    /// The reference of the one who signed, when it is not the client.
    signer: Option<String>,
    /// Or the number under which the holder keeps them.
    signer_number: Option<String>,
    is_written: bool,
    /// Whether it has every element that its form needs.
    is_complete: bool,
    gives: Vec<String>,
    gets: Option<Vec<String>>,
    /// Recipients as a class, such as `health_provider`.
    gets_kinds: Option<Vec<String>>,
    purposes: Vec<String>,
    classes: Vec<String>,
    /// `en` or `es`.
    language: Option<String>,
    /// The SHA-256 of the signed form, in hex.
    text_hash: Option<String>,
    witness: Option<String>,
    signed_on: String,
    /// The last day on which it serves.
    expires_on: Option<String>,
    /// Or the event with which it ends.
    ends_with: Option<String>,
    /// Only for a criminal justice consent: the day until which it cannot be taken back.
    irrevocable_until: Option<String>,
}

/// A consent.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct ConsentView {
    consent: String,
    client: String,
    holder: String,
    form: String,
    capacity: String,
    /// `in_force`, `ended`, `revoked` or `revoked_later`.
    state: String,
    gives: Vec<String>,
    gets: Vec<String>,
    gets_kinds: Vec<String>,
    purposes: Vec<String>,
    classes: Vec<String>,
    signed_at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    expires_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ends_with: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    revoked_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    irrevocable_until: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text_hash: Option<String>,
}

impl ConsentView {
    fn of(consent: &Consent, now: base::Instant) -> Self {
        let signed = &consent.signed;
        let (expires_at, ends_with) = match &signed.ending {
            Ending::Never => (None, None),
            Ending::At(end) => (Some(end.rfc3339()), None),
            Ending::With { event, .. } => (None, Some(event.to_string())),
        };
        Self {
            consent: consent.id.to_string(),
            client: consent.client.to_string(),
            holder: consent.holder.to_string(),
            form: signed.form.to_string(),
            capacity: signed.capacity.to_string(),
            state: consent.state(now).to_string(),
            gives: signed.gives.iter().map(ToString::to_string).collect(),
            gets: signed.gets.iter().map(ToString::to_string).collect(),
            gets_kinds: signed.gets_kinds.iter().map(|kind| kind.to_string()).collect(),
            purposes: signed.purposes.iter().map(ToString::to_string).collect(),
            classes: names_of(&signed.classes),
            signed_at: signed.at.rfc3339(),
            expires_at,
            ends_with,
            revoked_at: consent.revoked_at.map(base::Instant::rfc3339),
            irrevocable_until: signed.irrevocable_until.map(base::Instant::rfc3339),
            text_hash: signed.text_hash.as_ref().map(ToString::to_string),
        }
    }
}

/// `GET /api/v1/p/{partnership}/consents`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let filter = parse::filter(&mut input);
    input.check()?;
    let consents = queries::consents(&cx, &filter, input.text("after")).await?;
    let now = consents.now;
    web::listing(&request, &consents.page.map(|one| ConsentView::of(&one, now)))
}

/// `POST /api/v1/p/{partnership}/clients/{id}/consents`
pub(crate) async fn add(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<ConsentBody>()?;
    cx.admits(access::KEEP_CONSENT).await?;
    let client: ClientId = request.param("id")?;
    let kept = clients::client(&cx, client).await?;
    let id = pages::keep(&cx, &mut input, &kept).await?;
    let path = format!("/p/{}/consents/{id}", request.param_text("partnership"));
    let seen = queries::consent(&cx, id).await?;
    Ok(web::created(&path, &ConsentView::of(&seen.consent, seen.now))?.unkept())
}

/// `GET /api/v1/p/{partnership}/consents/{id}`
pub(crate) async fn find(cx: Cx, request: Request) -> Result<Response, Failure> {
    answer(&cx, request.param("id")?).await
}

/// `POST /api/v1/p/{partnership}/consents/{id}/revocations`
pub(crate) async fn revoke(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: ConsentId = request.param("id")?;
    commands::revoke(&cx, id).await?;
    answer(&cx, id).await
}

/// `POST /api/v1/p/{partnership}/consents/{id}/endings`
pub(crate) async fn end(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: ConsentId = request.param("id")?;
    commands::note_event(&cx, id).await?;
    answer(&cx, id).await
}

async fn answer(cx: &Cx, id: ConsentId) -> Result<Response, Failure> {
    let seen: Seen = queries::consent(cx, id).await?;
    Ok(web::json(&ConsentView::of(&seen.consent, seen.now))?.unkept())
}

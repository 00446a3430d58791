//! Passkeys, as JSON: for the page's button and for programs.

use base::Instant;
use serde::{Deserialize, Serialize};
use store::{Cx, Page};
use web::{Failure, Request, Response};
use webauthn_rs::prelude::RegisterPublicKeyCredential;

use super::{
    Listed, PasskeyId, PasskeyName,
    ceremony::{CeremonyId, Challenge},
    commands, pages, queries,
};
use crate::{Error, LocalPath, body::read, session::device::Device};

/// What a browser needs to ask an authenticator.
#[derive(Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct ChallengeView {
    /// The exchange, to be named in the answer.
    ceremony: String,
    /// Options for `navigator.credentials.create` or `.get`, with bytes in base64url.
    #[schema(value_type = Object)]
    options: serde_json::Value,
}

/// A passkey.
#[derive(Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct PasskeyView {
    /// Its identifier.
    id: String,
    /// What its owner calls it.
    name: String,
    /// When it was added.
    made_at: String,
    /// When it was used last.
    used_at: Option<String>,
}

/// What an authenticator made.
#[derive(Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PasskeyBody {
    /// The exchange that it answers.
    #[schema(value_type = String)]
    ceremony: CeremonyId,
    /// The browser's `PublicKeyCredential`, with bytes in base64url.
    #[schema(value_type = Object)]
    credential: RegisterPublicKeyCredential,
    /// What to call it; without a name it is called after the browser.
    name: Option<String>,
    /// A path of this site to go on to.
    next: Option<String>,
}

/// A name.
#[derive(Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NameBody {
    /// What to call it.
    name: String,
}

/// A passkey that was added.
#[derive(Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct PasskeyAdded {
    /// Its identifier.
    id: String,
    /// A path of this site to go on to.
    next: Option<String>,
}

/// The person's passkeys, the oldest first.
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let items = queries::own(&cx).await?;
    let view = |passkey: Listed| PasskeyView {
        id: passkey.id.to_string(),
        name: passkey.name.to_string(),
        made_at: passkey.made_at.rfc3339(),
        used_at: passkey.used_at.map(Instant::rfc3339),
    };
    web::listing(&request, &Page { items, next: None }.map(view))
}

/// Begins to add a passkey.
pub(crate) async fn begin(cx: Cx, _request: Request) -> Result<Response, Failure> {
    challenge("/me/passkeys/challenges", commands::begin_adding(&cx).await?)
}

/// Adds the passkey that an authenticator made.
pub(crate) async fn add(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<PasskeyBody>()?;
    let name = input.optional("name");
    input.check()?;
    let body: PasskeyBody = read(&request)?;
    // The key is made by now; a name can be given later.
    let name = name.map_or_else(|| named_after(&request), Ok)?;
    let id = commands::add(&cx, body.ceremony, &body.credential, name).await?;
    let next = body.next.filter(|next| next.parse::<LocalPath>().is_ok());
    let added = PasskeyAdded { id: id.to_string(), next };
    web::created(&format!("/me/passkeys/{id}"), &added)
}

/// Gives a passkey another name.
pub(crate) async fn rename(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: PasskeyId = request.param("id")?;
    let mut input = request.json::<NameBody>()?;
    pages::try_rename(&cx, id, &mut input).await?;
    Ok(web::no_content())
}

/// Removes a passkey.
pub(crate) async fn remove(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: PasskeyId = request.param("id")?;
    commands::remove(&cx, id).await?;
    Ok(web::no_content())
}

/// Answers with a challenge.
pub(crate) fn challenge(path: &str, challenge: Challenge) -> Result<Response, Failure> {
    let Challenge { ceremony, options } = challenge;
    web::created(path, &ChallengeView { ceremony: ceremony.to_string(), options })
}

fn named_after(request: &Request) -> Result<PasskeyName, Failure> {
    let Device { browser, system } = Device::of(request.header("user-agent").unwrap_or_default());
    let name = format!("Passkey {browser} {system}");
    let name = name.trim().replace("  ", " ").parse();
    Ok(name.map_err(|_wrong| Error::Unprepared("a browser's name is no name for a passkey"))?)
}

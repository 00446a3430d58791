//! Tokens, as JSON.

use base::Instant;
use serde::{Deserialize, Serialize};
use store::{Cx, Page};
use web::{Failure, Request, Response};

use super::{Listed, commands, pages, queries};

/// A token, without its secret.
#[derive(Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct TokenView {
    /// Its identifier.
    id: String,
    /// The program that uses it.
    name: String,
    /// What it opens, such as `commitments:read`.
    scopes: Vec<String>,
    /// The one partnership that it opens; none for all.
    partnership: Option<String>,
    /// When it was made.
    made_at: String,
    /// When it was used last, to an hour.
    used_at: Option<String>,
    /// When it ends.
    ends_at: Option<String>,
}

/// What a token is to be.
#[derive(Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TokenBody {
    /// The program that will use it.
    name: String,
    /// What it opens, such as `commitments:read`; writing includes reading.
    scopes: Vec<String>,
    /// The one partnership that it opens; none for all.
    partnership: Option<String>,
    /// Its last day, such as `2026-08-10`; none for no end.
    last_day: Option<String>,
}

/// A new token; its secret is told this once.
#[derive(Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct TokenMade {
    /// Its identifier.
    id: String,
    /// What to send as `Authorization: Bearer …`.
    secret: String,
}

/// The person's tokens, the newest first.
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let items = queries::own(&cx).await?;
    let view = |token: Listed| TokenView {
        id: token.id.to_string(),
        name: token.name.to_string(),
        scopes: token.scopes,
        partnership: token.partnership.map(|id| id.to_string()),
        made_at: token.made_at.rfc3339(),
        used_at: token.used_at.map(Instant::rfc3339),
        ends_at: token.ends_at.map(Instant::rfc3339),
    };
    web::listing(&request, &Page { items, next: None }.map(view))
}

/// Makes a token.
pub(crate) async fn make(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<TokenBody>()?;
    let (id, secret) = pages::try_make(&cx, &mut input).await?;
    let made = TokenMade { id: id.to_string(), secret: secret.token_text() };
    Ok(web::created(&format!("/me/tokens/{id}"), &made)?.unkept())
}

/// Takes a token back.
pub(crate) async fn revoke(cx: Cx, request: Request) -> Result<Response, Failure> {
    commands::revoke(&cx, request.param("id")?).await?;
    Ok(web::no_content())
}

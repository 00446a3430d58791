//! The person's own account, as JSON.

use base::Private;
use serde::{Deserialize, Serialize};
use store::Cx;
use web::{Failure, Request, Response};

use super::{Account, pages, queries};

/// Who the caller is.
#[derive(Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct AccountView {
    /// The person's identifier.
    id: String,
    /// The name that colleagues see.
    name: String,
    /// The address that mails go to.
    email: String,
    /// The language of mails: `en` or `es`.
    language: Option<String>,
    /// Since when there is an account.
    created_at: String,
    /// When the caller last proved who they are.
    proved_at: Option<String>,
    /// Whether that proof was a passkey.
    strong: bool,
    /// What the caller's token is limited to; none for a session.
    scopes: Option<Vec<String>>,
    /// The one partnership that the caller's token opens.
    partnership: Option<String>,
}

/// A name and a language.
#[derive(Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AccountBody {
    /// The name that colleagues see.
    name: String,
    /// The language of mails: `en` or `es`.
    language: Option<String>,
}

/// Another address.
#[derive(Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AddressBody {
    /// The address; a mail to it asks for a confirmation.
    email: String,
}

/// Another password.
#[derive(Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PasswordBody {
    /// The password.
    password: String,
}

/// Who the caller is.
pub(crate) async fn account(cx: Cx, _request: Request) -> Result<Response, Failure> {
    web::json(&view(&cx, &queries::own(&cx).await?))
}

/// Changes name and language.
pub(crate) async fn change(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<AccountBody>()?;
    web::json(&view(&cx, &pages::try_change(&cx, &mut input).await?))
}

/// Has a link mailed to another address, which makes it the account's.
pub(crate) async fn ask_address(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<AddressBody>()?;
    pages::try_address(&cx, &mut input).await?;
    Ok(web::no_content())
}

/// Sets another password; the other sessions end.
pub(crate) async fn set_password(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<PasswordBody>()?;
    pages::try_password(&cx, &mut input).await?;
    Ok(web::no_content())
}

fn view(cx: &Cx, own: &Account) -> AccountView {
    let caller = cx.actor().person();
    AccountView {
        id: own.id.to_string(),
        name: Private::expose(&own.name).to_string(),
        email: own.email.expose().to_string(),
        language: own.language.map(|language| language.to_string()),
        created_at: own.created_at.rfc3339(),
        proved_at: caller
            .filter(|caller| caller.session.is_some())
            .map(|caller| caller.authenticated_at.rfc3339()),
        strong: caller.is_some_and(|caller| caller.strong),
        scopes: caller.and_then(|caller| caller.scopes.clone()),
        partnership: caller.and_then(|caller| caller.partnership).map(|id| id.to_string()),
    }
}

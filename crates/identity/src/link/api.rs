//! Links in mails, as JSON.

use serde::{Deserialize, Serialize};
use store::Cx;
use web::{Failure, Request, Response};

use super::commands;
use crate::{entrance, fields, sign_in};

/// An address.
#[derive(Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RecoveryBody {
    /// The account's e-mail address.
    email: String,
}

/// A password.
#[derive(Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RecoveredBody {
    /// The new password.
    password: String,
}

/// Has a link to a new password mailed, when there is such an account.
pub(crate) async fn ask(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<RecoveryBody>()?;
    let Some(email) = fields::email(&mut input) else { return Err(input.invalid().into()) };
    sign_in::commands::count_asking(&cx, &entrance::visitor(&cx, &request)?).await?;
    commands::ask_recovery(&cx, email).await?;
    Ok(web::no_content())
}

/// Sets a new password by a link; the session comes as a cookie.
pub(crate) async fn recover(cx: Cx, request: Request) -> Result<Response, Failure> {
    let secret = fields::secret(&request)?;
    let mut input = request.json::<RecoveredBody>()?;
    let Some(password) = fields::password(&mut input) else { return Err(input.invalid().into()) };
    let visitor = entrance::visitor(&cx, &request)?;
    let admitted = commands::recover(&cx, &secret, password, &visitor).await?;
    Ok(entrance::admit(&cx, web::no_content(), &admitted)?)
}

/// Signs in by a link; the session comes as a cookie.
pub(crate) async fn enter(cx: Cx, request: Request) -> Result<Response, Failure> {
    let visitor = entrance::visitor(&cx, &request)?;
    let admitted = commands::enter(&cx, &fields::secret(&request)?, &visitor).await?;
    Ok(entrance::admit(&cx, web::no_content(), &admitted)?)
}

/// Makes a new address the account's.
pub(crate) async fn take_address(cx: Cx, request: Request) -> Result<Response, Failure> {
    commands::take_address(&cx, &fields::secret(&request)?).await?;
    Ok(web::no_content())
}

//! Signing in and proving again, as JSON: for the passkey buttons and for programs.

use serde::{Deserialize, Serialize};
use store::Cx;
use web::{Failure, Request, Response};
use webauthn_rs::prelude::PublicKeyCredential;

use super::{Outcome, commands, pages};
use crate::{
    LocalPath, Secret,
    body::read,
    entrance, fields,
    passkey::{self, api::challenge, ceremony::CeremonyId},
};

/// An address and its password.
#[derive(Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignInBody {
    /// The account's e-mail address.
    #[schema(example = "alicia@housing.example")]
    email: String,
    /// Its password.
    password: String,
    /// A path of this site to go on to.
    next: Option<String>,
}

/// A password.
#[derive(Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct StepUpBody {
    /// The account's password.
    password: String,
    /// A path of this site to go on to.
    next: Option<String>,
}

/// Where to go on.
#[derive(Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct Next {
    /// A path of this site.
    next: String,
    /// What was done: `signed_in`, or `mail_sent` when a link in a mail has to be opened first.
    outcome: String,
}

/// What an authenticator answered.
#[derive(Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AssertionBody {
    /// The exchange that it answers.
    #[schema(value_type = String)]
    ceremony: CeremonyId,
    /// The browser's `PublicKeyCredential`, with bytes in base64url.
    #[schema(value_type = Object)]
    credential: PublicKeyCredential,
    /// A path of this site to go on to.
    next: Option<String>,
}

/// Signs in with a password; the session comes as a cookie.
pub(crate) async fn sign_in(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<SignInBody>()?;
    let Some(sign_in) = pages::sign_in_from(&mut input) else { return Err(input.invalid().into()) };
    let visitor = entrance::visitor(&cx, &request)?;
    match commands::with_password(&cx, sign_in, &visitor).await? {
        Outcome::In(admitted) => {
            let answer = answer(&cx, &fields::next(&input), "signed_in")?;
            Ok(entrance::admit(&cx, answer, &admitted)?)
        }
        Outcome::ByMail => answer(&cx, &fields::next(&input), "mail_sent"),
    }
}

/// Begins a sign-in with a passkey.
pub(crate) async fn begin_passkey(cx: Cx, request: Request) -> Result<Response, Failure> {
    let visitor = entrance::visitor(&cx, &request)?;
    challenge("/sign-in/challenges", passkey::commands::begin_sign_in(&cx, &visitor).await?)
}

/// Ends a sign-in with a passkey; the session comes as a cookie.
pub(crate) async fn finish_passkey(cx: Cx, request: Request) -> Result<Response, Failure> {
    let body: AssertionBody = read(&request)?;
    let visitor = entrance::visitor(&cx, &request)?;
    let admitted =
        passkey::commands::sign_in(&cx, body.ceremony, &body.credential, &visitor).await?;
    let answer = answer(&cx, &LocalPath::or_home(body.next.as_deref()), "signed_in")?;
    Ok(entrance::admit(&cx, answer, &admitted)?)
}

/// Proves again with the password who it is; the session's new secret comes as a cookie.
pub(crate) async fn step_up(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<StepUpBody>()?;
    let Some(password) = fields::password(&mut input) else { return Err(input.invalid().into()) };
    let secret = commands::prove(&cx, password).await?;
    proved(&cx, &fields::next(&input), &secret)
}

/// Begins to prove again with a passkey.
pub(crate) async fn begin_step_up(cx: Cx, _request: Request) -> Result<Response, Failure> {
    challenge("/step-up/challenges", passkey::commands::begin_proving(&cx).await?)
}

/// Ends a proof with a passkey; the session's new secret comes as a cookie.
pub(crate) async fn finish_step_up(cx: Cx, request: Request) -> Result<Response, Failure> {
    let body: AssertionBody = read(&request)?;
    let secret = passkey::commands::prove(&cx, body.ceremony, &body.credential).await?;
    proved(&cx, &LocalPath::or_home(body.next.as_deref()), &secret)
}

fn proved(cx: &Cx, next: &LocalPath, secret: &Secret) -> Result<Response, Failure> {
    Ok(entrance::renew(cx, answer(cx, next, "proved")?, secret)?)
}

fn answer(cx: &Cx, next: &LocalPath, outcome: &str) -> Result<Response, Failure> {
    let next = format!("{}{next}", cx.language().prefix());
    web::json(&Next { next, outcome: outcome.to_owned() })
}

//! The person's own sessions, as JSON.

use base::SessionId;
use serde::{Deserialize, Serialize};
use store::{Cx, Page};
use web::{Failure, Request, Response};

use super::{commands, queries};
use crate::entrance;

/// A browser in which the person is signed in.
#[derive(Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct SessionView {
    /// The session's identifier.
    id: String,
    /// The browser, when it is known.
    browser: String,
    /// The system that it runs on, when it is known.
    system: String,
    /// When the person signed in.
    began_at: String,
    /// When it was used last, to five minutes.
    seen_at: String,
    /// Whether the last proof was a passkey.
    strong: bool,
    /// Whether it is the session that asks.
    is_this: bool,
}

/// The person's sessions, the last used first.
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let this = cx.actor().person().and_then(|person| person.session);
    let items = queries::own(&cx).await?;
    let view = |session: super::Session| SessionView {
        id: session.id.to_string(),
        began_at: session.began_at.rfc3339(),
        seen_at: session.seen_about().rfc3339(),
        strong: session.strong,
        is_this: this == Some(session.id),
        browser: session.browser,
        system: session.system,
    };
    web::listing(&request, &Page { items, next: None }.map(view))
}

/// Ends one session.
pub(crate) async fn end(cx: Cx, request: Request) -> Result<Response, Failure> {
    let session: SessionId = request.param("id")?;
    commands::end(&cx, session).await?;
    Ok(web::no_content())
}

/// Ends all sessions but the one that asks.
pub(crate) async fn end_others(cx: Cx, _request: Request) -> Result<Response, Failure> {
    commands::end_others(&cx).await?;
    Ok(web::no_content())
}

/// Signs out.
pub(crate) async fn sign_out(cx: Cx, _request: Request) -> Result<Response, Failure> {
    let session = cx.actor().person().and_then(|person| person.session);
    let session = session.ok_or(store::Error::SignIn)?;
    commands::end(&cx, session).await?;
    Ok(entrance::dismiss(&cx, web::no_content())?)
}

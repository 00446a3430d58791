//! How the person signs in: their sessions, passkeys, password and tokens on one page.

use askama::Template;
use base::SessionId;
use store::Cx;
use web::{Failure, Request, Response, Section, Shell};

use super::{Session, commands, queries};
use crate::{access, account, passkey, settings::Settings, token};

#[derive(Template)]
#[template(path = "identity/security.html")]
struct SecurityPage {
    shell: Shell,
    sessions: Vec<SessionRow>,
    passkeys: Vec<passkey::Listed>,
    passkeys_possible: bool,
    tokens: Vec<token::Listed>,
    has_password: bool,
}

struct SessionRow {
    session: Session,
    device: String,
    is_this: bool,
}

web::page!(SecurityPage);

/// Shows how the person signs in.
pub(crate) async fn security(cx: Cx, request: Request) -> Result<Response, Failure> {
    let sessions = queries::own(&cx).await?;
    let tx = cx.read(access::SEE_SECURITY).await?;
    let has_password = account::store::password(&tx, cx.person()?).await?.is_some();
    drop(tx);
    let shell = Shell::new(&cx, None, "identity-security-title", Section::MyWork);
    let this = cx.actor().person().and_then(|person| person.session);
    let label = shell.t("identity-account-title").into_owned();
    let page = SecurityPage {
        sessions: sessions
            .into_iter()
            .map(|session| SessionRow {
                device: device(&shell, &session),
                is_this: this == Some(session.id),
                session,
            })
            .collect(),
        passkeys: passkey::queries::own(&cx).await?,
        passkeys_possible: Settings::of(&cx)?.passkeys().is_ok(),
        tokens: token::queries::own(&cx).await?,
        has_password,
        shell: shell.crumb(label, "/me/account"),
    };
    web::page(&request, &page)
}

/// Ends one session.
pub(crate) async fn end(cx: Cx, request: Request) -> Result<Response, Failure> {
    let session: SessionId = request.param("id")?;
    commands::end(&cx, session).await?;
    Ok(web::redirect(&cx, "/me/security").notice("identity-session-ended-notice"))
}

/// Ends all sessions but this one.
pub(crate) async fn end_others(cx: Cx, _request: Request) -> Result<Response, Failure> {
    commands::end_others(&cx).await?;
    Ok(web::redirect(&cx, "/me/security").notice("identity-others-ended-notice"))
}

/// "Firefox on Windows", as far as it is known.
fn device(shell: &Shell, session: &Session) -> String {
    match (session.browser.as_str(), session.system.as_str()) {
        ("", "") => shell.t("identity-device-unknown").into_owned(),
        (one, "") | ("", one) => one.to_owned(),
        (browser, system) => shell.t2("identity-device", "browser", browser, "system", system),
    }
}

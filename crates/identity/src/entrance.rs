//! Between a request and its person: cookies, tokens, and the hook that web calls for each request.

use std::sync::Arc;

use base::{Actor, Instant, PersonId, SessionId, SignedIn};
use store::Cx;
use web::{Authenticate, Authenticated, Credentials, Failure, Request, Response};

use crate::{
    Error, Secret, access,
    session::{self, Admitted, LONGEST_SECONDS, SEEN_SECONDS, Visitor},
    settings::Settings,
    token::{self, USED_SECONDS},
};

const SYSTEM: Actor = Actor::System("authenticate");

/// How long a browser is remembered; more than a year is refused by browsers.
const DEVICE_SECONDS: i64 = 365 * 86_400;

/// Finds out who sends a request: by the session's cookie, or by an API token. One keyed query.
#[must_use]
pub fn authenticate() -> Authenticate {
    Arc::new(|cx, credentials| Box::pin(who(cx, credentials)))
}

async fn who(cx: Cx, credentials: Credentials) -> Result<Authenticated, Failure> {
    let cx = cx.acting(SYSTEM);
    let mut who = Authenticated { actor: Actor::Nobody, set_cookies: Vec::new(), upkeep: None };
    let mut used = None;
    if let Some(bearer) = credentials.bearer() {
        (who.actor, used) = by_token(&cx, bearer).await?;
    } else {
        let cookies = Cookies::of(&*Settings::of(&cx)?);
        if let Some(value) = credentials.cookie(cookies.session) {
            match by_session(&cx, value).await? {
                Some((actor, now_used)) => (who.actor, used) = (actor, now_used),
                None => who.set_cookies.push(cookies.without_session()),
            }
        }
    }
    if let Some(used) = used {
        // With a look of its own: that of the request is over by then.
        let cx = Cx::new(cx.store().clone(), SYSTEM, cx.now());
        who.upkeep = Some(Box::pin(async move { note_use(&cx, used).await }));
    }
    Ok(who)
}

async fn by_session(cx: &Cx, value: &str) -> Result<Option<(Actor, Option<Use>)>, Error> {
    let Some(secret) = Secret::parse(value) else { return Ok(None) };
    let tx = cx.glance(access::KEEP_UP).await?;
    let found = session::store::find(&tx, &secret.hash()).await?;
    drop(tx);
    let Some(found) = found.filter(|one| session::lives(one.began_at, one.seen_at, cx.now()))
    else {
        return Ok(None);
    };
    let long_ago = cx.now().seconds_since(found.seen_at) >= SEEN_SECONDS;
    let used = long_ago.then_some(Use::Session(found.person, found.id));
    let actor = Actor::Person(SignedIn {
        person: found.person,
        name: found.name,
        language: found.language,
        session: Some(found.id),
        authenticated_at: found.authenticated_at,
        strong: found.strong,
        scopes: None,
        partnership: None,
    });
    Ok(Some((actor, used)))
}

async fn by_token(cx: &Cx, text: &str) -> Result<(Actor, Option<Use>), Error> {
    let secret = Secret::parse_token(text).ok_or(Error::TokenUnknown)?;
    let tx = cx.glance(access::KEEP_UP).await?;
    let found = token::store::find(&tx, &secret.hash()).await?;
    drop(tx);
    let lives = |end: Option<Instant>| end.is_none_or(|end| cx.now() < end);
    let found = found.filter(|found| lives(found.ends_at)).ok_or(Error::TokenUnknown)?;
    let long_ago = found.used_at.is_none_or(|at| cx.now().seconds_since(at) >= USED_SECONDS);
    let used = long_ago.then_some(Use::Token(found.person, found.id));
    let actor = Actor::Person(SignedIn {
        person: found.person,
        name: found.name,
        language: found.language,
        session: None,
        // A token never is a fresh proof.
        authenticated_at: found.made_at,
        strong: false,
        scopes: Some(found.scopes),
        partnership: found.partnership,
    });
    Ok((actor, used))
}

enum Use {
    Session(PersonId, SessionId),
    Token(PersonId, token::TokenId),
}

/// Writes down that a session or token was used. A request does not fail because this does.
async fn note_use(cx: &Cx, what: Use) {
    let written = async {
        let mut tx = cx.write(access::KEEP_UP).await?;
        match what {
            Use::Session(person, id) => session::store::seen(&mut tx, person, id, cx.now()).await?,
            Use::Token(person, id) => token::store::used(&mut tx, person, id, cx.now()).await?,
        }
        tx.commit_upkeep().await?;
        Ok::<_, Error>(())
    };
    if let Err(error) = written.await {
        tracing::warn!(%error, "the use of a session or token could not be written down");
    }
}

/// Who stands at the door, as far as the request tells.
pub(crate) fn visitor(cx: &Cx, request: &Request) -> Result<Visitor, Error> {
    let cookies = Cookies::of(&*Settings::of(cx)?);
    let signed_in = cx.actor().person();
    Ok(Visitor {
        address: request.source(),
        user_agent: request.header("user-agent").unwrap_or_default().to_owned(),
        device: request.cookie(cookies.device).and_then(Secret::parse),
        session: signed_in.and_then(|one| one.session.map(|session| (one.person, session))),
    })
}

/// Gives the browser what it needs to be known again.
pub(crate) fn admit(cx: &Cx, response: Response, admitted: &Admitted) -> Result<Response, Error> {
    let cookies = Cookies::of(&*Settings::of(cx)?);
    Ok(response
        .cookie(&cookies.with(cookies.session, &admitted.session, LONGEST_SECONDS))
        .cookie(&cookies.with(cookies.device, &admitted.device, DEVICE_SECONDS)))
}

/// Gives the browser the session's new secret.
pub(crate) fn renew(cx: &Cx, response: Response, secret: &Secret) -> Result<Response, Error> {
    let cookies = Cookies::of(&*Settings::of(cx)?);
    Ok(response.cookie(&cookies.with(cookies.session, secret, LONGEST_SECONDS)))
}

/// Takes the session's secret from the browser.
pub(crate) fn dismiss(cx: &Cx, response: Response) -> Result<Response, Error> {
    let cookies = Cookies::of(&*Settings::of(cx)?);
    Ok(response.cookie(&cookies.without_session()))
}

/// The cookies' names and attributes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Cookies {
    session: &'static str,
    device: &'static str,
    attributes: &'static str,
}

impl Cookies {
    /// Over TLS the names bind the cookies to this very host: no neighbour can plant them.
    fn of(settings: &Settings) -> Self {
        if settings.is_https() {
            Self {
                session: "__Host-concord_session",
                device: "__Host-concord_device",
                attributes: "Path=/; HttpOnly; SameSite=Lax; Secure",
            }
        } else {
            Self {
                session: "concord_session",
                device: "concord_device",
                attributes: "Path=/; HttpOnly; SameSite=Lax",
            }
        }
    }

    fn with(self, name: &str, secret: &Secret, seconds: i64) -> String {
        format!("{name}={}; Max-Age={seconds}; {}", secret.text(), self.attributes)
    }

    fn without_session(self) -> String {
        format!("{}=; Max-Age=0; {}", self.session, self.attributes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Cost, MailConfig, Outlet};

    fn cookies(base_url: &str) -> Cookies {
        let from = "concord@riverbend.example".parse().unwrap();
        let mail = MailConfig { outlet: Outlet::Folder("mail".into()), from };
        Cookies::of(&Settings::new(base_url, "Concord", Cost::Least, &mail).unwrap())
    }

    #[test]
    fn over_tls_the_cookies_are_bound_to_this_very_host() {
        let cookies = cookies("https://concord.example.gov");
        let secret = Secret::new([7; 32]);
        assert_eq!(
            cookies.with(cookies.session, &secret, 60),
            format!(
                "__Host-concord_session={}; Max-Age=60; Path=/; HttpOnly; SameSite=Lax; Secure",
                secret.text()
            )
        );
        assert!(cookies.without_session().contains("Max-Age=0"));
    }

    #[test]
    fn without_tls_they_are_not_marked_secure() {
        let cookies = cookies("http://localhost:8080");
        assert_eq!(cookies.session, "concord_session");
        assert!(!cookies.attributes.contains("Secure"));
    }
}

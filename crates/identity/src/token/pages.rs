//! Making tokens, showing them once, and taking them back.

use askama::Template;
use base::Zone;
use store::{Access, Cx};
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use super::{
    Listed, TokenId, TokenScope, commands,
    form::{self, USUAL_DAYS},
    queries,
};
use crate::{Error, Secret, access};

#[derive(Template)]
#[template(path = "identity/token_new.html")]
struct NewPage {
    shell: Shell,
    form: FormView,
    scopes: Vec<(String, String)>,
    partnerships: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "identity/token_made.html")]
struct MadePage {
    shell: Shell,
    secret: String,
}

#[derive(Template)]
#[template(path = "identity/token.html")]
struct TokenPage {
    shell: Shell,
    token: Listed,
    action: String,
}

web::page!(NewPage, MadePage, TokenPage);

/// Shows the form for a token, to those who proved just now who they are.
pub(crate) async fn new(cx: Cx, request: Request) -> Result<Response, Failure> {
    let last_day = cx.now().date_in(&Zone::utc()).plus_days(USUAL_DAYS).to_string();
    let page = new_page(&cx, |_| FormView::filled([("last_day", last_day)])).await?;
    web::page(&request, &page)
}

/// Makes a token. The answer is the page itself and no redirect: the secret is in no address, no
/// history and no database, and is not shown again.
pub(crate) async fn make(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    match try_make(&cx, &mut input).await {
        Err(failure) if failure.is_form() => {
            let refused =
                |shell: &mut Shell| FormView::refused(shell, input.typed(), &failure.problems());
            let page = new_page(&cx, refused).await?;
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
        Ok((_, secret)) => {
            let shell = under_security(&cx, "identity-token-made");
            let page = MadePage { shell, secret: secret.token_text() };
            Ok(web::page(&request, &page)?.unkept())
        }
    }
}

/// Asks whether a token shall be taken back.
pub(crate) async fn one(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: TokenId = request.param("id")?;
    let token = queries::own(&cx).await?.into_iter().find(|token| token.id == id);
    let missing = || Error::from(store::Error::Missing { what: "the token" });
    let token = token.ok_or_else(missing)?;
    let shell = under_security(&cx, "identity-token-revoke");
    let action = request.path().to_owned();
    web::page(&request, &TokenPage { shell, token, action })
}

/// Takes a token back.
pub(crate) async fn revoke(cx: Cx, request: Request) -> Result<Response, Failure> {
    commands::revoke(&cx, request.param("id")?).await?;
    Ok(web::redirect(&cx, "/me/security").notice("identity-token-revoked-notice"))
}

/// Reads what a token is to be, and makes it; for the page and the API.
pub(crate) async fn try_make(cx: &Cx, input: &mut Input) -> Result<(TokenId, Secret), Failure> {
    let Some(new) = form::token_from(cx, input) else { return Err(input.invalid().into()) };
    Ok(commands::make(cx, new).await?)
}

async fn new_page(cx: &Cx, form: impl FnOnce(&mut Shell) -> FormView) -> Result<NewPage, Failure> {
    let tx = cx.read(access::SECURE).await?;
    let partnerships = super::store::partnerships(&tx, cx.person()?).await?;
    drop(tx);
    let mut shell = under_security(cx, "identity-token-new");
    let form = form(&mut shell);
    let scopes = form::scopes(cx);
    let scopes = scopes.iter().map(|scope| (scope.to_string(), words(&shell, scope))).collect();
    Ok(NewPage { shell, form, scopes, partnerships })
}

/// "Read: commitments", in the area's own words where its context has them.
fn words(shell: &Shell, scope: &TokenScope) -> String {
    let key = format!("token-area-{}", scope.area().replace('_', "-"));
    let area =
        if shell.has(&key) { shell.t(&key).into_owned() } else { scope.area().replace('_', " ") };
    match scope.access() {
        Access::Read => shell.t1("identity-token-read", "area", area),
        Access::Write => shell.t1("identity-token-write", "area", area),
    }
}

fn under_security(cx: &Cx, title: &str) -> Shell {
    let shell = Shell::new(cx, None, title, Section::MyWork);
    let label = shell.t("identity-security-title").into_owned();
    shell.crumb(label, "/me/security")
}

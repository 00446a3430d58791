//! Adding, naming and removing passkeys.

use askama::Template;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use super::{Listed, PasskeyId, commands, store as table};
use crate::{Error, access, settings::Settings};

#[derive(Template)]
#[template(path = "identity/passkey_new.html")]
struct NewPage {
    shell: Shell,
    form: FormView,
}

#[derive(Template)]
#[template(path = "identity/passkey.html")]
struct PasskeyPage {
    shell: Shell,
    form: FormView,
    passkey: Listed,
}

#[derive(Template)]
#[template(path = "identity/passkey_remove.html")]
struct RemovePage {
    shell: Shell,
    passkey: Listed,
    action: String,
}

web::page!(NewPage, PasskeyPage, RemovePage);

/// Shows the button that makes a passkey; browsers make one by script only.
pub(crate) async fn new(cx: Cx, request: Request) -> Result<Response, Failure> {
    drop(cx.read(access::SECURE).await?);
    Settings::of(&cx)?.passkeys()?;
    let page =
        NewPage { shell: under_security(&cx, "identity-passkey-new"), form: FormView::new() };
    web::page(&request, &page)
}

/// Shows one passkey, to be named.
pub(crate) async fn one(cx: Cx, request: Request) -> Result<Response, Failure> {
    let passkey = own(&cx, request.param("id")?).await?;
    let form = FormView::filled([("name", passkey.name.to_string())]);
    let shell = under_security(&cx, "identity-passkey-title").titled(passkey.name.as_str());
    web::page(&request, &PasskeyPage { shell, form, passkey })
}

/// Gives it another name.
pub(crate) async fn rename(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: PasskeyId = request.param("id")?;
    let mut input = request.input()?;
    match try_rename(&cx, id, &mut input).await {
        Err(failure) if failure.is_form() => {
            let passkey = own(&cx, id).await?;
            let mut shell = under_security(&cx, "identity-passkey-title");
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            let page = PasskeyPage { shell, form, passkey };
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
        Ok(()) => Ok(web::redirect(&cx, "/me/security").notice("identity-passkey-renamed-notice")),
    }
}

/// Asks whether the passkey shall go.
pub(crate) async fn confirm_removal(cx: Cx, request: Request) -> Result<Response, Failure> {
    let passkey = own(&cx, request.param("id")?).await?;
    let shell = under_security(&cx, "identity-passkey-remove");
    let action = request.path().to_owned();
    web::page(&request, &RemovePage { shell, passkey, action })
}

/// Removes the passkey.
pub(crate) async fn remove(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: PasskeyId = request.param("id")?;
    commands::remove(&cx, id).await?;
    Ok(web::redirect(&cx, "/me/security").notice("identity-passkey-removed-notice"))
}

/// Reads a name and gives it to the passkey; for the page and the API.
pub(crate) async fn try_rename(cx: &Cx, id: PasskeyId, input: &mut Input) -> Result<(), Failure> {
    let Some(name) = input.required("name") else { return Err(input.invalid().into()) };
    Ok(commands::rename(cx, id, name).await?)
}

async fn own(cx: &Cx, id: PasskeyId) -> Result<Listed, Error> {
    let tx = cx.read(access::SECURE).await?;
    let all = table::list(&tx, cx.person()?).await?;
    let found = all.into_iter().find(|passkey| passkey.id == id);
    found.ok_or_else(|| store::Error::Missing { what: "the passkey" }.into())
}

fn under_security(cx: &Cx, title: &str) -> Shell {
    let shell = Shell::new(cx, None, title, Section::MyWork);
    let label = shell.t("identity-security-title").into_owned();
    shell.crumb(label, "/me/security")
}

//! The person's own account: name, language, address, password.

use askama::Template;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use super::{Account, commands, queries};
use crate::{Error, access, fields, link, password::SHORTEST};

#[derive(Template)]
#[template(path = "identity/account.html")]
struct AccountPage {
    shell: Shell,
    form: FormView,
    email: String,
    languages: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "identity/address.html")]
struct AddressPage {
    shell: Shell,
    form: FormView,
    email: String,
}

#[derive(Template)]
#[template(path = "identity/password.html")]
struct PasswordPage {
    shell: Shell,
    form: FormView,
    email: String,
    least: usize,
}

web::page!(AccountPage, AddressPage, PasswordPage);

/// Shows the account.
pub(crate) async fn account(cx: Cx, request: Request) -> Result<Response, Failure> {
    let own = queries::own(&cx).await?;
    web::page(&request, &account_page(&cx, &own, |_| filled(&own)))
}

/// Changes name and language.
pub(crate) async fn change(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    match try_change(&cx, &mut input).await {
        Err(failure) if failure.is_form() => {
            let own = queries::own(&cx).await?;
            let page = account_page(&cx, &own, |shell| refused(shell, &input, &failure));
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
        Ok(_) => Ok(web::redirect(&cx, "/me/account").notice("identity-account-notice")),
    }
}

/// Shows the form for another address, to those who proved just now who they are.
pub(crate) async fn address(cx: Cx, request: Request) -> Result<Response, Failure> {
    let own = fresh(&cx).await?;
    web::page(&request, &address_page(&cx, &own, |_| FormView::new()))
}

/// Has a link mailed to the other address.
pub(crate) async fn ask_address(cx: Cx, request: Request) -> Result<Response, Failure> {
    let own = fresh(&cx).await?;
    let mut input = request.input()?;
    match try_address(&cx, &mut input).await {
        Err(failure) if failure.is_form() => {
            let page = address_page(&cx, &own, |shell| refused(shell, &input, &failure));
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
        Ok(()) => Ok(web::redirect(&cx, "/me/account").notice("identity-address-sent-notice")),
    }
}

/// Shows the form for another password, to those who proved just now who they are.
pub(crate) async fn password(cx: Cx, request: Request) -> Result<Response, Failure> {
    let own = fresh(&cx).await?;
    web::page(&request, &password_page(&cx, &own, |_| FormView::new()))
}

/// Sets another password.
pub(crate) async fn set_password(cx: Cx, request: Request) -> Result<Response, Failure> {
    let own = fresh(&cx).await?;
    let mut input = request.input()?;
    match try_password(&cx, &mut input).await {
        Err(failure) if failure.is_form() => {
            let page = password_page(&cx, &own, |shell| refused(shell, &input, &failure));
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
        Ok(()) => Ok(web::redirect(&cx, "/me/security").notice("identity-password-notice")),
    }
}

/// Reads a name and a language, and changes them; for the page and the API.
pub(crate) async fn try_change(cx: &Cx, input: &mut Input) -> Result<Account, Failure> {
    let (name, language) = (fields::name(input), fields::language(input));
    input.check()?;
    let Some(name) = name else { return Err(input.invalid().into()) };
    Ok(commands::change(cx, name, language).await?)
}

/// Reads an address, and has a link mailed to it; for the page and the API.
pub(crate) async fn try_address(cx: &Cx, input: &mut Input) -> Result<(), Failure> {
    let Some(email) = fields::email(input) else { return Err(input.invalid().into()) };
    Ok(link::commands::ask_address(cx, email).await?)
}

/// Reads a password, and sets it; for the page and the API.
pub(crate) async fn try_password(cx: &Cx, input: &mut Input) -> Result<(), Failure> {
    let Some(password) = fields::password(input) else { return Err(input.invalid().into()) };
    Ok(commands::set_password(cx, password).await?)
}

/// The account, when its person proved just now who they are: a form that would be refused in
/// the end is not shown.
async fn fresh(cx: &Cx) -> Result<Account, Error> {
    let tx = cx.read(access::SECURE).await?;
    super::store::by_id(&tx, cx.person()?).await?.ok_or_else(super::store::missing)
}

fn filled(own: &Account) -> FormView {
    let language = own.language.map(|language| language.as_str().to_owned()).unwrap_or_default();
    FormView::filled([("name", own.name.expose().to_string()), ("language", language)])
}

fn refused(shell: &mut Shell, input: &Input, failure: &Failure) -> FormView {
    FormView::refused(shell, input.typed(), &failure.problems())
}

fn account_page(cx: &Cx, own: &Account, form: impl FnOnce(&mut Shell) -> FormView) -> AccountPage {
    let mut shell = Shell::new(cx, None, "identity-account-title", Section::MyWork);
    let form = form(&mut shell);
    let languages = vec![("en", "English".to_owned()), ("es", "Español".to_owned())];
    AccountPage { shell, form, email: own.email.expose().to_string(), languages }
}

fn address_page(cx: &Cx, own: &Account, form: impl FnOnce(&mut Shell) -> FormView) -> AddressPage {
    let mut shell = under_account(cx, "identity-address-title");
    let form = form(&mut shell);
    AddressPage { shell, form, email: own.email.expose().to_string() }
}

fn password_page(
    cx: &Cx,
    own: &Account,
    form: impl FnOnce(&mut Shell) -> FormView,
) -> PasswordPage {
    let mut shell = Shell::new(cx, None, "identity-new-password-title", Section::MyWork);
    let form = form(&mut shell);
    let label = shell.t("identity-security-title").into_owned();
    let shell = shell.crumb(label, "/me/security");
    PasswordPage { shell, form, email: own.email.expose().to_string(), least: SHORTEST }
}

fn under_account(cx: &Cx, title: &str) -> Shell {
    let shell = Shell::new(cx, None, title, Section::MyWork);
    let label = shell.t("identity-account-title").into_owned();
    shell.crumb(label, "/me/account")
}

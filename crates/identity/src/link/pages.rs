//! The pages that links in mails lead to, and the one that asks for such a link.
//!
//! Looking at a link never uses it: mail programs look at links before people do.

use askama::Template;
use store::Cx;
use web::{Failure, FormView, Request, Response, Section, Shell};

use super::{Purpose, Use, commands};
use crate::{access, account, entrance, fields, sign_in};

#[derive(Template)]
#[template(path = "identity/recover.html")]
struct AskPage {
    shell: Shell,
    form: FormView,
}

#[derive(Template)]
#[template(path = "identity/new_password.html")]
struct NewPasswordPage {
    shell: Shell,
    form: FormView,
    action: String,
    least: usize,
}

#[derive(Template)]
#[template(path = "identity/follow_link.html")]
struct FollowPage {
    shell: Shell,
    text: String,
    action: String,
    button: &'static str,
}

web::page!(AskPage, NewPasswordPage, FollowPage);

/// Asks for the address of somebody who can't sign in.
pub(crate) async fn ask(cx: Cx, request: Request) -> Result<Response, Failure> {
    web::page(&request, &ask_page(&cx, |_| FormView::new()))
}

/// Has a link mailed, when there is such an account; the answer is the same when not.
pub(crate) async fn submit_ask(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let done = async {
        let Some(email) = fields::email(&mut input) else { return Err(input.invalid().into()) };
        sign_in::commands::count_asking(&cx, &entrance::visitor(&cx, &request)?).await?;
        commands::ask_recovery(&cx, email).await?;
        Ok(web::redirect(&cx, "/recover").notice("identity-recover-notice"))
    };
    match done.await {
        Err(failure) if Failure::is_form(&failure) => {
            let page =
                ask_page(&cx, |shell| FormView::refused(shell, input.typed(), &failure.problems()));
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        done => done,
    }
}

/// Shows the form for a new password.
pub(crate) async fn recover(cx: Cx, request: Request) -> Result<Response, Failure> {
    commands::look(&cx, &fields::secret(&request)?, Purpose::Recover).await?;
    web::page(&request, &new_password_page(&cx, &request, |_| FormView::new()))
}

/// Sets the new password and signs in.
pub(crate) async fn submit_recover(cx: Cx, request: Request) -> Result<Response, Failure> {
    let secret = fields::secret(&request)?;
    let mut input = request.input()?;
    let done = async {
        let Some(password) = fields::password(&mut input) else {
            return Err(input.invalid().into());
        };
        let visitor = entrance::visitor(&cx, &request)?;
        let admitted = commands::recover(&cx, &secret, password, &visitor).await?;
        let there = web::redirect(&cx, "/me/security").notice("identity-password-notice");
        Ok(entrance::admit(&cx, there, &admitted)?)
    };
    match done.await {
        Err(failure) if Failure::is_form(&failure) => {
            let page = new_password_page(&cx, &request, |shell| {
                FormView::refused(shell, input.typed(), &failure.problems())
            });
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        done => done,
    }
}

/// Shows the button that signs in; a link of the demo signs in at once.
pub(crate) async fn sign_in_link(cx: Cx, request: Request) -> Result<Response, Failure> {
    let secret = fields::secret(&request)?;
    let link = commands::look(&cx, &secret, Purpose::SignIn).await?;
    if link.uses == Use::Often {
        return enter(cx, request).await;
    }
    let tx = cx.read(access::ENTER).await?;
    let account = account::store::by_id(&tx, link.person).await?;
    let account = account.ok_or_else(account::store::missing)?;
    let shell = Shell::new(&cx, None, "identity-link-title", Section::Nowhere);
    let page = FollowPage {
        text: shell.t1("identity-link-text", "name", account.name.expose().as_str()),
        action: request.path().to_owned(),
        button: "identity-link-button",
        shell,
    };
    web::page(&request, &page)
}

/// Signs in by a link.
pub(crate) async fn enter(cx: Cx, request: Request) -> Result<Response, Failure> {
    let visitor = entrance::visitor(&cx, &request)?;
    let admitted = commands::enter(&cx, &fields::secret(&request)?, &visitor).await?;
    let next = fields::next(&request.query());
    Ok(entrance::admit(&cx, web::redirect(&cx, next.as_str()), &admitted)?)
}

/// Shows the button that makes a new address the account's.
pub(crate) async fn new_address(cx: Cx, request: Request) -> Result<Response, Failure> {
    let link = commands::look(&cx, &fields::secret(&request)?, Purpose::NewAddress).await?;
    let email = link.email.map(|email| email.to_string()).unwrap_or_default();
    let shell = Shell::new(&cx, None, "identity-address-title", Section::Nowhere);
    let page = FollowPage {
        text: shell.t1("identity-address-confirm", "email", email),
        action: request.path().to_owned(),
        button: "identity-address-button",
        shell,
    };
    web::page(&request, &page)
}

/// Makes a new address the account's.
pub(crate) async fn take_address(cx: Cx, request: Request) -> Result<Response, Failure> {
    commands::take_address(&cx, &fields::secret(&request)?).await?;
    Ok(web::redirect(&cx, "/me/account").notice("identity-address-notice"))
}

fn ask_page(cx: &Cx, form: impl FnOnce(&mut Shell) -> FormView) -> AskPage {
    let mut shell = Shell::new(cx, None, "identity-recover-title", Section::Nowhere);
    let form = form(&mut shell);
    AskPage { shell, form }
}

fn new_password_page(
    cx: &Cx,
    request: &Request,
    form: impl FnOnce(&mut Shell) -> FormView,
) -> NewPasswordPage {
    let mut shell = Shell::new(cx, None, "identity-new-password-title", Section::Nowhere);
    let form = form(&mut shell);
    let action = request.path().to_owned();
    NewPasswordPage { shell, form, action, least: crate::password::SHORTEST }
}

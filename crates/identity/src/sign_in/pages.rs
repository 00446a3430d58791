//! The pages for signing in and out, and for proving again who one is.

use askama::Template;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use super::{Outcome, SignIn, commands};
use crate::{LocalPath, access, entrance, fields, passkey, session, settings::Settings};

#[derive(Template)]
#[template(path = "identity/sign_in.html")]
struct SignInPage {
    shell: Shell,
    form: FormView,
    next: LocalPath,
    passkeys: bool,
}

#[derive(Template)]
#[template(path = "identity/step_up.html")]
struct StepUpPage {
    shell: Shell,
    form: FormView,
    next: LocalPath,
    passkeys: bool,
}

web::page!(SignInPage, StepUpPage);

/// Shows the form, unless the person is signed in already.
pub(crate) async fn sign_in(cx: Cx, request: Request) -> Result<Response, Failure> {
    let next = fields::next(&request.query());
    if cx.person().is_ok() {
        return Ok(web::redirect(&cx, next.as_str()));
    }
    let page = sign_in_page(&cx, next, |_| FormView::new())?;
    web::page(&request, &page)
}

/// Signs in with a password.
pub(crate) async fn submit_sign_in(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    match try_sign_in(&cx, &request, &mut input).await {
        Err(failure) if failure.is_form() => {
            let next = fields::next(&input);
            let refused =
                |shell: &mut Shell| FormView::refused(shell, input.typed(), &failure.problems());
            let page = sign_in_page(&cx, next, refused)?;
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        done => done,
    }
}

/// Signs out.
pub(crate) async fn sign_out(cx: Cx, _request: Request) -> Result<Response, Failure> {
    let there = web::redirect(&cx, "/sign-in").notice("identity-signed-out-notice");
    if let Some(session) = cx.actor().person().and_then(|person| person.session) {
        session::commands::end(&cx, session).await?;
    }
    Ok(entrance::dismiss(&cx, there)?)
}

/// Asks again who it is.
pub(crate) async fn step_up(cx: Cx, request: Request) -> Result<Response, Failure> {
    let page = step_up_page(&cx, fields::next(&request.query()), |_| FormView::new()).await?;
    web::page(&request, &page)
}

/// Proves again with the password who it is.
pub(crate) async fn submit_step_up(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    match try_step_up(&cx, &mut input).await {
        Err(failure) if failure.is_form() => {
            let refused =
                |shell: &mut Shell| FormView::refused(shell, input.typed(), &failure.problems());
            let page = step_up_page(&cx, fields::next(&input), refused).await?;
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        done => done,
    }
}

/// What a form or a JSON body says to sign in with.
pub(crate) fn sign_in_from(input: &mut Input) -> Option<SignIn> {
    let (email, password) = (fields::email(input), fields::password(input));
    Some(SignIn { email: email?, password: password? })
}

async fn try_sign_in(cx: &Cx, request: &Request, input: &mut Input) -> Result<Response, Failure> {
    let Some(sign_in) = sign_in_from(input) else { return Err(input.invalid().into()) };
    let visitor = entrance::visitor(cx, request)?;
    match commands::with_password(cx, sign_in, &visitor).await? {
        Outcome::In(admitted) => {
            let there = web::redirect(cx, fields::next(input).as_str());
            Ok(entrance::admit(cx, there, &admitted)?)
        }
        Outcome::ByMail => Ok(web::redirect(cx, "/sign-in").notice("identity-by-mail-notice")),
    }
}

async fn try_step_up(cx: &Cx, input: &mut Input) -> Result<Response, Failure> {
    let Some(password) = fields::password(input) else { return Err(input.invalid().into()) };
    let secret = commands::prove(cx, password).await?;
    Ok(entrance::renew(cx, web::redirect(cx, fields::next(input).as_str()), &secret)?)
}

fn sign_in_page(
    cx: &Cx,
    next: LocalPath,
    form: impl FnOnce(&mut Shell) -> FormView,
) -> Result<SignInPage, Failure> {
    let passkeys = Settings::of(cx)?.passkeys().is_ok();
    let mut shell = Shell::new(cx, None, "identity-sign-in-title", Section::Nowhere);
    let form = form(&mut shell);
    Ok(SignInPage { shell, form, next, passkeys })
}

async fn step_up_page(
    cx: &Cx,
    next: LocalPath,
    form: impl FnOnce(&mut Shell) -> FormView,
) -> Result<StepUpPage, Failure> {
    let tx = cx.read(access::PROVE).await?;
    let passkeys = !passkey::store::list(&tx, cx.person()?).await?.is_empty();
    drop(tx);
    let passkeys = passkeys && Settings::of(cx)?.passkeys().is_ok();
    let mut shell = Shell::new(cx, None, "identity-step-up-title", Section::Nowhere);
    let form = form(&mut shell);
    Ok(StepUpPage { shell, form, next, passkeys })
}

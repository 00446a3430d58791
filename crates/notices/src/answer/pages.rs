//! The pages that links in mails lead to, and those of replies that were kept.
//!
//! Looking at a link never uses it: mail programs look at links before people do.

use ::store::Cx;
use askama::Template;
use identity::Secret;
use web::{
    Asked, AskedField, AskedKind, Failure, FormView, Input, Request, Response, Section, Shell,
    page, redirect,
};

use super::{
    Standing,
    commands::{self, Outcome},
};
use crate::Error;

#[derive(Template)]
#[template(path = "notices/answer.html")]
struct AnswerPage {
    shell: Shell,
    form: FormView,
    asked: Asked,
    button: &'static str,
    action: String,
    cancel: String,
    /// What is said above the form.
    note: Option<String>,
    /// Where a kept reply is thrown away.
    discard: Option<String>,
}

#[derive(Template)]
#[template(path = "notices/answered.html")]
struct AnsweredPage {
    shell: Shell,
    text: String,
    /// What was written, to be copied.
    typed: Vec<String>,
    kept: bool,
    done: bool,
}

web::page!(AnswerPage, AnsweredPage);

impl AnswerPage {
    #[expect(clippy::unused_self, reason = "a template calls methods")]
    fn is_date(&self, field: &AskedField) -> bool {
        field.kind == AskedKind::Date
    }
}

/// `GET /answers/{secret}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let followed = commands::follow(&cx, &secret(&request)?).await?;
    if followed.standing == Standing::Ended {
        return Err(Error::AnswerEnded.into());
    }
    let asked = (followed.answer.ask)(followed.cx, followed.link.subject).await?;
    let shell = Shell::new(&cx, None, followed.answer.label, Section::Nowhere);
    let shown = form_page(shell, FormView::new(), asked, followed.answer.label, &request);
    page(&request, &shown)
}

/// `POST /answers/{secret}`
pub(crate) async fn give(cx: Cx, request: Request) -> Result<Response, Failure> {
    let followed = commands::follow(&cx, &secret(&request)?).await?;
    let input = request.input()?;
    let (answer, own, subject) =
        (followed.answer, followed.cx.clone(), followed.link.subject.clone());
    let outcome = commands::give(&cx, followed, input.clone()).await?;
    let mut shell = Shell::new(&cx, None, answer.label, Section::Nowhere);
    match outcome {
        Outcome::Done => {
            let text = shell.t("answers-done").into_owned();
            page(&request, &AnsweredPage { text, typed: vec![], kept: false, done: true, shell })
        }
        Outcome::Again(failure) => {
            // What keeps it from being done may keep it from being asked, too.
            let Ok(asked) = (answer.ask)(own, subject).await else {
                return kept_page(&request, shell, &input, &failure);
            };
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            let shown = form_page(shell, form, asked, answer.label, &request);
            Ok(page(&request, &shown)?.with_status_of(&failure))
        }
        Outcome::Kept(failure) => kept_page(&request, shell, &input, &failure),
    }
}

/// `GET /me/notices/replies/{id}`
pub(crate) async fn kept(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (reply, answer, own) = commands::kept(&cx, request.param("id")?).await?;
    let shell = Shell::new(&cx, None, answer.label, Section::MyWork);
    let why = shell.error(&reply.why, &[]);
    match (answer.ask)(own, reply.link.subject).await {
        Ok(asked) => {
            let form = FormView::filled(reply.fields);
            let mut shown = form_page(shell, form, asked, answer.label, &request);
            shown.note = Some(shown.shell.t1("answers-kept-why", "why", why));
            shown.discard = Some(format!("{}/discard", request.path()));
            "/me/notices".clone_into(&mut shown.cancel);
            page(&request, &shown)
        }
        Err(failure) if failure.is_refusal() || failure.is_form() => {
            let typed = reply.fields.into_iter().map(|(_, text)| text).collect();
            let text = shell.t1("answers-kept-why", "why", why);
            page(&request, &AnsweredPage { shell, text, typed, kept: false, done: false })
        }
        Err(failure) => Err(failure),
    }
}

/// `POST /me/notices/replies/{id}`
pub(crate) async fn give_kept(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (id, input) = (request.param("id")?, request.input()?);
    let failure = match commands::give_kept(&cx, id, input.clone()).await {
        Ok(()) => return Ok(redirect(&cx, "/me/notices").notice("answers-taken-notice")),
        Err(failure) if failure.is_form() => failure,
        Err(failure) => return Err(failure),
    };
    let (reply, answer, own) = commands::kept(&cx, id).await?;
    let mut shell = Shell::new(&cx, None, answer.label, Section::MyWork);
    let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
    let asked = (answer.ask)(own, reply.link.subject).await?;
    let mut shown = form_page(shell, form, asked, answer.label, &request);
    shown.discard = Some(format!("{}/discard", request.path()));
    "/me/notices".clone_into(&mut shown.cancel);
    Ok(page(&request, &shown)?.with_status_of(&failure))
}

/// `POST /me/notices/replies/{id}/discard`
pub(crate) async fn discard(cx: Cx, request: Request) -> Result<Response, Failure> {
    commands::clear(&cx, request.param("id")?).await?;
    Ok(redirect(&cx, "/me/notices").notice("answers-discarded-notice"))
}

/// The secret in the address. What can't be one is a link that ended.
pub(super) fn secret(request: &Request) -> Result<Secret, Error> {
    Secret::parse(request.param_text("secret")).ok_or(Error::AnswerEnded)
}

fn form_page(
    shell: Shell,
    form: FormView,
    asked: Asked,
    button: &'static str,
    request: &Request,
) -> AnswerPage {
    let (action, cancel) = (request.path().to_owned(), asked.page.clone());
    AnswerPage { shell, form, asked, button, action, cancel, note: None, discard: None }
}

/// Nothing that somebody wrote is lost, whatever came of it.
fn kept_page(
    request: &Request,
    shell: Shell,
    input: &Input,
    failure: &Failure,
) -> Result<Response, Failure> {
    let typed: Vec<String> = input.typed().map(|(_, text)| text).collect();
    let problem = failure.problem();
    let text = shell.error(problem.code(), &problem.args());
    let shown = AnsweredPage { text, kept: !typed.is_empty(), typed, done: false, shell };
    Ok(page(request, &shown)?.with_status_of(failure))
}

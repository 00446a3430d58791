//! Pages of seats: opening, asking, answering, clearing, closing.

use std::sync::Arc;

use base::{Line, OrganizationId, PersonId, Private, Prose};
use store::{Cx, Place};
use web::{Failure, FormView, Input, Request, Response, Section, Shell, page, redirect};

use super::{
    queries::{self, SeatSheet},
    seats,
};
use crate::{
    Body, BodyId, Seat, SeatId,
    forms::{self, Choice},
};

#[derive(askama::Template)]
#[template(path = "partnership/seat_form.html")]
struct FormPage {
    shell: Shell,
    form: FormView,
    short: String,
    opening: bool,
    choices: Vec<Choice>,
    action: String,
    cancel: String,
    button: &'static str,
}

web::page!(FormPage);

fn below(cx: &Cx, place: &Arc<Place>, body: &Body, title: &str) -> (Shell, String) {
    let all = format!("{}/bodies", forms::base(place));
    let here = format!("{all}/{}", body.id);
    let shell = Shell::new(cx, Some(place), title, Section::People);
    let label = shell.t("bodies-page").into_owned();
    (shell.crumb(label, &all).crumb(body.plan.name.to_string(), &here), here)
}

pub(crate) async fn new(cx: Cx, request: Request) -> Result<Response, Failure> {
    page(&request, &opening(&cx, request.param("id")?, |_| FormView::new()).await?)
}

pub(crate) async fn open(cx: Cx, request: Request) -> Result<Response, Failure> {
    let body: BodyId = request.param("id")?;
    let mut input = request.input()?;
    let answer = match opening_from(&mut input) {
        Ok((title, organization)) => {
            seats::open(&cx, body, organization, title).await.map_err(Failure::from)
        }
        Err(invalid) => Err(invalid),
    };
    let failure = match forms::shown_again(answer)? {
        Ok(_) => return Ok(to_body(&cx, &request, body).notice("seats-opened-notice")),
        Err(failure) => failure,
    };
    let again = |shell: &mut Shell| forms::again(shell, &input, &failure);
    Ok(page(&request, &opening(&cx, body, again).await?)?.with_status_of(&failure))
}

/// A seat's title and organization, out of a form or a JSON body.
pub(super) fn opening_from(input: &mut Input) -> Result<(Line<120>, OrganizationId), Failure> {
    let title = input.required("title");
    let organization = input.required("organization");
    input.check()?;
    title.zip(organization).ok_or_else(|| input.invalid().into())
}

async fn opening(
    cx: &Cx,
    body: BodyId,
    form: impl FnOnce(&mut Shell) -> FormView,
) -> Result<FormPage, Failure> {
    let (place, body, directory) = queries::to_open(cx, body).await?;
    body.meets()?;
    let (mut shell, here) = below(cx, &place, &body, "seats-open");
    Ok(FormPage {
        form: form(&mut shell),
        short: shell.t("seats-open-short").into_owned(),
        opening: true,
        choices: forms::organizations(&directory),
        action: format!("{here}/seats/new"),
        cancel: here,
        button: "seats-open",
        shell,
    })
}

/// The form that asks somebody to take a seat, or to take it over.
pub(crate) async fn asking(cx: Cx, request: Request) -> Result<Response, Failure> {
    let sheet = queries::seat(&cx, request.param("id")?).await?;
    page(&request, &asking_page(&cx, &sheet, |_| FormView::new()))
}

pub(crate) async fn offer(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: SeatId = request.param("id")?;
    let mut input = request.input()?;
    let answer = match offer_from(&mut input) {
        Ok((to, note)) => seats::offer(&cx, id, to, note).await.map_err(Failure::from),
        Err(invalid) => Err(invalid),
    };
    let failure = match forms::shown_again(answer)? {
        Ok(seat) => return Ok(to_body(&cx, &request, seat.body).notice("seats-offered-notice")),
        Err(failure) => failure,
    };
    let sheet = queries::seat(&cx, id).await?;
    let again = |shell: &mut Shell| forms::again(shell, &input, &failure);
    Ok(page(&request, &asking_page(&cx, &sheet, again))?.with_status_of(&failure))
}

/// Who is asked, and what is said with it, out of a form or a JSON body.
pub(super) fn offer_from(
    input: &mut Input,
) -> Result<(PersonId, Option<Private<Prose<1000>>>), Failure> {
    let person = input.required("person");
    let note = input.optional("note").map(Private::new);
    input.check()?;
    person.map(|person| (person, note)).ok_or_else(|| input.invalid().into())
}

fn asking_page(cx: &Cx, sheet: &SeatSheet, form: impl FnOnce(&mut Shell) -> FormView) -> FormPage {
    let held = sheet.seat.holder().is_some();
    let title = if held { "seats-hand-over" } else { "seats-offer" };
    let (mut shell, here) = below(cx, &sheet.place, &sheet.body, title);
    let holder = sheet.seat.holder().map(|holder| holder.person);
    let others = sheet.people.iter().filter(|person| Some(person.id) != holder);
    let args = [
        ("title", sheet.seat.title.as_str().into()),
        ("organization", sheet.organization.as_str().into()),
        ("body", sheet.body.plan.name.as_str().into()),
    ];
    FormPage {
        form: form(&mut shell),
        short: shell.tn(if held { "seats-hand-over-short" } else { "seats-offer-short" }, &args),
        opening: false,
        choices: others.map(|it| (it.id.to_string(), it.name().to_owned())).collect(),
        action: format!("{}/seats/{}/offer", forms::base(&sheet.place), sheet.seat.id),
        cancel: here,
        button: title,
        shell,
    }
}

pub(crate) async fn withdraw(cx: Cx, request: Request) -> Result<Response, Failure> {
    let seat = seats::withdraw(&cx, request.param("id")?).await?;
    Ok(to_body(&cx, &request, seat.body).notice("seats-withdrawn-notice"))
}

pub(crate) async fn accept(cx: Cx, request: Request) -> Result<Response, Failure> {
    let seat = seats::take(&cx, request.param("id")?).await?;
    let slug = request.param_text("partnership");
    let carries = format!("/p/{slug}/seats/{}/handover", seat.id);
    Ok(redirect(&cx, &carries).notice("seats-taken-notice"))
}

pub(crate) async fn decline(cx: Cx, request: Request) -> Result<Response, Failure> {
    let seat = seats::decline(&cx, request.param("id")?).await?;
    Ok(to_body(&cx, &request, seat.body).notice("seats-declined-notice"))
}

pub(crate) async fn vacating(cx: Cx, request: Request) -> Result<Response, Failure> {
    let sheet = queries::seat(&cx, request.param("id")?).await?;
    page(&request, &confirm(&cx, &sheet, "vacate", "seats-vacate", "seats-vacate-what"))
}

pub(crate) async fn vacate(cx: Cx, request: Request) -> Result<Response, Failure> {
    let seat = seats::vacate(&cx, request.param("id")?).await?;
    Ok(to_body(&cx, &request, seat.body).notice("seats-vacated-notice"))
}

pub(crate) async fn closing(cx: Cx, request: Request) -> Result<Response, Failure> {
    let sheet = queries::seat(&cx, request.param("id")?).await?;
    page(&request, &confirm(&cx, &sheet, "close", "seats-close", "seats-close-what"))
}

pub(crate) async fn close(cx: Cx, request: Request) -> Result<Response, Failure> {
    let seat: Seat = seats::close(&cx, request.param("id")?).await?;
    Ok(to_body(&cx, &request, seat.body).notice("seats-closed-notice"))
}

fn confirm(
    cx: &Cx,
    sheet: &SeatSheet,
    verb: &str,
    title: &'static str,
    what: &str,
) -> forms::ConfirmPage {
    let (shell, here) = below(cx, &sheet.place, &sheet.body, title);
    let args = [
        ("title", sheet.seat.title.as_str().into()),
        ("organization", sheet.organization.as_str().into()),
    ];
    forms::ConfirmPage {
        what: shell.tn(what, &args),
        who: shell.t("seats-end-who").into_owned(),
        back: shell.t("seats-end-back").into_owned(),
        action: format!("{}/seats/{}/{verb}", forms::base(&sheet.place), sheet.seat.id),
        button: title,
        cancel: here,
        danger: true,
        dated: false,
        form: FormView::new(),
        shell,
    }
}

fn to_body(cx: &Cx, request: &Request, body: BodyId) -> Response {
    redirect(cx, &format!("/p/{}/bodies/{body}", request.param_text("partnership")))
}

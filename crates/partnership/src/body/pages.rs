//! Pages of bodies.

use std::sync::Arc;

use base::{PersonId, Role};
use store::{Cx, Place};
use web::{Block, Failure, FormView, Input, Request, Response, Section, Shell, page, redirect};

use super::{
    commands,
    queries::{self, BodySheet},
};
use crate::{
    Body, BodyId, BodyKind, BodyPlan, Charge, Seat, SeatId, TermEnd,
    forms::{self, Choice, choices, said},
};

#[derive(askama::Template)]
#[template(path = "partnership/bodies.html")]
struct ListPage {
    shell: Shell,
    base: String,
    bodies: Vec<Line>,
    can_keep: bool,
}

struct Line {
    id: BodyId,
    name: String,
    kind: String,
    seats: String,
    ended: bool,
}

#[derive(askama::Template)]
#[template(path = "partnership/body.html")]
struct BodyPage {
    shell: Shell,
    base: String,
    here: String,
    kind: String,
    short: String,
    purpose: Option<String>,
    seats: Vec<SeatLine>,
    terms: Vec<(String, String)>,
    ended: bool,
    can_keep: bool,
    /// What other contexts say about it.
    others: Vec<Block>,
}

#[expect(clippy::struct_excessive_bools, reason = "what the line's template asks, one by one")]
struct SeatLine {
    id: SeatId,
    title: String,
    organization: String,
    /// What its holder is to the body; nothing for a plain member.
    charge: String,
    holder: String,
    asked: String,
    answer: bool,
    say: bool,
    pending: bool,
    held: bool,
}

#[derive(askama::Template)]
#[template(path = "partnership/body_form.html")]
struct FormPage {
    shell: Shell,
    form: FormView,
    action: String,
    cancel: String,
    kinds: Vec<Choice>,
}

web::page!(ListPage, BodyPage, FormPage);

pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (place, found) = queries::list(&cx).await?;
    let shell = Shell::new(&cx, Some(&place), "bodies-page", Section::People);
    let line = |(body, seats, empty): &(Body, i64, i64)| Line {
        id: body.id,
        name: body.plan.name.to_string(),
        kind: said(&shell, "body-kind", body.plan.kind),
        seats: shell.t2("bodies-count", "seats", *seats, "empty", *empty),
        ended: body.until.is_some(),
    };
    let bodies = found.iter().map(line).collect();
    let can_keep = place.standing.has(Role::Coordinator);
    let base = forms::base(&place);
    page(&request, &ListPage { shell, base, bodies, can_keep })
}

pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let sheet = queries::sheet(&cx, request.param("id")?).await?;
    let (place, body) = (&sheet.place, &sheet.body);
    let base = forms::base(place);
    let shell = Shell::new(&cx, Some(place), "bodies-page", Section::People);
    let all = shell.t("bodies-page").into_owned();
    let shell = shell.crumb(all, &format!("{base}/bodies")).titled(body.plan.name.to_string());
    let seats = sheet.seats.iter().map(|seat| seat_line(&cx, &shell, &sheet, seat)).collect();
    let terms = sheet.terms.iter().map(|term| term_line(&shell, &sheet, term)).collect();
    let shown = BodyPage {
        others: web::about(&cx, "body", body.id).await?,
        here: format!("{base}/bodies/{}", body.id),
        kind: said(&shell, "body-kind", body.plan.kind),
        short: short(&shell, &sheet),
        purpose: body.plan.purpose.as_ref().map(ToString::to_string),
        seats,
        terms,
        ended: body.until.is_some(),
        can_keep: place.standing.has(Role::Coordinator),
        base,
        shell,
    };
    page(&request, &shown)
}

fn short(shell: &Shell, sheet: &BodySheet) -> String {
    if let Some(until) = sheet.body.until {
        return shell.t1("body-short-ended", "date", shell.date(until));
    }
    let count = |seats: usize| i64::try_from(seats).unwrap_or_default();
    let empty = sheet.seats.iter().filter(|seat| seat.holder().is_none()).count();
    let meets = shell.t1("body-short", "since", shell.date(sheet.body.since));
    let seats = count(sheet.seats.len());
    let seats = shell.t2("bodies-count", "seats", seats, "empty", count(empty));
    format!("{meets} {seats}.")
}

fn seat_line(cx: &Cx, shell: &Shell, sheet: &BodySheet, seat: &Seat) -> SeatLine {
    let authority = super::seats::authority(cx, &sheet.place.standing, seat.organization);
    let name = |person: PersonId| sheet.people.name(person);
    let holder = match seat.holder() {
        Some(holder) => {
            let since = shell.date(shell.day_of(holder.since));
            shell.t2("seats-holder", "who", name(holder.person), "since", since)
        }
        None => shell.t("seats-vacant").into_owned(),
    };
    let asked = seat.asked().map(|asked| shell.t1("seats-asked", "who", name(asked.person)));
    let charge = match seat.charge {
        Charge::Member => String::new(),
        Charge::Lead | Charge::Deputy => said(shell, "word-charge", seat.charge),
    };
    SeatLine {
        id: seat.id,
        charge,
        title: seat.title.to_string(),
        organization: sheet.directory.name(seat.organization).to_owned(),
        holder,
        asked: asked.unwrap_or_default(),
        answer: seat.asked().is_some_and(|asked| Some(asked.person) == authority.person),
        say: seat.is_in_the_hands_of(authority),
        pending: seat.asked().is_some(),
        held: seat.holder().is_some(),
    }
}

fn term_line(shell: &Shell, sheet: &BodySheet, term: &super::Term) -> (String, String) {
    let title = sheet.seats.iter().find(|seat| seat.id == term.seat);
    let title =
        title.map_or_else(|| shell.t("seats-closed").into_owned(), |it| it.title.to_string());
    let who = sheet.people.name(term.person);
    let words = shell.t2("seats-term", "who", who, "title", title);
    let key = match term.ended {
        TermEnd::HandedOver => "seats-ended-handed-over",
        TermEnd::Vacated => "seats-ended-vacated",
        TermEnd::Closed => "seats-ended-closed",
    };
    let day = |at| shell.date(shell.day_of(at));
    (words, shell.t2(key, "since", day(term.since), "until", day(term.until)))
}

pub(crate) async fn new(cx: Cx, request: Request) -> Result<Response, Failure> {
    let place = queries::place(&cx).await?;
    page(&request, &form_page(new_shell(&cx, &place), &place, None, FormView::new()))
}

pub(crate) async fn form(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let answer = match plan_from(&mut input) {
        Ok(plan) => commands::form(&cx, plan).await.map_err(Failure::from),
        Err(invalid) => Err(invalid),
    };
    let answer = forms::shown_again(answer)?;
    let place = queries::place(&cx).await?;
    let failure = match answer {
        Ok(body) => {
            let path = format!("{}/bodies/{}", forms::base(&place), body.id);
            return Ok(redirect(&cx, &path).notice("bodies-formed-notice"));
        }
        Err(failure) => failure,
    };
    let mut shell = new_shell(&cx, &place);
    let form = forms::again(&mut shell, &input, &failure);
    Ok(page(&request, &form_page(shell, &place, None, form))?.with_status_of(&failure))
}

/// What a body is called and for, out of a form or a JSON body.
pub(super) fn plan_from(input: &mut Input) -> Result<BodyPlan, Failure> {
    let (name, kind) = (input.required("name"), input.required::<BodyKind>("kind"));
    let purpose = input.optional("purpose");
    input.check()?;
    match (name, kind) {
        (Some(name), Some(kind)) => Ok(BodyPlan { name, kind, purpose }),
        _ => Err(input.invalid().into()),
    }
}

fn new_shell(cx: &Cx, place: &Arc<Place>) -> Shell {
    let shell = Shell::new(cx, Some(place), "bodies-form", Section::People);
    let label = shell.t("bodies-page").into_owned();
    shell.crumb(label, &format!("{}/bodies", forms::base(place)))
}

fn form_page(shell: Shell, place: &Place, id: Option<BodyId>, form: FormView) -> FormPage {
    let all = format!("{}/bodies", forms::base(place));
    let kinds = choices(&shell, "body-kind", BodyKind::ALL);
    match id {
        None => FormPage { form, action: format!("{all}/new"), cancel: all, kinds, shell },
        Some(id) => {
            let cancel = format!("{all}/{id}");
            FormPage { form, action: format!("{cancel}/edit"), cancel, kinds, shell }
        }
    }
}

fn below(cx: &Cx, place: &Arc<Place>, body: &Body, title: &str) -> (Shell, String) {
    let all = format!("{}/bodies", forms::base(place));
    let here = format!("{all}/{}", body.id);
    let shell = Shell::new(cx, Some(place), title, Section::People);
    let label = shell.t("bodies-page").into_owned();
    (shell.crumb(label, &all).crumb(body.plan.name.to_string(), &here), here)
}

pub(crate) async fn edit(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (place, body) = queries::to_change(&cx, request.param("id")?).await?;
    let plan = &body.plan;
    let form = FormView::filled([
        ("revision", body.revision.to_string()),
        ("name", plan.name.to_string()),
        ("kind", plan.kind.to_string()),
        ("purpose", plan.purpose.as_ref().map(ToString::to_string).unwrap_or_default()),
    ]);
    let (shell, _) = below(&cx, &place, &body, "bodies-edit");
    page(&request, &form_page(shell, &place, Some(body.id), form))
}

pub(crate) async fn change(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: BodyId = request.param("id")?;
    let mut input = request.input()?;
    let seen = forms::seen(&request)?;
    let answer = match plan_from(&mut input) {
        Ok(plan) => commands::change(&cx, id, plan, seen).await.map_err(Failure::from),
        Err(invalid) => Err(invalid),
    };
    let answer = forms::shown_again(answer)?;
    let (place, body) = queries::to_change(&cx, id).await?;
    let (mut shell, here) = below(&cx, &place, &body, "bodies-edit");
    let failure = match answer {
        Ok(_) => return Ok(redirect(&cx, &here).notice("bodies-saved-notice")),
        Err(failure) => failure,
    };
    let form = forms::again(&mut shell, &input, &failure);
    Ok(page(&request, &form_page(shell, &place, Some(id), form))?.with_status_of(&failure))
}

/// The page that asks before a body ends.
pub(crate) async fn ending(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (place, body) = queries::to_change(&cx, request.param("id")?).await?;
    body.meets()?;
    page(&request, &ending_page(&cx, &place, &body))
}

pub(crate) async fn end(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: BodyId = request.param("id")?;
    let seen = forms::seen(&request)?;
    let answer = commands::end(&cx, id, seen).await.map_err(Failure::from);
    let answer = forms::shown_again(answer)?;
    let (place, body) = queries::to_change(&cx, id).await?;
    let mut shown = ending_page(&cx, &place, &body);
    let failure = match answer {
        Ok(_) => return Ok(redirect(&cx, &shown.cancel).notice("bodies-ended-notice")),
        Err(failure) => failure,
    };
    shown.form = forms::again(&mut shown.shell, &request.input()?, &failure);
    Ok(page(&request, &shown)?.with_status_of(&failure))
}

fn ending_page(cx: &Cx, place: &Arc<Place>, body: &Body) -> forms::ConfirmPage {
    let (shell, here) = below(cx, place, body, "bodies-end");
    forms::ConfirmPage {
        what: shell.t1("bodies-end-what", "name", &body.plan.name),
        who: shell.t("bodies-end-who").into_owned(),
        back: shell.t("bodies-end-back").into_owned(),
        action: format!("{here}/end"),
        button: "bodies-end",
        cancel: here,
        danger: true,
        dated: false,
        form: FormView::filled([("revision", body.revision.to_string())]),
        shell,
    }
}

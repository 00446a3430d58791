//! The page on which somebody writes down who is there.

use askama::Template;
use partnership::{SeatEntry, SeatId};
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Shell};

use super::{Attendee, Presence, commands};
use crate::{
    Error,
    meeting::{
        MeetingError, Record,
        pages::{base_of, shell},
        queries,
        words::{self, Choice},
    },
};

/// The attendance.
#[derive(Template)]
#[template(path = "community/attendance.html")]
struct AttendancePage {
    shell: Shell,
    form: FormView,
    base: String,
    seats: Vec<SeatRow>,
    presences: Vec<Choice>,
    guests: Vec<(i64, String)>,
}

/// A seat that can be marked.
struct SeatRow {
    field: String,
    label: String,
}

web::page!(AttendancePage);

/// `GET /p/{partnership}/meetings/{id}/attendance`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let record = opened(&cx, &request).await?;
    let form = FormView::filled(filled(&record));
    web::page(&request, &page_of(shell(&cx, &record), form, &record))
}

/// `POST /p/{partnership}/meetings/{id}/attendance`
pub(crate) async fn mark(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    match perform(&cx, &request, &mut input).await {
        Ok(()) => Ok(web::redirect(&cx, &path(&request)).notice("attendance-marked-notice")),
        Err(failure) => again(&cx, &request, &input, failure).await,
    }
}

/// `POST /p/{partnership}/meetings/{id}/guests`
pub(crate) async fn add_guest(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    match add(&cx, &request, &mut input).await {
        Ok(()) => Ok(web::redirect(&cx, &path(&request)).notice("attendance-guest-notice")),
        Err(failure) => again(&cx, &request, &input, failure).await,
    }
}

/// `POST /p/{partnership}/meetings/{id}/guests/{number}/remove`
pub(crate) async fn remove_guest(cx: Cx, request: Request) -> Result<Response, Failure> {
    commands::remove_guest(&cx, request.param("id")?, request.param("number")?).await?;
    Ok(web::redirect(&cx, &path(&request)).notice("attendance-marked-notice"))
}

async fn perform(cx: &Cx, request: &Request, input: &mut Input) -> Result<(), Failure> {
    let fields: Vec<(String, SeatId)> = input
        .names()
        .filter_map(|name| Some((name.to_owned(), name.parse::<SeatId>().ok()?)))
        .collect();
    let mut marks = Vec::new();
    for (field, seat) in fields {
        marks.extend(input.optional::<Presence>(&field).map(|presence| (seat, presence)));
    }
    input.check()?;
    Ok(commands::mark(cx, request.param("id")?, &marks).await?)
}

async fn add(cx: &Cx, request: &Request, input: &mut Input) -> Result<(), Failure> {
    let (name, organization) = (input.required("name"), input.optional("organization"));
    input.check()?;
    let name = name.ok_or_else(|| input.invalid())?;
    commands::add_guest(cx, request.param("id")?, name, organization).await?;
    Ok(())
}

async fn again(
    cx: &Cx,
    request: &Request,
    input: &Input,
    failure: Failure,
) -> Result<Response, Failure> {
    if !failure.is_form() {
        return Err(failure);
    }
    let Ok(record) = opened(cx, request).await else { return Err(failure) };
    let mut shell = shell(cx, &record);
    let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
    Ok(web::page(request, &page_of(shell, form, &record))?.with_status_of(&failure))
}

async fn opened(cx: &Cx, request: &Request) -> Result<Record, Failure> {
    let record = queries::with_holders(cx, request.param("id")?).await?;
    if !record.may_take_part() {
        return Err(Error::from(MeetingError::NotTakingPart).into());
    }
    record.meeting.notes_open()?;
    Ok(record)
}

fn page_of(shell: Shell, form: FormView, record: &Record) -> AttendancePage {
    let base = base_of(record);
    let (title, heading) = (shell.title().to_owned(), shell.t("attendance-title").into_owned());
    let row = |seat: &SeatEntry| {
        let holder = seat.holder.map(|person| record.names.name(person)).unwrap_or_default();
        let organization = record.directory.name(seat.organization);
        SeatRow {
            field: seat.id.to_string(),
            label: format!("{holder} ({}, {organization})", seat.title),
        }
    };
    let guest = |line: &super::Attendance| match &line.attendee {
        Attendee::Guest(number, name) => Some((*number, name.to_string())),
        Attendee::Seat(..) => None,
    };
    AttendancePage {
        seats: held(record).map(row).collect(),
        presences: words::choices(&shell, "attendance", Presence::ALL),
        guests: record.attendance.iter().filter_map(guest).collect(),
        shell: shell.crumb(title, &base).titled(heading),
        form,
        base,
    }
}

/// The seats that somebody holds, and those that were marked.
fn held(record: &Record) -> impl Iterator<Item = &SeatEntry> {
    record.seats.iter().filter(|seat| {
        let marked = record.attendance.iter().any(|line| line.seat() == Some(seat.id));
        marked || (!seat.closed && seat.holder.is_some())
    })
}

fn filled(record: &Record) -> Vec<(String, String)> {
    let mark =
        |line: &super::Attendance| Some((line.seat()?.to_string(), line.presence.to_string()));
    record.attendance.iter().filter_map(mark).collect()
}

fn path(request: &Request) -> String {
    let (slug, id) = (request.param_text("partnership"), request.param_text("id"));
    format!("/p/{slug}/meetings/{id}/attendance")
}

//! The public pages of meetings: no account, no names of people, and nothing that was not posted.

use askama::Template;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use super::queries::{self, List, Sheet};
use crate::{
    address,
    meeting::{
        Entry, State, When,
        agenda::{self, Item},
        attendance::{Attendance, Attendee},
        words::{self, Choice, Status},
    },
};

/// Open meetings.
#[derive(Template)]
#[template(path = "community/public_meetings.html")]
struct ListPage {
    shell: Shell,
    form: FormView,
    base: String,
    name: String,
    whens: Vec<Choice>,
    rows: Vec<Row>,
    feed: String,
    first: Option<String>,
    next: Option<String>,
}

/// One of them.
struct Row {
    href: String,
    title: String,
    body: String,
    when: String,
    place: String,
    mark: Status,
}

/// One open meeting.
#[derive(Template)]
#[template(path = "community/public_meeting.html")]
struct MeetingPage {
    shell: Shell,
    base: String,
    kicker: String,
    mark: Status,
    when: String,
    why: Option<String>,
    comment_how: Option<String>,
    join: Option<String>,
    has_minutes: bool,
    items: Vec<ItemRow>,
    there: Vec<There>,
    facts: Vec<(String, String)>,
}

/// An item of the agenda.
struct ItemRow {
    number: usize,
    begins: Option<String>,
    title: String,
    notes_on: Vec<String>,
    notes: Vec<String>,
}

/// A seat, and whether somebody was there for it.
struct There {
    seat: String,
    organization: String,
    presence: String,
}

web::page!(ListPage, MeetingPage);

/// `GET /public/{partnership}/meetings`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let when = input.optional("when").unwrap_or(When::Coming);
    let after = input.text("after").map(str::to_owned);
    let list = queries::list(&cx, when, after.as_deref()).await?;
    let shell = Shell::new(&cx, None, "public-meetings", Section::Meetings);
    web::page(&request, &list_page(shell, &input, after.as_deref(), &list))
}

fn list_page(shell: Shell, input: &Input, after: Option<&str>, list: &List) -> ListPage {
    let base = format!("/public/{}/meetings", list.place.slug);
    let here = |mark: Option<&String>| {
        let when = input.text("when").map(|when| ("when", when.to_owned()));
        let mark = mark.map(|mark| ("after", mark.clone()));
        let pairs: Vec<(&str, String)> = when.into_iter().chain(mark).collect();
        shell.href(&address::with(&base, &pairs))
    };
    let row = |entry: &Entry| {
        let plan = entry.meeting.plan_of();
        let body = list.bodies.iter().find(|(id, _)| *id == entry.meeting.body);
        Row {
            href: shell.href(&format!("{base}/{}", entry.meeting.id)),
            title: plan.title.to_string(),
            body: body.map(|(_, name)| name.clone()).unwrap_or_default(),
            when: words::when_short(&shell, &entry.meeting),
            place: plan.place.as_ref().map(ToString::to_string).unwrap_or_default(),
            mark: words::mark(&shell, &entry.meeting),
        }
    };
    ListPage {
        form: FormView::filled(input.typed()),
        name: list.place.name.clone(),
        whens: words::choices(&shell, "meetings-list", When::ALL),
        rows: list.page.items.iter().map(row).collect(),
        feed: format!("{base}.atom"),
        first: after.map(|_| here(None)),
        next: list.page.next.as_ref().map(|mark| here(Some(mark))),
        base,
        shell,
    }
}

/// `GET /public/{partnership}/meetings/{id}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let sheet = queries::sheet(&cx, request.param("id")?).await?;
    let shell = Shell::new(&cx, None, "public-meetings", Section::Meetings);
    let base = format!("/public/{}/meetings", sheet.place.slug);
    let crumb = shell.t("public-meetings").into_owned();
    let title = sheet.meeting.plan_of().title.to_string();
    let shell = shell.titled(title).crumb(crumb, &base);
    web::page(&request, &meeting_page(shell, base, &sheet))
}

fn meeting_page(shell: Shell, base: String, sheet: &Sheet) -> MeetingPage {
    let meeting = &sheet.meeting;
    let why = match meeting.state() {
        State::Cancelled { why, .. } => Some(why.to_string()),
        State::Planned | State::UnderWay { .. } | State::Held { .. } => None,
    };
    let has_minutes = sheet.has_minutes();
    let comes = meeting.planned().is_ok();
    let there = sheet.attendance.iter().filter(|_| has_minutes);
    MeetingPage {
        kicker: format!("{}, {}", sheet.place.name, sheet.body),
        mark: words::mark(&shell, meeting),
        when: words::when(&shell, meeting),
        comment_how: sheet.duties.comment_how.as_ref().filter(|_| comes).map(ToString::to_string),
        join: meeting.plan_of().link.as_ref().filter(|_| comes).map(ToString::to_string),
        items: items(&shell, sheet),
        there: there.filter_map(|line| there_row(&shell, sheet, line)).collect(),
        facts: facts(&shell, sheet),
        has_minutes,
        why,
        base,
        shell,
    }
}

fn items(shell: &Shell, sheet: &Sheet) -> Vec<ItemRow> {
    let times = agenda::timetable(&sheet.agenda);
    let has_minutes = sheet.has_minutes();
    let row = |(at, item): (usize, &Item)| {
        let after = times.iter().find(|(id, _)| *id == item.id).and_then(|(_, after)| *after);
        let presenter = item.topic.presenter;
        let length = item.topic.length.map(|length| words::length(shell, length));
        let notes = if has_minutes { item.notes.as_str() } else { "" };
        ItemRow {
            number: at + 1,
            begins: after.and_then(|after| words::clock_after(shell, &sheet.meeting, after)),
            title: words::item_title(shell, item),
            notes_on: length
                .into_iter()
                .chain(presenter.map(|of| sheet.directory.name(of).to_owned()))
                .collect(),
            notes: notes.lines().map(str::to_owned).filter(|line| !line.is_empty()).collect(),
        }
    };
    sheet.agenda.iter().enumerate().map(row).collect()
}

/// Seats speak in public, not the people in them; guests are left out.
fn there_row(shell: &Shell, sheet: &Sheet, line: &Attendance) -> Option<There> {
    let Attendee::Seat(id, _) = &line.attendee else { return None };
    let seat = sheet.seats.iter().find(|seat| seat.id == *id)?;
    Some(There {
        seat: seat.title.clone(),
        organization: sheet.directory.name(seat.organization).to_owned(),
        presence: words::said(shell, "attendance", line.presence),
    })
}

fn facts(shell: &Shell, sheet: &Sheet) -> Vec<(String, String)> {
    let label = |key: &str| shell.t(key).into_owned();
    let plan = sheet.meeting.plan_of();
    let mut facts = vec![
        (label("meetings-body"), sheet.body.clone()),
        (label("meetings-day"), words::when(shell, &sheet.meeting)),
        (label("meetings-zone"), plan.zone.name().replace('_', " ")),
        (label("meetings-length"), words::length(shell, plan.length)),
    ];
    if let Some(place) = &plan.place {
        facts.push((label("meetings-place"), place.to_string()));
    }
    if let Some(posted) = sheet.meeting.posted_at() {
        facts.push((label("meetings-posted"), shell.date(posted.date_in(&plan.zone))));
    }
    facts
}

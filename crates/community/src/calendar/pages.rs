//! The calendar of a partnership, one's own calendar addresses, and what stands behind them.

use std::collections::BTreeMap;

use askama::Template;
use base::{Date, PartnershipId};
use partnership::BodyId;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use super::{CalendarError, Feed, FeedKind, Shows, commands, feed, queries, store::MyBody};
use crate::{
    Error, address,
    meeting::words::{self, Choice, Status},
};

/// A month.
#[derive(Template)]
#[template(path = "community/calendar.html")]
struct MonthPage {
    shell: Shell,
    form: FormView,
    base: String,
    /// The month, as its field has it.
    month: String,
    heading: String,
    short: String,
    bodies: Vec<Choice>,
    /// The days on which something happens.
    days: Vec<DayRow>,
    before: String,
    after: String,
    now: String,
}

/// A day with what happens.
struct DayRow {
    title: String,
    today: bool,
    rows: Vec<Row>,
}

struct Row {
    time: String,
    title: String,
    href: String,
    detail: String,
    mark: Option<Status>,
}

/// One's own calendar addresses.
#[derive(Template)]
#[template(path = "community/calendars.html")]
struct CalendarsPage {
    shell: Shell,
    form: FormView,
    feeds: Vec<FeedRow>,
    choices: Vec<Choice>,
}

struct FeedRow {
    id: String,
    name: String,
    used: String,
}

/// A new address, shown once.
#[derive(Template)]
#[template(path = "community/calendar_made.html")]
struct MadePage {
    shell: Shell,
    address: String,
    web: String,
}

web::page!(MonthPage, CalendarsPage, MadePage);

/// `GET /p/{partnership}/calendar`
pub(crate) async fn month(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let body = input.optional::<BodyId>("body");
    let wanted = input.text("month").and_then(|month| format!("{month}-01").parse::<Date>().ok());
    let span = |place: &store::Place| queries::month_of(wanted.unwrap_or(place.today));
    let month = queries::month(&cx, span, body).await?;
    let shell = Shell::new(&cx, Some(&month.place), "calendar-title", Section::Meetings);
    let (first, next) = queries::month_of(wanted.unwrap_or(month.place.today));
    web::page(&request, &month_page(shell, &input, &month, first, next))
}

fn month_page(
    shell: Shell,
    input: &Input,
    month: &queries::Month,
    first: Date,
    next: Date,
) -> MonthPage {
    let base = format!("/p/{}/calendar", month.place.slug);
    let named = |date: Date| format!("{:04}-{:02}", date.year(), date.month());
    let at = |date: Date| {
        let mut pairs = vec![("month", named(date))];
        pairs.extend(input.text("body").map(|body| ("body", body.to_owned())));
        shell.href(&address::with(&base, &pairs))
    };
    let days = days(&shell, month);
    let count = i64::try_from(month.meetings.len() + month.gatherings.len()).unwrap_or(0);
    MonthPage {
        form: FormView::filled(input.typed()),
        month: named(first),
        heading: shell.month(first),
        short: shell.t2("calendar-short", "count", count, "month", shell.month(first)),
        bodies: month.bodies.iter().map(|(id, name)| (id.to_string(), name.clone())).collect(),
        before: at(first.plus_days(-1)),
        after: at(next),
        now: shell.href(&base),
        days,
        base,
        shell,
    }
}

/// What happens, day by day, each in the order of its time.
fn days(shell: &Shell, month: &queries::Month) -> Vec<DayRow> {
    let slug = &month.place.slug;
    let mut days: BTreeMap<Date, Vec<(base::Instant, Row)>> = BTreeMap::new();
    for entry in &month.meetings {
        let (meeting, plan) = (&entry.meeting, entry.meeting.plan_of());
        let body = month.bodies.iter().find(|(id, _)| *id == meeting.body);
        let row = Row {
            time: shell.clock(plan.clock),
            title: plan.title.to_string(),
            href: shell.href(&format!("/p/{slug}/meetings/{}", meeting.id)),
            detail: body.map(|(_, name)| name.clone()).unwrap_or_default(),
            mark: Some(words::mark(shell, meeting)),
        };
        let day = queries::day_of(entry.starts, &month.place.zone);
        days.entry(day).or_default().push((entry.starts, row));
    }
    for gathering in &month.gatherings {
        let when = &gathering.plan.when;
        let row = Row {
            time: shell.clock(when.clock),
            title: when.title.to_string(),
            href: shell.href(&format!("/p/{slug}/events/{}", gathering.id)),
            detail: words::said(shell, "gatherings-kind", gathering.plan.kind),
            mark: crate::gathering::words::mark(shell, gathering),
        };
        let day = queries::day_of(when.starts(), &month.place.zone);
        days.entry(day).or_default().push((when.starts(), row));
    }
    let today = shell.today();
    let day = |(date, mut rows): (Date, Vec<(base::Instant, Row)>)| {
        rows.sort_by_key(|(at, _)| *at);
        DayRow {
            title: shell.long_date(date),
            today: date == today,
            rows: rows.into_iter().map(|(_, row)| row).collect(),
        }
    };
    days.into_iter().map(day).collect()
}

/// `GET /me/calendars`
pub(crate) async fn mine(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (feeds, bodies) = queries::mine(&cx).await?;
    let shell = Shell::new(&cx, None, "calendars-title", Section::MyWork);
    web::page(&request, &calendars_page(shell, FormView::new(), &feeds, &bodies))
}

/// `POST /me/calendars`. The answer is the page itself: the secret is in no address and no history.
pub(crate) async fn make(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    match try_make(&cx, &mut input).await {
        Ok((_, address)) => {
            let shell = Shell::new(&cx, None, "calendar-made", Section::MyWork);
            let crumb = shell.t("calendars-title").into_owned();
            let shell = shell.crumb(crumb, "/me/calendars");
            let web =
                address.replacen("https://", "webcal://", 1).replacen("http://", "webcal://", 1);
            Ok(web::page(&request, &MadePage { shell, address, web })?.unkept())
        }
        Err(failure) if failure.is_form() => {
            let (feeds, bodies) = queries::mine(&cx).await?;
            let mut shell = Shell::new(&cx, None, "calendars-title", Section::MyWork);
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            let page = calendars_page(shell, form, &feeds, &bodies);
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

/// Makes the address that a form or a program asks for; for the page and the API.
pub(crate) async fn try_make(cx: &Cx, input: &mut Input) -> Result<(Feed, String), Failure> {
    let shows = input.required::<base::Line<80>>("shows");
    input.check()?;
    let shows = shows.ok_or_else(|| input.invalid())?;
    let Some(shows) = read(shows.as_str()) else {
        input.refuse("shows", "choice_unknown", Vec::new());
        return Err(input.invalid().into());
    };
    let (feed, secret) = commands::make(cx, shows).await?;
    let path = format!("/feeds/{}/calendar.ics", secret.text());
    Ok((feed, identity::full_address(cx, &path).map_err(Error::from)?))
}

/// `mine`, or a partnership and a body with a slash between them.
fn read(text: &str) -> Option<Shows> {
    if text == FeedKind::Mine.as_str() {
        return Some(Shows::Mine);
    }
    let (partnership, body) = text.split_once('/')?;
    Some(Shows::Body(partnership.parse::<PartnershipId>().ok()?, body.parse().ok()?))
}

/// `POST /me/calendars/{id}/take-back`
pub(crate) async fn take_back(cx: Cx, request: Request) -> Result<Response, Failure> {
    commands::take_back(&cx, request.param("id")?).await?;
    Ok(web::redirect(&cx, "/me/calendars").notice("calendar-taken-back-notice"))
}

fn calendars_page(
    shell: Shell,
    form: FormView,
    feeds: &[Feed],
    bodies: &[MyBody],
) -> CalendarsPage {
    let name = |feed: &Feed| name(&shell, feed, bodies);
    let row = |feed: &Feed| FeedRow {
        id: feed.id.to_string(),
        name: name(feed),
        used: match feed.used_at {
            Some(at) => shell.t1("calendar-used", "when", shell.ago(at)),
            None => shell.t("calendar-unused").into_owned(),
        },
    };
    let mut choices = vec![("mine".to_owned(), shell.t("calendar-mine").into_owned())];
    choices.extend(
        bodies.iter().map(|body| (format!("{}/{}", body.partnership, body.id), body_name(body))),
    );
    CalendarsPage { feeds: feeds.iter().map(row).collect(), choices, form, shell }
}

/// What an address shows, by name.
pub(crate) fn name(shell: &Shell, feed: &Feed, bodies: &[MyBody]) -> String {
    match feed.shows {
        Shows::Mine => shell.t("calendar-mine").into_owned(),
        Shows::Body(_, id) => match bodies.iter().find(|body| body.id == id) {
            Some(body) => body_name(body),
            None => shell.t("calendar-closed").into_owned(),
        },
    }
}

fn body_name(body: &MyBody) -> String {
    format!("{}, {}", body.name, body.partnership_name)
}

/// `GET /feeds/{secret}/calendar.ics`
pub(crate) async fn read_feed(cx: Cx, request: Request) -> Result<Response, Failure> {
    let feed = queries::find(&cx, request.param_text("secret")).await?;
    let (days, window) = match queries::days(&cx, &feed).await {
        // Whoever may see it no more has no calendar there.
        Err(failure) if failure.is_refusal() => {
            return Err(Error::from(CalendarError::Missing).into());
        }
        other => other?,
    };
    let text = feed::write(&days, window);
    // A reading is worth more than the note that it happened.
    drop(queries::note_use(&cx, &feed).await);
    Ok(web::download("calendar.ics", "text/calendar; charset=utf-8", text))
}

//! The page on which minutes are taken: one form for each item, which several people fill at once.

pub(crate) mod outcome;

use askama::Template;
use store::Cx;
use web::{Failure, Request, Response, Section, Shell};

use super::{
    Notes, OutcomeKind,
    commands::{self, Sent},
};
use crate::{
    Error,
    meeting::{
        MeetingError, Record,
        agenda::{ItemId, ItemKind, ItemState},
        pages::{base_of, still_shell},
        queries::{self, History},
        words::{self, Status},
    },
};

/// The page on which minutes are taken.
#[derive(Template)]
#[template(path = "community/minutes.html")]
struct MinutesPage {
    shell: Shell,
    base: String,
    title: String,
    short: String,
    items: Vec<NotesRow>,
    under_way: bool,
    may_keep: bool,
    /// Where the script reads what others wrote, and where it hears that they did.
    api: String,
    stream: String,
}

/// An item with its notes.
#[expect(clippy::struct_excessive_bools, reason = "what the template asks, one by one")]
struct NotesRow {
    id: ItemId,
    number: usize,
    title: String,
    mark: Status,
    notes: String,
    /// The number of that text.
    base: i64,
    collided: bool,
    done: bool,
    unfinished: bool,
    topic: bool,
    outcomes: Vec<String>,
    rows: usize,
}

/// Every text that was sent as notes of an item.
#[derive(Template)]
#[template(path = "community/notes_history.html")]
struct HistoryPage {
    shell: Shell,
    base: String,
    heading: String,
    versions: Vec<VersionRow>,
}

struct VersionRow {
    what: String,
    when: String,
    lines: Vec<String>,
}

web::page!(MinutesPage, HistoryPage);

/// `GET /p/{partnership}/meetings/{id}/minutes`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let record = queries::meeting(&cx, request.param("id")?).await?;
    if !record.may_take_part() {
        return Err(Error::from(MeetingError::NotTakingPart).into());
    }
    record.meeting.notes_open()?;
    web::page(&request, &page_of(&cx, &record))
}

fn page_of(cx: &Cx, record: &Record) -> MinutesPage {
    let (shell, base) = (still_shell(cx, record).bringing("minutes.js"), base_of(record));
    let title = shell.title().to_owned();
    let heading = shell.t("minutes-write").into_owned();
    let items = record.listed().enumerate();
    let row = |(at, item): (usize, &super::super::agenda::Item)| NotesRow {
        id: item.id,
        number: at + 1,
        title: words::item_title(&shell, item),
        mark: words::item_mark(&shell, item),
        rows: item.notes.lines().count().clamp(3, 20) + 1,
        notes: item.notes.clone(),
        base: item.notes_number,
        collided: item.collided,
        done: item.state == ItemState::Done,
        unfinished: item.state == ItemState::Unfinished,
        topic: item.kind != ItemKind::Minutes,
        outcomes: record.outcomes_of(item.id).map(|outcome| outcome.title.clone()).collect(),
    };
    MinutesPage {
        short: shell.t("minutes-short").into_owned(),
        items: items.map(row).collect(),
        under_way: record.meeting.agenda_open().is_ok() && record.meeting.planned().is_err(),
        may_keep: record.may_keep(),
        api: format!("/api/v1{base}/notes"),
        stream: shell.href(&format!("/p/{}/live", record.place.slug)),
        shell: shell.crumb(title.clone(), &base).titled(heading),
        base,
        title,
    }
}

/// `POST /p/{partnership}/meetings/{id}/items/{item}/notes`
pub(crate) async fn write(cx: Cx, request: Request) -> Result<Response, Failure> {
    let sent = sent(&request)?;
    let item = sent.item;
    let noted = commands::note(&cx, sent).await?;
    let key = match (noted.collisions.is_empty(), noted.merged) {
        (false, _) => "minutes-collided-notice",
        (true, true) => "minutes-merged-notice",
        (true, false) => "minutes-saved-notice",
    };
    let (slug, id) = (request.param_text("partnership"), request.param_text("id"));
    Ok(web::redirect(&cx, &format!("/p/{slug}/meetings/{id}/minutes#{item}")).notice(key))
}

/// Notes as a form or a program sends them.
pub(crate) fn sent(request: &Request) -> Result<Sent, Failure> {
    let mut input = request.input()?;
    let text = input.optional::<Notes>("notes");
    let base = input.required::<i64>("base");
    input.check()?;
    let base = base.ok_or_else(|| input.invalid())?;
    Ok(Sent { meeting: request.param("id")?, item: request.param("item")?, text, base })
}

/// `GET /p/{partnership}/meetings/{id}/items/{item}/history`
pub(crate) async fn history(cx: Cx, request: Request) -> Result<Response, Failure> {
    let history = queries::history(&cx, request.param("id")?, request.param("item")?).await?;
    web::page(&request, &history_page(&cx, &history))
}

fn history_page(cx: &Cx, history: &History) -> HistoryPage {
    let place = &history.place;
    let shell = Shell::new(cx, Some(place), "minutes-history", Section::Meetings);
    let base = format!("/p/{}/meetings/{}", place.slug, history.meeting.id);
    let meetings = shell.t("meetings-title").into_owned();
    let row = |version: &super::Version| VersionRow {
        what: shell.t1(
            if version.merged { "minutes-version-merged" } else { "minutes-version" },
            "who",
            history.names.name(version.by),
        ),
        when: shell.when(version.at),
        lines: version.text.lines().map(str::to_owned).collect(),
    };
    HistoryPage {
        heading: words::item_title(&shell, &history.item),
        versions: history.versions.iter().map(row).collect(),
        shell: shell
            .crumb(meetings, &format!("/p/{}/meetings", place.slug))
            .crumb(history.meeting.plan_of().title.to_string(), &base),
        base,
    }
}

/// `POST /p/{partnership}/meetings/{id}/items/{item}/outcomes/remove`
pub(crate) async fn remove_outcome(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let kind = input.required::<OutcomeKind>("kind");
    let subject = input.required::<base::Line<60>>("subject");
    let (Some(kind), Some(subject)) = (kind, subject) else { return Err(input.invalid().into()) };
    let item: ItemId = request.param("item")?;
    commands::drop_outcome(&cx, request.param("id")?, item, kind, subject.as_str()).await?;
    let (slug, id) = (request.param_text("partnership"), request.param_text("id"));
    let path = format!("/p/{slug}/meetings/{id}#{item}");
    Ok(web::redirect(&cx, &path).notice("outcome-removed-notice"))
}

/// `POST /p/{partnership}/meetings/{id}/corrections`
pub(crate) async fn correct(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let words = input.required("words");
    input.check()?;
    let words = words.ok_or_else(|| input.invalid())?;
    commands::correct(&cx, request.param("id")?, words).await?;
    Ok(web::redirect(&cx, &corrections_path(&request)).notice("minutes-corrected-notice"))
}

/// `POST /p/{partnership}/meetings/{id}/corrections/{number}/take-back`
pub(crate) async fn take_correction_back(cx: Cx, request: Request) -> Result<Response, Failure> {
    commands::take_correction_back(&cx, request.param("id")?, request.param("number")?).await?;
    Ok(web::redirect(&cx, &corrections_path(&request)).notice("minutes-uncorrected-notice"))
}

fn corrections_path(request: &Request) -> String {
    let (slug, id) = (request.param_text("partnership"), request.param_text("id"));
    format!("/p/{slug}/meetings/{id}#corrections")
}

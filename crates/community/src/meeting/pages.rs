//! The page of one meeting: its agenda, who was there, the minutes, and what it owes.

pub(crate) mod forms;
pub(crate) mod list;
pub(crate) mod new;
mod parts;

use askama::Template;
use futures_util::{TryFutureExt as _, future::try_join};
use store::Cx;
use web::{Block, Failure, PanelPlace, Request, Response, Section, Shell};

use self::{
    forms::Verb,
    parts::{Correction, ItemRow, Proposals, There},
};
use super::{
    Meeting, MeetingId, Minutes, Record, State, queries,
    words::{self, Status},
};

/// One meeting.
#[derive(Template)]
#[template(path = "community/meeting.html")]
#[expect(clippy::struct_excessive_bools, reason = "what the template asks, one by one")]
struct MeetingPage {
    shell: Shell,
    base: String,
    list: String,
    kicker: String,
    mark: Status,
    short: String,
    buttons: Vec<(String, String)>,
    /// Why it was called off.
    why: Option<String>,
    owed: Vec<Status>,
    items: Vec<ItemRow>,
    total: String,
    /// Whether the reader may change the agenda now.
    may_edit: bool,
    /// Whether the reader may write minutes now.
    may_note: bool,
    proposals: Vec<Proposals>,
    /// What was set aside.
    aside: Vec<ItemRow>,
    quorum: Option<Status>,
    there: Vec<There>,
    /// Whether the reader may write down who was there.
    may_mark: bool,
    corrections: Vec<Correction>,
    may_correct: bool,
    /// The meeting of this body that may approve its minutes now.
    approve_at: Option<(String, String)>,
    facts: Vec<(String, String)>,
    join: Option<String>,
    neighbors: Vec<(String, String)>,
    /// What other contexts say about it.
    others: Vec<Block>,
}

web::page!(MeetingPage);

/// The panels of an agenda, with what each proposes.
type Proposed = Vec<(&'static web::Panel, Vec<web::Item>)>;

impl MeetingPage {
    fn to(&self, rest: &str) -> String {
        self.shell.href(&format!("{}{rest}", self.base))
    }
}

/// `GET /p/{partnership}/meetings/{id}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: MeetingId = request.param("id")?;
    let (meeting, others) =
        web::beside(queries::found(&cx, id), web::about(&cx, "meeting", id)).await?;
    // They are asked for beside the record, though only some see them.
    let proposals = proposals(&cx, &meeting);
    let (record, mut proposals) =
        try_join(queries::record(&cx, meeting.clone()).err_into(), proposals).await?;
    if !record.may_take_part() {
        proposals.clear();
    }
    web::page(&request, &page_of(&cx, &record, proposals, others))
}

/// What the contexts would have talked about, as long as the agenda is open.
async fn proposals(cx: &Cx, meeting: &Meeting) -> Result<Proposed, Failure> {
    if meeting.agenda_open().is_err() {
        return Ok(Vec::new());
    }
    web::panel_items(cx, PanelPlace::Agenda).await
}

fn page_of(cx: &Cx, record: &Record, proposals: Proposed, others: Vec<Block>) -> MeetingPage {
    let (shell, base) = (shell(cx, record), base_of(record));
    let meeting = &record.meeting;
    let takes_part = record.may_take_part();
    let may_note = takes_part && meeting.notes_open().is_ok();
    let why = match meeting.state() {
        State::Cancelled { why, .. } => Some(why.to_string()),
        State::Planned | State::UnderWay { .. } | State::Held { .. } => None,
    };
    MeetingPage {
        kicker: record.body.clone(),
        mark: words::mark(&shell, meeting),
        short: short(&shell, record),
        buttons: buttons(&shell, record, &base),
        why,
        owed: record.owed().iter().map(|owed| words::owed(&shell, owed)).collect(),
        items: parts::items(&shell, record),
        total: parts::total(&shell, record),
        may_edit: takes_part && meeting.agenda_open().is_ok(),
        may_note,
        proposals: parts::proposals(&shell, record, proposals),
        aside: parts::aside(&shell, record),
        quorum: parts::quorum(&shell, record),
        there: parts::there(&shell, record),
        may_mark: may_note,
        corrections: parts::corrections(&shell, record),
        may_correct: takes_part && meeting.minutes_wait().is_ok(),
        approve_at: approve_at(&shell, record),
        facts: parts::facts(&shell, record),
        join: meeting.plan_of().link.as_ref().map(ToString::to_string),
        neighbors: neighbors(&shell, record),
        list: format!("/p/{}/meetings", record.place.slug),
        base,
        others,
        shell,
    }
}

pub(super) fn base_of(record: &Record) -> String {
    format!("/p/{}/meetings/{}", record.place.slug, record.meeting.id)
}

/// A page that tells of news.
pub(super) fn shell(cx: &Cx, record: &Record) -> Shell {
    still_shell(cx, record).live(&format!("/p/{}/live", record.place.slug))
}

/// A page whose own script brings news in, or whose reader fills a form.
pub(super) fn still_shell(cx: &Cx, record: &Record) -> Shell {
    let place = &record.place;
    let shell = Shell::new(cx, Some(place), "meetings-title", Section::Meetings);
    let title = shell.t("meetings-title").into_owned();
    let day = shell.date(record.meeting.plan_of().on);
    let name = record.meeting.plan_of().title.as_str();
    let titled = shell.t2("meetings-named", "title", name, "date", day);
    shell.titled(titled).crumb(title, &format!("/p/{}/meetings", place.slug))
}

/// What matters of it, in a few sentences.
pub(super) fn short(shell: &Shell, record: &Record) -> String {
    let when = words::when(shell, &record.meeting);
    let count = i64::try_from(record.listed().count()).unwrap_or(0);
    let key = match record.meeting.state() {
        State::Planned => "meetings-short-planned",
        State::UnderWay { .. } => "meetings-short-under-way",
        State::Cancelled { .. } => "meetings-short-cancelled",
        State::Held { .. } => match record.meeting.minutes() {
            Minutes::None => "meetings-short-held",
            Minutes::Submitted { .. } => "meetings-short-submitted",
            Minutes::Approved { .. } => "meetings-short-approved",
        },
    };
    let outcomes = i64::try_from(record.outcomes.len()).unwrap_or(0);
    let args = [("when", when.into()), ("items", count.into()), ("outcomes", outcomes.into())];
    shell.tn(key, &args)
}

/// What the reader can do now, most likely first.
fn buttons(shell: &Shell, record: &Record, base: &str) -> Vec<(String, String)> {
    let mut all = Vec::new();
    let to = |rest: &str| shell.href(&format!("{base}/{rest}"));
    let under_way = matches!(record.meeting.state(), State::UnderWay { .. } | State::Held { .. });
    if under_way && record.may_take_part() && record.meeting.notes_open().is_ok() {
        all.push((shell.t("minutes-write").into_owned(), to("minutes")));
    }
    let verbs = Verb::ALL.iter().filter(|verb| verb.fits(record).is_ok());
    all.extend(verbs.map(|verb| (words::said(shell, "meetings-verb", verb), to(verb.as_str()))));
    if record.may_keep() && record.meeting.planned().is_ok() {
        all.push((shell.t("meetings-verb-edit").into_owned(), to("edit")));
    }
    all
}

/// The meeting at which the minutes can be approved now, and its title.
fn approve_at(shell: &Shell, record: &Record) -> Option<(String, String)> {
    record.meeting.minutes_wait().ok()?;
    let after = record.neighbors.1.as_ref().filter(|_| record.may_keep())?;
    match after.state() {
        State::UnderWay { .. } | State::Held { .. } => {
            Some((after.id.to_string(), words::when_short(shell, after)))
        }
        State::Planned | State::Cancelled { .. } => None,
    }
}

fn neighbors(shell: &Shell, record: &Record) -> Vec<(String, String)> {
    let link = |key: &str, meeting: &Meeting| {
        let href = shell.href(&format!("/p/{}/meetings/{}", record.place.slug, meeting.id));
        (shell.t1(key, "when", words::when_short(shell, meeting)), href)
    };
    let (before, after) = &record.neighbors;
    let before = before.as_ref().map(|meeting| link("meetings-before", meeting));
    let after = after.as_ref().map(|meeting| link("meetings-after", meeting));
    let slug = &record.place.slug;
    let series = record.meeting.series.map(|series| {
        let href = shell.href(&format!("/p/{slug}/meetings/series/{series}"));
        (shell.t("meetings-series").into_owned(), href)
    });
    let rules = shell.href(&format!("/p/{slug}/meetings/rules/{}", record.meeting.body));
    let rules = (shell.t1("duties-of", "body", record.body.as_str()), rules);
    before.into_iter().chain(after).chain(series).chain([rules]).collect()
}

//! The pages on which something is done with a meeting: one verb each, with what happens, who will
//! know, and whether it can be taken back.

use askama::Template;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Shell};

use super::{base_of, shell, short};
use crate::{
    Error,
    meeting::{
        Meeting, MeetingError, Record, State, agenda::ItemState, commands, parse, queries, words,
    },
};

base::words! {
    /// What can be done with a meeting on a page of its own; also the last part of its address.
    pub(crate) enum Verb {
        /// Open it.
        Begin = "begin",
        /// End it.
        Close = "close",
        /// Give the minutes to the members.
        Submit = "submit",
        /// Post it with its agenda.
        Post = "post",
        /// Note more after its end.
        Reopen = "reopen",
        /// Take the minutes back.
        Withdraw = "withdraw",
        /// Take back that it was called off.
        Restore = "restore",
        /// Call it off.
        Cancel = "cancel",
    }
}

/// The page of one verb.
#[derive(Template)]
#[template(path = "community/meeting_verb.html")]
struct VerbPage {
    shell: Shell,
    form: FormView,
    base: String,
    verb: Verb,
    heading: String,
    title: String,
    short: String,
    /// The items that come back at the next meeting.
    open: Vec<String>,
    what: String,
    knows: String,
    back: String,
    revision: String,
}

web::page!(VerbPage);

impl Verb {
    /// Whether the reader can do this now.
    pub(super) fn fits(self, record: &Record) -> Result<(), Error> {
        if !record.may_keep() {
            return Err(MeetingError::NotYours.into());
        }
        // The rules themselves say it: what they refuse now is not offered.
        let mut meeting = record.meeting.clone();
        let (now, today) = (record.now, record.place.today);
        match self {
            Self::Begin => meeting.begin(now),
            Self::Close => meeting.close(now),
            Self::Submit => meeting.submit(today),
            Self::Post => meeting.post(now),
            Self::Reopen => meeting.reopen(now),
            Self::Withdraw => meeting.withdraw_minutes(),
            Self::Restore => meeting.restore(now),
            Self::Cancel => meeting.planned(),
        }
    }
}

/// `GET /p/{partnership}/meetings/{id}/{verb}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let verb = verb_of(&request)?;
    let record = queries::meeting(&cx, request.param("id")?).await?;
    verb.fits(&record)?;
    web::page(&request, &page_of(shell(&cx, &record), FormView::new(), verb, &record))
}

/// `POST /p/{partnership}/meetings/{id}/{verb}`
pub(crate) async fn act(cx: Cx, request: Request) -> Result<Response, Failure> {
    let verb = verb_of(&request)?;
    let mut input = request.input()?;
    match perform(&cx, &request, verb, &mut input).await {
        Ok(meeting) => {
            let base = format!("/p/{}/meetings/{}", request.param_text("partnership"), meeting.id);
            let path = match meeting.state() {
                State::UnderWay { .. } => format!("{base}/minutes"),
                State::Planned | State::Held { .. } | State::Cancelled { .. } => base,
            };
            Ok(web::redirect(&cx, &path).notice(&format!("meetings-{verb}-notice")))
        }
        Err(failure) if failure.is_form() => again(&cx, &request, verb, &input, failure).await,
        Err(failure) => Err(failure),
    }
}

/// `POST /p/{partnership}/meetings/{id}/approve`
pub(crate) async fn approve(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (target, mut input) = (parse::target(&request)?, request.input()?);
    let at = input.required("at").ok_or_else(|| input.invalid())?;
    let meeting = commands::approve_minutes(&cx, target, at).await?;
    let path = format!("/p/{}/meetings/{}", request.param_text("partnership"), meeting.id);
    Ok(web::redirect(&cx, &path).notice("meetings-approve-notice"))
}

async fn perform(
    cx: &Cx,
    request: &Request,
    verb: Verb,
    input: &mut Input,
) -> Result<Meeting, Failure> {
    let target = parse::target(request)?;
    Ok(match verb {
        Verb::Begin => commands::begin(cx, target).await?,
        Verb::Close => commands::close(cx, target).await?,
        Verb::Submit => commands::submit_minutes(cx, target).await?,
        Verb::Post => commands::post(cx, target).await?,
        Verb::Reopen => commands::reopen(cx, target).await?,
        Verb::Withdraw => commands::withdraw_minutes(cx, target).await?,
        Verb::Restore => commands::restore(cx, target).await?,
        Verb::Cancel => {
            let why = input.required("why").ok_or_else(|| input.invalid())?;
            commands::cancel(cx, target, why).await?
        }
    })
}

/// The form once more with what is wrong.
async fn again(
    cx: &Cx,
    request: &Request,
    verb: Verb,
    input: &Input,
    failure: Failure,
) -> Result<Response, Failure> {
    let record = queries::meeting(cx, request.param("id")?).await?;
    if verb.fits(&record).is_err() {
        return Err(failure);
    }
    let mut shell = shell(cx, &record);
    let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
    Ok(web::page(request, &page_of(shell, form, verb, &record))?.with_status_of(&failure))
}

fn page_of(shell: Shell, form: FormView, verb: Verb, record: &Record) -> VerbPage {
    let said = |prefix: &str| words::said(&shell, prefix, verb);
    let heading = said("meetings-verb");
    let title = shell.title().to_owned();
    let waits = |state: ItemState| matches!(state, ItemState::Open | ItemState::Unfinished);
    let open = record.listed().filter(|item| waits(item.state));
    let open = open.map(|item| words::item_title(&shell, item)).collect();
    VerbPage {
        what: said("meetings-what"),
        knows: said("meetings-knows"),
        back: said("meetings-back"),
        short: short(&shell, record),
        open: if verb == Verb::Close { open } else { Vec::new() },
        base: base_of(record),
        revision: record.meeting.revision.to_string(),
        shell: shell.crumb(title.clone(), &base_of(record)).titled(heading.clone()),
        form,
        verb,
        heading,
        title,
    }
}

fn verb_of(request: &Request) -> Result<Verb, Failure> {
    let last = request.path().rsplit('/').next().unwrap_or_default();
    last.parse().map_err(|_unknown| Error::from(MeetingError::Missing).into())
}

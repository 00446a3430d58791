//! The pages on which something is done with an idea: one topic each.

use askama::Template;
use base::{FieldProblem, OrganizationId};
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Shell};

use super::{base_of, may_press, new, shell, short};
use crate::{
    Error, access,
    idea::{
        Idea, IdeaError, State, Verdict, commands, parse,
        queries::{self, Choices, Record},
    },
    words::{self as plain, Choice},
};

base::words! {
    /// What can be done with it on a page of its own; also the last part of its address.
    pub(crate) enum Verb {
        /// Begin a try.
        Pilot = "pilot",
        /// Say what came of it.
        Result = "result",
        /// Change what it says of itself.
        Edit = "edit",
        /// Open it again.
        Reopen = "reopen",
    }
}

impl Verb {
    /// Whether it can be done now.
    pub(super) fn fits(self, idea: &Idea) -> bool {
        match self {
            Self::Pilot => idea.state == State::Open,
            Self::Result | Self::Edit => idea.is_alive(),
            Self::Reopen => !idea.is_alive(),
        }
    }
}

/// The page of one verb.
#[derive(Template)]
#[template(path = "plan/idea_verb.html")]
struct VerbPage {
    shell: Shell,
    form: FormView,
    base: String,
    verb: Verb,
    heading: String,
    title: String,
    short: String,
    what: String,
    back: String,
    verdicts: Vec<Choice>,
    carriers: Vec<Choice>,
    revision: String,
}

web::page!(VerbPage);

/// `GET /p/{partnership}/ideas/{id}/{verb}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let verb = verb_of(&request)?;
    cx.admits(access::TRY).await?;
    let record = queries::record(&cx, request.param("id")?).await?;
    may(&record, verb)?;
    let own = record.idea.account.owner.to_string();
    let start = (verb == Verb::Pilot).then_some(("carrier", own));
    let page = page_of(shell(&cx, &record), FormView::filled(start), (verb, &record));
    web::page(&request, &page)
}

/// `POST /p/{partnership}/ideas/{id}/{verb}`
pub(crate) async fn act(cx: Cx, request: Request) -> Result<Response, Failure> {
    let verb = verb_of(&request)?;
    let mut input = request.input()?;
    match perform(&cx, &request, verb, &mut input).await {
        Ok(idea) => {
            let path = format!("/p/{}/ideas/{}", request.param_text("partnership"), idea.id);
            Ok(web::redirect(&cx, &path).notice(&format!("ideas-{verb}-notice")))
        }
        Err(failure) if failure.is_form() => again(&cx, &request, verb, &input, failure).await,
        Err(failure) => Err(failure),
    }
}

async fn perform(
    cx: &Cx,
    request: &Request,
    verb: Verb,
    input: &mut Input,
) -> Result<Idea, Failure> {
    let target = parse::target(request)?;
    match verb {
        Verb::Pilot => {
            let own = only(&queries::choices(cx).await?);
            let pilot = parse::pilot(input, own);
            input.check()?;
            let pilot = pilot.ok_or_else(|| input.invalid())?;
            Ok(commands::begin(cx, target, pilot).await?)
        }
        Verb::Result => {
            let result = parse::result(input);
            input.check()?;
            let (verdict, learned) = result.ok_or_else(|| input.invalid())?;
            Ok(commands::conclude(cx, target, verdict, learned).await?)
        }
        Verb::Reopen => {
            let why = input.required("why").ok_or_else(|| input.invalid())?;
            Ok(commands::reopen(cx, target, why).await?)
        }
        Verb::Edit => Err(Error::from(IdeaError::Missing).into()),
    }
}

/// The only organization that may carry a pilot as the reader says.
fn only(choices: &Choices) -> Option<OrganizationId> {
    match new::organizations(choices).as_slice() {
        [(one, _)] => one.parse().ok(),
        _ => None,
    }
}

/// The form once more with what is wrong.
async fn again(
    cx: &Cx,
    request: &Request,
    verb: Verb,
    input: &Input,
    failure: Failure,
) -> Result<Response, Failure> {
    let record = queries::record(cx, request.param("id")?).await?;
    if may(&record, verb).is_err() {
        return Err(failure);
    }
    let mut shell = shell(cx, &record);
    let problems: Vec<FieldProblem> = failure.problems();
    let form = FormView::refused(&mut shell, input.typed(), &problems);
    Ok(web::page(request, &page_of(shell, form, (verb, &record)))?.with_status_of(&failure))
}

fn may(record: &Record, verb: Verb) -> Result<(), Error> {
    if !may_press(record) {
        return Err(IdeaError::NotYours.into());
    }
    if verb.fits(&record.idea) {
        return Ok(());
    }
    Err(match verb {
        Verb::Reopen => IdeaError::NotEnded,
        Verb::Pilot if record.idea.is_alive() => IdeaError::Begun,
        Verb::Pilot | Verb::Result | Verb::Edit => IdeaError::Ended,
    }
    .into())
}

fn page_of(shell: Shell, form: FormView, (verb, record): (Verb, &Record)) -> VerbPage {
    let heading = plain::said(&shell, "ideas-verb", verb);
    let title = record.idea.account.title.to_string();
    let around = Choices { place: record.place.clone(), directory: record.directory.clone() };
    let carriers = new::organizations(&around);
    let mut verdicts = plain::choices(&shell, "ideas-verdict", Verdict::ALL);
    if !record.idea.may_stay() {
        verdicts.retain(|(verdict, _)| *verdict == Verdict::Drop.to_string());
    }
    VerbPage {
        what: plain::said(&shell, "ideas-what", verb),
        back: plain::said(&shell, "ideas-back", verb),
        short: short(&shell, record),
        verdicts,
        carriers: if carriers.len() > 1 { carriers } else { Vec::new() },
        base: base_of(record),
        revision: record.idea.revision.to_string(),
        shell: shell.crumb(title.clone(), &base_of(record)).titled(heading.clone()),
        form,
        verb,
        heading,
        title,
    }
}

fn verb_of(request: &Request) -> Result<Verb, Failure> {
    let last = request.path().rsplit('/').next().unwrap_or_default();
    last.parse().map_err(|_unknown| Error::from(IdeaError::Missing).into())
}

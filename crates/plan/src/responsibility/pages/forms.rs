//! The pages on which a responsibility is answered: one topic each.

use askama::Template;
use base::FieldProblem;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Shell};

use super::{base_of, shell, short};
use crate::{
    Error,
    responsibility::{
        Duty, Responsibility, ResponsibilityError, commands, parse,
        queries::{self, Record},
    },
    words::{self as plain, Choice},
};

base::words! {
    /// What can be done with a responsibility on a page of its own; also the last part of its
    /// address.
    pub(crate) enum Verb {
        /// Agree.
        Accept = "accept",
        /// Answer with another duty.
        Counter = "counter",
        /// Say no.
        Decline = "decline",
        /// Take it back.
        Withdraw = "withdraw",
        /// Lay it down.
        End = "end",
    }
}

impl Verb {
    /// Whether the reader can do this now.
    pub(super) fn fits(self, record: &Record) -> Result<(), Error> {
        let (mut role, hands, today) = (record.role.clone(), record.hands, record.place.today);
        let other = Duty::ALL.iter().copied().find(|duty| *duty != role.duty);
        match self {
            Self::Accept => role.accept(hands, today),
            Self::Decline => role.decline(hands, today),
            Self::Counter => role.counter(other.unwrap_or(role.duty), hands, today),
            Self::Withdraw => role.withdraw(hands, today),
            Self::End => role.end(hands, today),
        }?;
        match self {
            Self::Accept | Self::Counter => Ok(record.item.must_be_open()?),
            Self::Decline | Self::Withdraw | Self::End => Ok(()),
        }
    }
}

/// The page of one verb.
#[derive(Template)]
#[template(path = "plan/responsibility_verb.html")]
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
    duties: Vec<Choice>,
    revision: String,
}

web::page!(VerbPage);

/// `GET /p/{partnership}/responsibilities/{id}/{verb}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let verb = verb_of(&request)?;
    let record = queries::record(&cx, request.param("id")?).await?;
    verb.fits(&record)?;
    web::page(&request, &page_of(shell(&cx, &record), FormView::new(), verb, &record))
}

/// `POST /p/{partnership}/responsibilities/{id}/{verb}`
pub(crate) async fn act(cx: Cx, request: Request) -> Result<Response, Failure> {
    let verb = verb_of(&request)?;
    let mut input = request.input()?;
    match perform(&cx, &request, verb, &mut input).await {
        Ok(role) => {
            let path =
                format!("/p/{}/responsibilities/{}", request.param_text("partnership"), role.id);
            let back = web::redirect(&cx, &path);
            Ok(back.notice(&format!("responsibilities-{verb}-notice")))
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
) -> Result<Responsibility, Failure> {
    let target = parse::target(request)?;
    match verb {
        Verb::Accept => {
            let words = input.optional("words");
            input.check()?;
            Ok(commands::accept(cx, target, words).await?)
        }
        Verb::Withdraw => {
            let words = input.optional("words");
            input.check()?;
            Ok(commands::withdraw(cx, target, words).await?)
        }
        Verb::Counter => {
            let (duty, why) = parse::other_duty(input).ok_or_else(|| input.invalid())?;
            Ok(commands::counter(cx, target, duty, why).await?)
        }
        Verb::Decline => {
            let why = input.required("why").ok_or_else(|| input.invalid())?;
            Ok(commands::decline(cx, target, why).await?)
        }
        Verb::End => {
            let why = input.required("why").ok_or_else(|| input.invalid())?;
            Ok(commands::end(cx, target, why).await?)
        }
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
    if verb.fits(&record).is_err() {
        return Err(failure);
    }
    let mut shell = shell(cx, &record);
    let problems: Vec<FieldProblem> = failure.problems();
    let form = FormView::refused(&mut shell, input.typed(), &problems);
    let page = web::page(request, &page_of(shell, form, verb, &record))?;
    Ok(page.with_status_of(&failure))
}

fn page_of(shell: Shell, form: FormView, verb: Verb, record: &Record) -> VerbPage {
    let heading = plain::said(&shell, "responsibilities-verb", verb);
    let mut duties = plain::choices(&shell, "responsibilities-duty", Duty::ALL);
    duties.retain(|(duty, _)| *duty != record.role.duty.to_string());
    VerbPage {
        what: plain::said(&shell, "responsibilities-what", verb),
        back: plain::said(&shell, "responsibilities-back", verb),
        short: short(&shell, record),
        base: base_of(record),
        title: record.names.of(&record.role),
        revision: record.role.revision.to_string(),
        shell: shell.crumb(record.names.of(&record.role), &base_of(record)).titled(heading.clone()),
        duties,
        form,
        verb,
        heading,
    }
}

fn verb_of(request: &Request) -> Result<Verb, Failure> {
    let last = request.path().rsplit('/').next().unwrap_or_default();
    last.parse().map_err(|_unknown| Error::from(ResponsibilityError::Missing).into())
}

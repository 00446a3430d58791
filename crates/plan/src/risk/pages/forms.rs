//! The pages on which something is done with a risk or an issue: one topic each.

use askama::Template;
use base::FieldProblem;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Shell};

use super::{base_of, shell, short};
use crate::{
    Error, access,
    goal::Item,
    risk::{
        Kind, Risk, RiskError, commands, parse,
        queries::{self, Record},
        words,
    },
    words::{self as plain, Choice},
};

base::words! {
    /// What can be done with it on a page of its own; also the last part of its address.
    pub(crate) enum Verb {
        /// Say that it was looked at.
        Review = "review",
        /// Say that it has happened.
        Happen = "happen",
        /// Say what it threatens.
        Link = "link",
        /// Change what it says of itself.
        Edit = "edit",
        /// Say that it is over.
        Close = "close",
        /// Watch it again.
        Reopen = "reopen",
    }
}

impl Verb {
    /// Whether it can be done now.
    pub(super) fn fits(self, risk: &Risk) -> bool {
        match self {
            Self::Reopen => !risk.is_open(),
            Self::Happen => risk.is_open() && risk.kind == Kind::Risk,
            Self::Review | Self::Link | Self::Edit | Self::Close => risk.is_open(),
        }
    }
}

/// The page of one verb.
#[derive(Template)]
#[template(path = "plan/risk_verb.html")]
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
    likelihoods: Vec<Choice>,
    effects: Vec<Choice>,
    items: Vec<Choice>,
    revision: String,
}

web::page!(VerbPage);

/// `GET /p/{partnership}/risks/{id}/{verb}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let verb = verb_of(&request)?;
    cx.admits(access::WATCH).await?;
    let record = queries::record(&cx, request.param("id")?).await?;
    may(&record, verb)?;
    let weight = record.risk.account.weight;
    let likelihood = weight.likelihood.map(|one| one.number().to_string());
    let start = [("likelihood", likelihood), ("effect", Some(weight.effect.number().to_string()))];
    let start = start.into_iter().filter_map(|(name, value)| Some((name, value?)));
    let form = FormView::filled(start);
    web::page(&request, &page_of(&cx, shell(&cx, &record), form, (verb, &record)).await?)
}

/// `POST /p/{partnership}/risks/{id}/{verb}`
pub(crate) async fn act(cx: Cx, request: Request) -> Result<Response, Failure> {
    let verb = verb_of(&request)?;
    let mut input = request.input()?;
    match perform(&cx, &request, verb, &mut input).await {
        Ok(risk) => Ok(back(&cx, &request, &risk).notice(&format!("risks-{verb}-notice"))),
        Err(failure) if failure.is_form() => again(&cx, &request, verb, &input, failure).await,
        Err(failure) => Err(failure),
    }
}

/// `POST /p/{partnership}/risks/{id}/unlink`
pub(crate) async fn unlink(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (target, mut input) = (parse::target(&request)?, request.input()?);
    let item = input.required("item").ok_or_else(|| input.invalid())?;
    let risk = commands::unlink(&cx, target, item).await?;
    Ok(back(&cx, &request, &risk).notice("risks-unlink-notice"))
}

async fn perform(
    cx: &Cx,
    request: &Request,
    verb: Verb,
    input: &mut Input,
) -> Result<Risk, Failure> {
    let target = parse::target(request)?;
    match verb {
        Verb::Review => {
            let (weight, next) = (parse::weight(input, None), input.required("review_on"));
            let words = input.optional("words");
            input.check()?;
            let looked = weight.zip(next).ok_or_else(|| input.invalid())?;
            Ok(commands::review(cx, target, looked, words).await?)
        }
        Verb::Happen | Verb::Reopen => {
            let words = input.optional("words");
            input.check()?;
            if verb == Verb::Happen {
                return Ok(commands::happen(cx, target, words).await?);
            }
            Ok(commands::reopen(cx, target, words).await?)
        }
        Verb::Link => {
            let item = input.required("item").ok_or_else(|| input.invalid())?;
            Ok(commands::link(cx, target, item).await?)
        }
        Verb::Close => {
            let words = input.required("words").ok_or_else(|| input.invalid())?;
            Ok(commands::close(cx, target, words).await?)
        }
        Verb::Edit => Err(Error::from(RiskError::Missing).into()),
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
    let page = page_of(cx, shell, form, (verb, &record)).await?;
    Ok(web::page(request, &page)?.with_status_of(&failure))
}

fn may(record: &Record, verb: Verb) -> Result<(), Error> {
    let risk = &record.risk;
    let standing = &record.place.standing;
    access::proposes_for(standing, risk.account.owner).ok_or(RiskError::NotYours)?;
    if verb.fits(risk) {
        return Ok(());
    }
    risk.must_be_open()?;
    Err(match verb {
        Verb::Reopen => RiskError::NotClosed,
        Verb::Happen | Verb::Review | Verb::Link | Verb::Edit | Verb::Close => {
            RiskError::HappenedAlready
        }
    }
    .into())
}

async fn page_of(
    cx: &Cx,
    shell: Shell,
    form: FormView,
    (verb, record): (Verb, &Record),
) -> Result<VerbPage, Failure> {
    let heading = plain::said(&shell, "risks-verb", verb);
    let title = record.risk.account.title.to_string();
    let items = if verb == Verb::Link { queries::choices(cx).await?.items } else { Vec::new() };
    let fits = |item: &&Item| record.threatens.iter().all(|(id, ..)| *id != item.id);
    let choice = |item: &Item| {
        let layer = plain::said(&shell, "goals-layer", item.layer);
        (item.id.to_string(), format!("{layer}: {}", item.aim.title))
    };
    let asks = record.risk.kind == Kind::Risk;
    Ok(VerbPage {
        what: plain::said(&shell, "risks-what", verb),
        back: plain::said(&shell, "risks-back", verb),
        short: short(&shell, record),
        likelihoods: if asks { words::grades(&shell, "risks-likelihood") } else { Vec::new() },
        effects: words::grades(&shell, "risks-effect"),
        items: items.iter().filter(fits).map(choice).collect(),
        base: base_of(record),
        revision: record.risk.revision.to_string(),
        shell: shell.crumb(title.clone(), &base_of(record)).titled(heading.clone()),
        form,
        verb,
        heading,
        title,
    })
}

fn verb_of(request: &Request) -> Result<Verb, Failure> {
    let last = request.path().rsplit('/').next().unwrap_or_default();
    last.parse().map_err(|_unknown| Error::from(RiskError::Missing).into())
}

fn back(cx: &Cx, request: &Request, risk: &Risk) -> Response {
    web::redirect(cx, &format!("/p/{}/risks/{}", request.param_text("partnership"), risk.id))
}

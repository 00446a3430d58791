//! The pages on which an event is called off, or that is taken back.

use askama::Template;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Shell};

use super::{base_of, shell, short};
use crate::{
    Error,
    gathering::{Gathering, GatheringError, Record, commands, parse, queries},
    meeting::words::said,
};

base::words! {
    /// What can be done with an event on a page of its own; also the last part of its address.
    pub(crate) enum Verb {
        /// Take back that it was called off.
        Restore = "restore",
        /// Call it off.
        Cancel = "cancel",
    }
}

/// The page of one verb.
#[derive(Template)]
#[template(path = "community/gathering_verb.html")]
struct VerbPage {
    shell: Shell,
    form: FormView,
    base: String,
    verb: Verb,
    heading: String,
    title: String,
    short: String,
    what: String,
    knows: String,
    back: String,
    revision: String,
}

web::page!(VerbPage);

impl Verb {
    /// Whether the reader can do this now.
    pub(super) fn fits(self, record: &Record) -> Result<(), Error> {
        if !record.may_host() {
            return Err(GatheringError::NotHost.into());
        }
        match self {
            Self::Restore => record.gathering.clone().restore(record.now),
            Self::Cancel => super::forms::changeable(record),
        }
    }
}

/// `GET /p/{partnership}/events/{id}/{verb}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let verb = verb_of(&request)?;
    let record = queries::gathering(&cx, request.param("id")?).await?;
    verb.fits(&record)?;
    web::page(&request, &page_of(shell(&cx, &record), FormView::new(), verb, &record))
}

/// `POST /p/{partnership}/events/{id}/{verb}`
pub(crate) async fn act(cx: Cx, request: Request) -> Result<Response, Failure> {
    let verb = verb_of(&request)?;
    let mut input = request.input()?;
    match perform(&cx, &request, verb, &mut input).await {
        Ok(gathering) => {
            let path = format!("/p/{}/events/{}", request.param_text("partnership"), gathering.id);
            Ok(web::redirect(&cx, &path).notice(&format!("gatherings-{verb}-notice")))
        }
        Err(failure) if failure.is_form() => {
            let record = queries::gathering(&cx, request.param("id")?).await?;
            if verb.fits(&record).is_err() {
                return Err(failure);
            }
            let mut shell = shell(&cx, &record);
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            let page = page_of(shell, form, verb, &record);
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

async fn perform(
    cx: &Cx,
    request: &Request,
    verb: Verb,
    input: &mut Input,
) -> Result<Gathering, Failure> {
    let target = parse::target(request)?;
    Ok(match verb {
        Verb::Restore => commands::restore(cx, target).await?,
        Verb::Cancel => {
            let why = input.required("why").ok_or_else(|| input.invalid())?;
            commands::cancel(cx, target, why).await?
        }
    })
}

fn page_of(shell: Shell, form: FormView, verb: Verb, record: &Record) -> VerbPage {
    let heading = said(&shell, "gatherings-verb", verb);
    let title = shell.title().to_owned();
    VerbPage {
        what: said(&shell, "gatherings-what", verb),
        knows: said(&shell, "gatherings-knows", verb),
        back: said(&shell, "gatherings-back", verb),
        short: short(&shell, record),
        base: base_of(record),
        revision: record.gathering.revision.to_string(),
        shell: shell.crumb(title.clone(), &base_of(record)).titled(heading.clone()),
        form,
        verb,
        heading,
        title,
    }
}

fn verb_of(request: &Request) -> Result<Verb, Failure> {
    let last = request.path().rsplit('/').next().unwrap_or_default();
    last.parse().map_err(|_unknown| Error::from(GatheringError::Missing).into())
}

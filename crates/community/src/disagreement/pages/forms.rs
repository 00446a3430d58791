//! The pages on which something is done with a disagreement: one topic each.

use askama::Template;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Shell};

use super::{path_of, shell, way_key};
use crate::{
    Error,
    disagreement::{
        DisagreementError, DisagreementId, Settlement, State, Way,
        commands::{self, Target},
        queries::{self, Record},
    },
};

base::words! {
    /// What can be done with a disagreement on a page of its own; also the last part of its
    /// address.
    pub(crate) enum Verb {
        /// Say how one's organization sees it.
        View = "view",
        /// Say how it was settled.
        Settle = "settle",
        /// Open it again.
        Reopen = "reopen",
        /// Take it back.
        Withdraw = "withdraw",
    }
}

/// The page of one verb.
#[derive(Template)]
#[template(path = "community/disagreement_verb.html")]
struct VerbPage {
    shell: Shell,
    form: FormView,
    verb: Verb,
    action: String,
    cancel: String,
    question: String,
    revision: String,
    /// The parties for which the reader speaks, when there are several.
    parties: Vec<(String, String)>,
    ways: Vec<(String, String)>,
    what: String,
    knows: String,
    back: String,
    button: String,
}

web::page!(VerbPage);

impl Verb {
    /// Whether the reader can do this now.
    pub(super) fn fits(self, record: &Record) -> Result<(), DisagreementError> {
        let one = &record.one;
        let may = match self {
            Self::View if record.mine().is_empty() => return Err(DisagreementError::NotParty),
            Self::View => true,
            Self::Settle | Self::Reopen => record.may_settle(),
            Self::Withdraw => record.may_withdraw(),
        };
        if !may {
            return Err(DisagreementError::NotYours);
        }
        match self {
            Self::View | Self::Settle | Self::Withdraw => one.is_open(),
            Self::Reopen if one.state() == State::Open => Err(DisagreementError::NotOver),
            Self::Reopen => Ok(()),
        }
    }
}

/// `GET /p/{partnership}/disagreements/{id}/{verb}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let verb = verb_of(&request)?;
    let record = queries::disagreement(&cx, request.param("id")?).await?;
    verb.fits(&record).map_err(Error::from)?;
    let form = FormView::filled(filled(&record, verb));
    web::page(&request, &page_of(shell(&cx, &record), form, verb, &record))
}

/// `POST /p/{partnership}/disagreements/{id}/{verb}`
pub(crate) async fn act(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (verb, mut input) = (verb_of(&request)?, request.input()?);
    match perform(&cx, &request, verb, &mut input).await {
        Ok(id) => {
            let back = web::redirect(&cx, &path_of(&request, id));
            Ok(back.notice(&format!("disagreements-{verb}-notice")))
        }
        Err(failure) if failure.is_form() => {
            let record = queries::disagreement(&cx, request.param("id")?).await?;
            if verb.fits(&record).is_err() {
                return Err(failure);
            }
            let mut shell = shell(&cx, &record);
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            Ok(web::page(&request, &page_of(shell, form, verb, &record))?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

async fn perform(
    cx: &Cx,
    request: &Request,
    verb: Verb,
    input: &mut Input,
) -> Result<DisagreementId, Failure> {
    let target = Target { id: request.param("id")?, seen: request.revision()? };
    let one = match verb {
        Verb::View => {
            let (organization, view) = (input.optional("organization"), input.required("view"));
            input.check()?;
            let view = view.ok_or_else(|| input.invalid())?;
            commands::say(cx, target, organization, view).await?
        }
        Verb::Settle => commands::settle(cx, target, settlement(input)?).await?,
        Verb::Reopen | Verb::Withdraw => {
            let why = input.required("why");
            input.check()?;
            let why = why.ok_or_else(|| input.invalid())?;
            match verb {
                Verb::Reopen => commands::reopen(cx, target, why).await?,
                Verb::View | Verb::Settle | Verb::Withdraw => {
                    commands::withdraw(cx, target, why).await?
                }
            }
        }
    };
    Ok(one.id)
}

/// How it was settled, from a form or a JSON body.
pub(crate) fn settlement(input: &mut Input) -> Result<Settlement, Failure> {
    let (way, outcome) = (input.required("way"), input.required("outcome"));
    let on = input.required("on");
    input.check()?;
    match (way, outcome, on) {
        (Some(way), Some(outcome), Some(on)) => Ok(Settlement { way, outcome, on }),
        (None | Some(_), _, _) => Err(input.invalid().into()),
    }
}

fn page_of(shell: Shell, form: FormView, verb: Verb, record: &Record) -> VerbPage {
    let one = &record.one;
    let base = format!("/p/{}/disagreements/{}", record.place.slug, one.id);
    let said = |part: &str| shell.t(&format!("disagreements-{verb}-{part}")).into_owned();
    let heading = shell.t(&format!("disagreements-verb-{verb}")).into_owned();
    let mine = record.mine();
    let name = |of: &base::OrganizationId| (of.to_string(), record.directory.name(*of).to_owned());
    let way = |way: &Way| (way.to_string(), shell.t(&way_key(*way)).into_owned());
    VerbPage {
        action: format!("{base}/{verb}"),
        question: one.question.to_string(),
        revision: one.revision.to_string(),
        parties: if mine.len() > 1 { mine.iter().map(name).collect() } else { Vec::new() },
        ways: Way::ALL.iter().map(way).collect(),
        what: said("what"),
        knows: said("knows"),
        back: said("back"),
        button: heading.clone(),
        shell: shell.crumb(one.question.to_string(), &base).titled(heading),
        cancel: base,
        form,
        verb,
    }
}

fn filled(record: &Record, verb: Verb) -> Vec<(&'static str, String)> {
    match verb {
        Verb::View => {
            let mine = record.mine().first().copied();
            let party = record.one.parties.iter().find(|party| Some(party.organization) == mine);
            let view = party.and_then(|party| party.view.as_ref());
            view.map(|view| ("view", view.to_string())).into_iter().collect()
        }
        Verb::Settle => vec![("on", record.place.today.to_string())],
        Verb::Reopen | Verb::Withdraw => Vec::new(),
    }
}

fn verb_of(request: &Request) -> Result<Verb, Failure> {
    let last = request.path().rsplit('/').next().unwrap_or_default();
    last.parse().map_err(|_unknown| Error::from(DisagreementError::Missing).into())
}

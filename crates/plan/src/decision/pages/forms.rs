//! The pages on which something is done with a decision: one topic each.

use askama::Template;
use base::FieldProblem;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Shell};

use super::{base_of, shell, short};
use crate::{
    Error, access,
    decision::{
        Decision, DecisionError, Record, State, Way, commands,
        count::{Method, Stance},
        parse, queries, words,
    },
    words::{self as plain, Choice},
};

base::words! {
    /// What can be done with a decision on a page of its own; also the last part of its address.
    pub(crate) enum Verb {
        /// Give a position.
        Position = "position",
        /// Put it to those who may answer.
        Put = "put",
        /// Change the proposal and begin a new round.
        Amend = "amend",
        /// End it.
        Close = "close",
        /// Take the question back.
        Withdraw = "withdraw",
    }
}

/// The page of one verb.
#[derive(Template)]
#[template(path = "plan/decision_verb.html")]
struct VerbPage {
    shell: Shell,
    form: FormView,
    base: String,
    verb: Verb,
    method: Method,
    heading: String,
    title: String,
    short: String,
    /// What is on the table.
    proposal: Option<String>,
    options: Vec<Choice>,
    /// Those for whom the reader answers, when there are several.
    voters: Vec<Choice>,
    stances: Vec<Choice>,
    /// The places of a ranking: its label and the option chosen so far.
    places: Vec<(String, String)>,
    /// What would come of it now, when the reader may know.
    preview: Option<String>,
    roll: Vec<String>,
    what: String,
    knows: String,
    back: String,
    revision: String,
    round: usize,
}

web::page!(VerbPage);

impl Verb {
    /// Whether the reader can do this now.
    pub(super) fn fits(self, record: &Record) -> Result<(), Error> {
        let decision = &record.decision;
        let open = matches!(decision.state(), State::Open);
        let state = decision.state().name();
        let is_open = || if open { Ok(()) } else { Err(DecisionError::NotOpen { state }) };
        let holds = || if record.may_hold() { Ok(()) } else { Err(DecisionError::NotYours) };
        match self {
            Self::Position => {
                is_open()?;
                if record.mine.is_empty() {
                    return Err(DecisionError::NotOnRoll.into());
                }
            }
            Self::Put => {
                holds()?;
                if !matches!(decision.state(), State::Draft) {
                    return Err(DecisionError::NotDraft { state }.into());
                }
            }
            Self::Amend => {
                holds()?;
                is_open()?;
                if record.entry.method != Method::Consent {
                    return Err(DecisionError::NoAmendment.into());
                }
            }
            Self::Close => {
                is_open()?;
                if !record.may_close() {
                    return Err(DecisionError::NotYours.into());
                }
                if let Some(due) = record.entry.due
                    && !decision.may_close(record.place.today)
                {
                    return Err(DecisionError::TooEarly { due }.into());
                }
            }
            Self::Withdraw => {
                let draft = matches!(decision.state(), State::Draft);
                if !draft && !open {
                    return Err(DecisionError::Over { state }.into());
                }
                if !(record.may_hold() || draft && record.may_write()) {
                    return Err(DecisionError::NotYours.into());
                }
            }
        }
        Ok(())
    }
}

/// `GET /p/{partnership}/decisions/{id}/{verb}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let verb = verb_of(&request)?;
    let record = queries::decision(&cx, request.param("id")?).await?;
    verb.fits(&record)?;
    let form = FormView::filled(filled(&record, verb, &request.query()));
    web::page(&request, &page_of(shell(&cx, &record), form, verb, &record))
}

/// `POST /p/{partnership}/decisions/{id}/{verb}`
pub(crate) async fn act(cx: Cx, request: Request) -> Result<Response, Failure> {
    let verb = verb_of(&request)?;
    let mut input = request.input()?;
    match perform(&cx, &request, verb, &mut input).await {
        Ok(decision) => {
            let back = web::redirect(&cx, &path_of(&request, &decision));
            Ok(back.notice(&format!("decisions-{verb}-notice")))
        }
        Err(failure) if failure.is_form() => again(&cx, &request, verb, &input, failure).await,
        Err(failure) => Err(failure),
    }
}

/// `POST /p/{partnership}/decisions/{id}/take-back`
pub(crate) async fn take_back(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (target, mut input) = (parse::target(&request)?, request.input()?);
    let voter = input.optional("voter");
    input.check()?;
    let decision = commands::take_back(&cx, target, voter).await?;
    let back = web::redirect(&cx, &path_of(&request, &decision));
    Ok(back.notice("decisions-take-back-notice"))
}

async fn perform(
    cx: &Cx,
    request: &Request,
    verb: Verb,
    input: &mut Input,
) -> Result<Decision, Failure> {
    let target = parse::target(request)?;
    match verb {
        Verb::Position => {
            let (voter, said) = parse::said(input);
            input.check()?;
            Ok(commands::give(cx, target, voter, said).await?)
        }
        Verb::Put => {
            let due = input.required("due").ok_or_else(|| input.invalid())?;
            Ok(commands::put(cx, target, due).await?)
        }
        Verb::Amend => {
            let (text, why) = (input.required("proposal"), input.required("why"));
            let due = input.required("due");
            let (Some(text), Some(why), Some(due)) = (text, why, due) else {
                return Err(input.invalid().into());
            };
            Ok(commands::amend(cx, target, text, why, due).await?)
        }
        Verb::Close => {
            let verdict = parse::verdict(input);
            input.check()?;
            Ok(commands::close(cx, target, verdict).await?)
        }
        Verb::Withdraw => {
            let why = input.required("why").ok_or_else(|| input.invalid())?;
            Ok(commands::withdraw(cx, target, why).await?)
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
    let record = queries::decision(cx, request.param("id")?).await?;
    if verb.fits(&record).is_err() {
        return Err(failure);
    }
    let mut shell = shell(cx, &record);
    let problems: Vec<FieldProblem> = failure.problems();
    let form = FormView::refused(&mut shell, input.typed(), &problems);
    Ok(web::page(request, &page_of(shell, form, verb, &record))?.with_status_of(&failure))
}

fn page_of(shell: Shell, form: FormView, verb: Verb, record: &Record) -> VerbPage {
    let decision = &record.decision;
    let title = decision.question().title.to_string();
    let way = &decision.question().way;
    let said = |prefix: &str| plain::said(&shell, prefix, verb);
    let heading = said("decisions-verb");
    let voter =
        |entry: &crate::decision::RollEntry| (entry.voter.to_string(), record.voter(entry.voter));
    let voters: Vec<Choice> = record.mine.iter().map(voter).collect();
    let counted = decision.count().filter(|_| record.shows_positions());
    let options = way.options().iter().enumerate();
    VerbPage {
        what: said("decisions-what"),
        knows: said("decisions-knows"),
        back: said("decisions-back"),
        short: short(&shell, record),
        proposal: way.text().map(ToString::to_string),
        options: options.map(|(at, title)| ((at + 1).to_string(), title.to_string())).collect(),
        voters: if voters.len() > 1 { voters } else { Vec::new() },
        stances: stances(&shell, way),
        places: places(&shell, &form, way),
        preview: counted.map(|count| words::figures(&shell, &count)),
        roll: record.would_be.iter().map(|entry| record.voter(entry.voter)).collect(),
        base: base_of(record),
        method: record.entry.method,
        revision: decision.revision.to_string(),
        round: decision.rounds().len(),
        shell: shell.crumb(title.clone(), &base_of(record)).titled(heading.clone()),
        form,
        verb,
        heading,
        title,
    }
}

/// What can be said, the friendliest first.
fn stances(shell: &Shell, way: &Way) -> Vec<Choice> {
    let all: Vec<Stance> = match way {
        Way::Proposal { .. } => {
            vec![Stance::Support, Stance::CanLiveWith, Stance::Object, Stance::Abstain]
        }
        Way::Ranked { .. } | Way::Advice { .. } => Vec::new(),
    };
    plain::choices(shell, "decisions-stance", &all)
}

fn places(shell: &Shell, form: &FormView, way: &Way) -> Vec<(String, String)> {
    let Way::Ranked { options, .. } = way else { return Vec::new() };
    let typed = form.values("ranking");
    let place = |at: usize| {
        let label = shell.t1("decisions-place", "place", at + 1);
        (label, typed.get(at).cloned().unwrap_or_default())
    };
    (0..options.len()).map(place).collect()
}

fn filled(record: &Record, verb: Verb, query: &Input) -> Vec<(&'static str, String)> {
    let decision = &record.decision;
    match verb {
        Verb::Position => {
            let voter = query.text("voter").and_then(|voter| voter.parse().ok());
            let voter = voter.or_else(|| record.mine.first().map(|entry| entry.voter));
            let mine = |voter| record.mine.iter().any(|entry| entry.voter == voter);
            let Some(voter) = voter.filter(|voter| mine(*voter)) else { return Vec::new() };
            let mut filled = vec![("voter", voter.to_string())];
            if let Some(given) = decision.position_of(voter) {
                let position = &given.position;
                let words = position.words.as_ref().map(ToString::to_string);
                filled.extend(position.stance().map(|stance| ("stance", stance.to_string())));
                filled.extend(words.map(|words| ("words", words)));
                let ranked = position.ranking().into_iter().flat_map(|all| all.preferred().iter());
                filled.extend(ranked.map(|option| ("ranking", (option + 1).to_string())));
            }
            filled
        }
        Verb::Amend => {
            let text = decision.question().way.text().map(ToString::to_string);
            vec![("proposal", text.unwrap_or_default())]
        }
        Verb::Put | Verb::Close | Verb::Withdraw => Vec::new(),
    }
}

fn verb_of(request: &Request) -> Result<Verb, Failure> {
    let last = request.path().rsplit('/').next().unwrap_or_default();
    last.parse().map_err(|_unknown| Error::from(DecisionError::Missing).into())
}

fn path_of(request: &Request, decision: &Decision) -> String {
    format!("/p/{}/decisions/{}", request.param_text("partnership"), decision.id)
}

/// Who may open the form of a new question.
pub(super) async fn admits(cx: &Cx) -> Result<(), Failure> {
    cx.admits(access::PROPOSE).await?;
    Ok(())
}

//! The form of a question: a new one, one that reopens a closed decision, or a draft.

use askama::Template;
use base::OrganizationId;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use super::forms::admits;
use crate::{
    Error,
    decision::{
        Decision, DecisionError, DecisionId, Electorate, Franchise, Question, Record, State,
        commands,
        count::{Method, Quorum},
        parse,
        queries::{self, Choices},
    },
    words::{self as plain, Choice},
};

/// The form of a question.
#[derive(Template)]
#[template(path = "plan/decision_form.html")]
struct QuestionPage {
    shell: Shell,
    form: FormView,
    /// Sent with the form, so that a second send makes no second question.
    once: String,
    action: String,
    cancel: String,
    hint: String,
    /// The method; without one the page lets the reader choose.
    method: Option<Method>,
    /// The methods with their addresses and what they mean.
    methods: Vec<(String, String, String)>,
    supersedes: Option<(String, String)>,
    franchises: Vec<Choice>,
    bodies: Vec<Choice>,
    quorums: Vec<Choice>,
    partners: Vec<Choice>,
    owners: Vec<Choice>,
    revision: String,
}

web::page!(QuestionPage);

/// What the form is for.
enum For {
    New,
    Reopening(Box<Record>),
    Draft(Box<Record>),
}

/// `GET /p/{partnership}/decisions/new`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    admits(&cx).await?;
    let (choices, input) = (queries::choices(&cx).await?, request.query());
    let purpose = purpose(&cx, &input).await?;
    let mut values: Vec<(String, String)> = match &purpose {
        For::Reopening(record) => filled(record.decision.question()),
        For::New | For::Draft(_) => {
            let defaults = [("franchise", "organization"), ("quorum", "half")];
            defaults.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec()
        }
    };
    values.retain(|(name, _)| input.text(name).is_none());
    values.extend(input.typed());
    let shell = shell(&cx, &choices, &purpose);
    web::page(&request, &page_of(&cx, shell, FormView::filled(values), &choices, &purpose, &input))
}

/// `POST /p/{partnership}/decisions/new`
pub(crate) async fn take(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let choices = queries::choices(&cx).await?;
    match propose(&cx, &mut input, &choices).await {
        Ok(decision) => {
            let path = format!("/p/{}/decisions/{}", choices.place.slug, decision.id);
            Ok(web::redirect(&cx, &path).notice("decisions-proposed-notice"))
        }
        Err(failure) if failure.is_form() => {
            let purpose = purpose(&cx, &input).await?;
            again(&cx, &request, &input, &failure, (&choices, &purpose))
        }
        Err(failure) => Err(failure),
    }
}

/// `GET /p/{partnership}/decisions/{id}/edit`
pub(crate) async fn edit(cx: Cx, request: Request) -> Result<Response, Failure> {
    admits(&cx).await?;
    let choices = queries::choices(&cx).await?;
    let purpose = draft(&cx, &request).await?;
    let values = match &purpose {
        For::Draft(record) => filled(record.decision.question()),
        For::New | For::Reopening(_) => Vec::new(),
    };
    let (shell, input) = (shell(&cx, &choices, &purpose), request.query());
    web::page(&request, &page_of(&cx, shell, FormView::filled(values), &choices, &purpose, &input))
}

/// `POST /p/{partnership}/decisions/{id}/edit`
pub(crate) async fn revise(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let choices = queries::choices(&cx).await?;
    match change(&cx, &request, &mut input, &choices).await {
        Ok(decision) => {
            let path = format!("/p/{}/decisions/{}", choices.place.slug, decision.id);
            Ok(web::redirect(&cx, &path).notice("decisions-revised-notice"))
        }
        Err(failure) if failure.is_form() => {
            let Ok(purpose) = draft(&cx, &request).await else { return Err(failure) };
            again(&cx, &request, &input, &failure, (&choices, &purpose))
        }
        Err(failure) => Err(failure),
    }
}

async fn propose(cx: &Cx, input: &mut Input, choices: &Choices) -> Result<Decision, Failure> {
    let old = input.optional::<DecisionId>("supersedes");
    let question = question(input, choices)?;
    Ok(match old {
        Some(old) => commands::supersede(cx, old, question).await?,
        None => commands::propose(cx, question).await?,
    })
}

async fn change(
    cx: &Cx,
    request: &Request,
    input: &mut Input,
    choices: &Choices,
) -> Result<Decision, Failure> {
    let question = question(input, choices)?;
    Ok(commands::revise(cx, parse::target(request)?, question).await?)
}

fn question(input: &mut Input, choices: &Choices) -> Result<Question, Failure> {
    let own = match choices.owners.as_slice() {
        [one] => Some(*one),
        _ => None,
    };
    let question = parse::question(input, own);
    input.check()?;
    question.ok_or_else(|| input.invalid().into())
}

/// The form once more with what is wrong.
fn again(
    cx: &Cx,
    request: &Request,
    input: &Input,
    failure: &Failure,
    (choices, purpose): (&Choices, &For),
) -> Result<Response, Failure> {
    let mut shell = shell(cx, choices, purpose);
    let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
    let page = web::page(request, &page_of(cx, shell, form, choices, purpose, input))?;
    Ok(page.with_status_of(failure))
}

async fn purpose(cx: &Cx, input: &Input) -> Result<For, Failure> {
    let Some(old) = input.text("supersedes").and_then(|id| id.parse().ok()) else {
        return Ok(For::New);
    };
    let record = queries::decision(cx, old).await?;
    if record.decision.closing().is_none() {
        return Err(Error::from(DecisionError::NotClosed).into());
    }
    Ok(For::Reopening(Box::new(record)))
}

async fn draft(cx: &Cx, request: &Request) -> Result<For, Failure> {
    let record = queries::decision(cx, request.param("id")?).await?;
    if !record.may_write() {
        return Err(Error::from(DecisionError::NotYours).into());
    }
    let state = record.decision.state().name();
    match record.decision.state() {
        State::Draft => Ok(For::Draft(Box::new(record))),
        State::Open | State::Closed(_) | State::Withdrawn { .. } => {
            Err(Error::from(DecisionError::NotDraft { state }).into())
        }
    }
}

fn shell(cx: &Cx, choices: &Choices, purpose: &For) -> Shell {
    let place = &choices.place;
    let key = match purpose {
        For::New => "decisions-ask",
        For::Reopening(_) => "decisions-verb-reopen",
        For::Draft(_) => "decisions-verb-edit",
    };
    let shell = Shell::new(cx, Some(place), key, Section::Plan);
    let crumb = shell.t("decisions-title").into_owned();
    shell.crumb(crumb, &format!("/p/{}/decisions", place.slug))
}

fn page_of(
    cx: &Cx,
    shell: Shell,
    form: FormView,
    choices: &Choices,
    purpose: &For,
    input: &Input,
) -> QuestionPage {
    let list = format!("/p/{}/decisions", choices.place.slug);
    let typed = input.text("method").and_then(|method| method.parse().ok());
    let (action, cancel, method, revision) = match purpose {
        For::New => (format!("{list}/new"), list.clone(), typed, String::new()),
        For::Reopening(record) => {
            let old = format!("{list}/{}", record.decision.id);
            (format!("{list}/new"), old, typed.or(Some(record.entry.method)), String::new())
        }
        For::Draft(record) => {
            let own = format!("{list}/{}", record.decision.id);
            let revision = record.decision.revision.to_string();
            (format!("{own}/edit"), own, typed.or(Some(record.entry.method)), revision)
        }
    };
    let supersedes = match purpose {
        For::Reopening(record) => {
            Some((record.decision.id.to_string(), record.entry.title.to_string()))
        }
        For::New | For::Draft(_) => None,
    };
    let name = |of: &OrganizationId| (of.to_string(), choices.directory.name(*of).to_owned());
    let hint = match method {
        Some(method) => plain::said(&shell, "decisions-about", method),
        None => shell.t("decisions-ask-short").into_owned(),
    };
    QuestionPage {
        once: cx.new_id::<DecisionId>().to_string(),
        methods: methods(&shell, &list),
        franchises: plain::choices(&shell, "decisions-franchise", Franchise::ALL),
        bodies: choices.bodies.iter().map(|(id, name)| (id.to_string(), name.clone())).collect(),
        quorums: plain::choices(&shell, "decisions-quorum", Quorum::ALL),
        partners: plain::partners(&choices.directory),
        owners: if choices.owners.len() > 1 {
            choices.owners.iter().map(name).collect()
        } else {
            Vec::new()
        },
        action,
        cancel,
        hint,
        method,
        supersedes,
        revision,
        form,
        shell,
    }
}

/// Every method with its address and what it means.
fn methods(shell: &Shell, list: &str) -> Vec<(String, String, String)> {
    let one = |method: &Method| {
        let pairs = [("method", method.to_string())];
        let href = shell.href(&plain::address(&format!("{list}/new"), &pairs));
        let name = plain::said(shell, "decisions-method", method);
        (name, href, plain::said(shell, "decisions-about", method))
    };
    Method::ALL.iter().map(one).collect()
}

/// A question as its form shows it.
fn filled(question: &Question) -> Vec<(String, String)> {
    let way = &question.way;
    let options: Vec<String> = way.options().iter().map(ToString::to_string).collect();
    let by = way.electorate();
    let mut values = vec![
        ("title", question.title.to_string()),
        ("background", question.background.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("method", way.method().to_string()),
        ("proposal", way.text().map(ToString::to_string).unwrap_or_default()),
        ("options", options.join("\n")),
        ("franchise", by.map(|by| by.franchise().to_string()).unwrap_or_default()),
        ("body", by.and_then(Electorate::body).map(|body| body.to_string()).unwrap_or_default()),
        ("quorum", way.quorum().to_string()),
        ("decider", way.decider().map(|of| of.to_string()).unwrap_or_default()),
        ("owner", question.owner.to_string()),
    ];
    values.extend(way.advisers().iter().map(|of| ("advisers", of.to_string())));
    values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

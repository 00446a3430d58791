//! *Test a request* and *Can we share?*: the answer before anybody asks, with every rule that said yes
//! or no, the no first. A test shares nothing and leaves no record about a person.

use askama::Template;
use base::OrganizationId;
use policy::{Answer, Explained as _};
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use super::{
    Answered, Consented, Line, Path, PathAnswer, Trial, What, said,
    trial::{self, Ground},
};
use crate::{
    AgreementId, access,
    agreement::{
        pages, queries,
        words::{self, Choice},
    },
};

/// The form of a test, and the answer.
#[derive(Template)]
#[template(path = "agreements/test.html")]
struct TestPage {
    shell: Shell,
    form: FormView,
    action: String,
    parties: Vec<Choice>,
    classes: Vec<Choice>,
    purposes: Vec<Choice>,
    roles: Vec<Choice>,
    consents: Vec<Choice>,
    answer: Option<AnswerView>,
}

/// The form of *Can we share?*, and the answer.
#[derive(Template)]
#[template(path = "agreements/path.html")]
struct PathPage {
    shell: Shell,
    form: FormView,
    action: String,
    parties: Vec<Choice>,
    classes: Vec<Choice>,
    purposes: Vec<Choice>,
    answer: Option<AnswerView>,
}

/// An answer with its reasons.
struct AnswerView {
    /// `ok`, `risk` or `off`.
    kind: &'static str,
    heading: String,
    text: String,
    lines: Vec<LineView>,
    owed: Vec<String>,
    /// The document that is missing, and its draft.
    draft: Option<(String, String)>,
}

struct LineView {
    yes: bool,
    what: String,
    said: String,
    law: String,
    clause: Option<(String, String)>,
}

web::page!(TestPage, PathPage);

/// `GET /p/{partnership}/agreements/test`
pub(crate) async fn whole(cx: Cx, request: Request) -> Result<Response, Failure> {
    let ground = trial::ground(&cx).await?;
    let shell = shell(&cx, &ground, "agreements-test");
    let parties = words::partners(&ground.directory);
    let action = format!("/p/{}/agreements/test", ground.place.slug);
    tested(&cx, &request, (shell, action, parties), &ground, None).await
}

/// `GET /p/{partnership}/agreements/{id}/test`
pub(crate) async fn one(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: AgreementId = request.param("id")?;
    let ground = trial::ground(&cx).await?;
    let record = queries::agreement(&cx, id).await?;
    let base = pages::base_of(&record);
    let shell = pages::shell(&cx, &record);
    let heading = shell.t("agreements-test").into_owned();
    let shell = shell.crumb(record.agreement.title.to_string(), &base).titled(heading);
    let signed = record.main().map(|main| main.terms.parties.clone()).unwrap_or_default();
    let parties = words::partners(&ground.directory);
    let is_party = |(party, _): &Choice| signed.iter().any(|id| id.to_string() == *party);
    // Its parties first; one who is none shows that the answer is no.
    let (own, others): (Vec<Choice>, Vec<Choice>) = parties.into_iter().partition(is_party);
    let parties = own.into_iter().chain(others).collect();
    tested(&cx, &request, (shell, format!("{base}/test"), parties), &ground, Some(id)).await
}

async fn tested(
    cx: &Cx,
    request: &Request,
    (mut shell, action, parties): (Shell, String, Vec<Choice>),
    ground: &Ground,
    under: Option<AgreementId>,
) -> Result<Response, Failure> {
    let mut input = request.query();
    let asked = input.names().next().is_some();
    let trial = if asked { read(&mut input, under) } else { None };
    let form = if input.is_fine() {
        FormView::filled(input.typed())
    } else {
        FormView::refused(&mut shell, input.typed(), &Failure::from(input.invalid()).problems())
    };
    let answer = match trial.filter(|_| input.is_fine()) {
        Some(trial) => {
            let answered = trial::test(cx, &trial).await?;
            let answer = answered.decision.answer;
            let (heading, kind) = (words::said(&shell, "agreements-answer", answer), kind(answer));
            let text = shell.t(&answer.message_key()).into_owned();
            Some(view(&shell, &answered, (kind, heading, text)))
        }
        None => None,
    };
    let vocabulary = &ground.vocabulary;
    web::page(
        request,
        &TestPage {
            classes: words::named(&shell, vocabulary.classes()),
            purposes: words::named(&shell, vocabulary.purposes()),
            roles: words::named(&shell, vocabulary.roles()),
            consents: words::choices(&shell, "agreements-consented", Consented::ALL),
            form,
            action,
            parties,
            answer,
            shell,
        },
    )
}

/// `GET /p/{partnership}/agreements/can-we-share`
pub(crate) async fn path(cx: Cx, request: Request) -> Result<Response, Failure> {
    let ground = trial::ground(&cx).await?;
    let mut shell = shell(&cx, &ground, "agreements-path");
    let base = format!("/p/{}/agreements", ground.place.slug);
    let mut input = request.query();
    let asked = input.names().next().is_some();
    let path = if asked { read_path(&mut input) } else { None };
    let form = if input.is_fine() {
        FormView::filled(input.typed())
    } else {
        FormView::refused(&mut shell, input.typed(), &Failure::from(input.invalid()).problems())
    };
    let answer = match path.filter(|_| input.is_fine()) {
        Some(path) => {
            let (answer, answered) = trial::path(&cx, &path).await?;
            let heading = words::said(&shell, "agreements-path-answer", answer);
            let text = words::said(&shell, "agreements-path-text", answer);
            let mut view = view(&shell, &answered, (path_kind(answer), heading, text));
            view.draft = draft(&shell, &base, &path, answer, &answered);
            Some(view)
        }
        None => None,
    };
    let vocabulary = &ground.vocabulary;
    web::page(
        &request,
        &PathPage {
            parties: words::partners(&ground.directory),
            classes: words::named(&shell, vocabulary.classes()),
            purposes: words::named(&shell, vocabulary.purposes()),
            action: format!("{base}/can-we-share"),
            form,
            answer,
            shell,
        },
    )
}

/// The question that a query asks.
pub(crate) fn read(input: &mut Input, under: Option<AgreementId>) -> Option<Trial> {
    let from = input.required::<OrganizationId>("from");
    let to = input.required::<OrganizationId>("to");
    let purpose = input.required::<crate::Name>("purpose");
    let classes = input.all::<crate::Name>("what");
    if classes.is_empty() {
        input.refuse("what", "required", Vec::new());
    }
    let role = input.optional::<crate::Name>("role");
    let consent = input.optional("consent").unwrap_or(Consented::No);
    let form = input.optional("form").unwrap_or(policy::Identifiability::Identified);
    Some(Trial {
        from: from?,
        to: to?,
        classes: classes.iter().map(ToString::to_string).collect(),
        purpose: purpose?.to_string(),
        role: role.map(|role| role.to_string()),
        consent,
        is_trained: !input.flag("untrained"),
        identifiability: form,
        under,
    })
}

/// The question of *Can we share?*
pub(crate) fn read_path(input: &mut Input) -> Option<Path> {
    let from = input.required::<OrganizationId>("from");
    let to = input.required::<OrganizationId>("to");
    let class = input.required::<crate::Name>("what");
    let purpose = input.required::<crate::Name>("purpose");
    Some(Path { from: from?, to: to?, class: class?.to_string(), purpose: purpose?.to_string() })
}

fn shell(cx: &Cx, ground: &Ground, title: &str) -> Shell {
    let place = &ground.place;
    let shell = Shell::new(cx, Some(place), title, Section::Agreements);
    let list = shell.t("agreements-title").into_owned();
    shell.crumb(list, &format!("/p/{}/agreements", place.slug))
}

fn view(
    shell: &Shell,
    answered: &Answered,
    (kind, heading, text): (&'static str, String, String),
) -> AnswerView {
    let lines = said(&answered.decision, &answered.vocabulary);
    let obligations = answered.decision.obligations.iter();
    AnswerView {
        kind,
        heading,
        text,
        lines: lines.iter().map(|line| line_view(shell, answered, line)).collect(),
        owed: obligations.map(|owed| shell.t(&owed.message_key()).into_owned()).collect(),
        draft: None,
    }
}

fn line_view(shell: &Shell, answered: &Answered, line: &Line) -> LineView {
    let clause = line.agreement.and_then(|id| {
        let title = answered.titles.get(&id)?;
        let href = format!("/p/{}/agreements/{id}", answered.place.slug);
        Some((title.to_string(), shell.href(&href)))
    });
    LineView {
        yes: line.may_go,
        what: match &line.what {
            What::Class(Some(class)) => answered.vocabulary.class(class, shell.language()),
            What::Class(None) | What::Cell(_) => shell.t("agreements-unknown-class").into_owned(),
        },
        said: shell.t(&line.key).into_owned(),
        law: line.source().to_owned(),
        clause,
    }
}

/// The agreement that is missing, one click from its draft.
fn draft(
    shell: &Shell,
    base: &str,
    path: &Path,
    answer: PathAnswer,
    answered: &Answered,
) -> Option<(String, String)> {
    let lacks = matches!(answer, PathAnswer::WithAgreement | PathAnswer::WithBoth);
    if !lacks || access::drafts_for(&answered.place.standing).is_none() {
        return None;
    }
    let (from, to) = (path.from.to_string(), path.to.to_string());
    let pairs = [
        ("kind", crate::Kind::DataSharing.to_string()),
        ("parties", from.clone()),
        ("parties", to.clone()),
        ("gives", from),
        ("gets", to),
        ("classes", path.class.clone()),
        ("purposes", path.purpose.clone()),
        ("effective", answered.place.today.to_string()),
    ];
    let href = shell.href(&words::address(&format!("{base}/new"), &pairs));
    Some((shell.t("agreements-path-draft").into_owned(), href))
}

const fn kind(answer: Answer) -> &'static str {
    match answer {
        Answer::Permit => "ok",
        Answer::PermitPartial | Answer::Hold => "risk",
        Answer::Deny => "off",
    }
}

const fn path_kind(answer: PathAnswer) -> &'static str {
    match answer {
        PathAnswer::Yes => "ok",
        PathAnswer::WithConsent
        | PathAnswer::WithAgreement
        | PathAnswer::WithBoth
        | PathAnswer::Review => "risk",
        PathAnswer::No => "off",
    }
}

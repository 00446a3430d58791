//! The register of disagreements for programs.

use serde::{Deserialize, Serialize};
use store::Cx;
use utoipa::ToSchema;
use web::{Failure, Input, Request, Response};

use super::{
    Disagreement, DisagreementId, Party, Step,
    commands::{self, Target},
    find::Filter,
    pages::{
        forms::settlement,
        new::{Origin, opening},
    },
    queries::{self, ON_A_PAGE, Record},
};

/// What puts a disagreement on the register.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DisagreementBody {
    /// The record, or the discussion, that it came from: kind and identifier, such as
    /// `commitment:cmt_…` or `thread:thr_…`; the partnership without it.
    about: Option<String>,
    question: String,
    background: Option<String>,
    /// Those who are at odds, two or more.
    parties: Vec<String>,
    /// How one's own organization sees it.
    view: Option<String>,
    /// For which of one's organizations.
    organization: Option<String>,
}

/// How an organization sees it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ViewBody {
    view: String,
    /// For which of one's organizations.
    organization: Option<String>,
}

/// How it was settled.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SettlementBody {
    /// `agreed`, `compromise`, `decided`, `stepped_back` or `lives_on`.
    way: String,
    outcome: String,
    on: String,
}

/// Why it is opened again or taken back.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TurnBody {
    why: String,
}

/// A disagreement in a list.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct DisagreementLine {
    id: String,
    question: String,
    about: String,
    about_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    thread: Option<String>,
    opened_on: String,
    /// `open`, `settled` or `withdrawn`.
    state: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    way: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    settled_on: Option<String>,
    parties: Vec<PartyView>,
    revision: i64,
}

/// A party, and how it sees the question.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct PartyView {
    organization: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    view: Option<String>,
}

impl DisagreementLine {
    fn of(one: &Disagreement) -> Self {
        let settled = one.settlement();
        let party = |party: &Party| PartyView {
            organization: party.organization.to_string(),
            view: party.view.as_ref().map(ToString::to_string),
        };
        Self {
            id: one.id.to_string(),
            question: one.question.to_string(),
            about: one.about.key(),
            about_name: one.about.name().to_owned(),
            thread: one.thread.map(|thread| thread.to_string()),
            opened_on: one.opened_on.to_string(),
            state: one.state().to_string(),
            way: settled.map(|settled| settled.way.to_string()),
            outcome: settled.map(|settled| settled.outcome.to_string()),
            settled_on: settled.map(|settled| settled.on.to_string()),
            parties: one.parties.iter().map(party).collect(),
            revision: one.revision.0,
        }
    }
}

/// What somebody did with it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct TurnView {
    /// `opened`, `viewed`, `settled`, `reopened` or `withdrawn`.
    act: String,
    person: String,
    organization: String,
    on: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<String>,
}

/// One disagreement.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct DisagreementView {
    #[serde(flatten)]
    line: DisagreementLine,
    #[serde(skip_serializing_if = "Option::is_none")]
    background: Option<String>,
    history: Vec<TurnView>,
}

impl DisagreementView {
    fn of(record: &Record) -> Self {
        let turn = |step: &Step| TurnView {
            act: step.act.to_string(),
            person: step.by.person.to_string(),
            organization: step.by.organization.to_string(),
            on: step.on.to_string(),
            words: step.words.as_ref().map(ToString::to_string),
        };
        Self {
            line: DisagreementLine::of(&record.one),
            background: record.one.background.as_ref().map(ToString::to_string),
            history: record.steps.iter().map(turn).collect(),
        }
    }
}

pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let (filter, after) = Filter::read(&mut input);
    input.check()?;
    let listed = queries::list(&cx, &filter, after.as_deref(), ON_A_PAGE).await?;
    web::listing(&request, &listed.page.map(|one| DisagreementLine::of(&one)))
}

pub(crate) async fn open(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<DisagreementBody>()?;
    let key = input.optional("about");
    input.check()?;
    let origin = Origin::of(&cx, key).await?;
    let one = commands::open(&cx, opening(&mut input, &origin)?).await?;
    let record = queries::disagreement(&cx, one.id).await?;
    let path = format!("/p/{}/disagreements/{}", request.param_text("partnership"), one.id);
    Ok(web::created(&path, &DisagreementView::of(&record))?.etag(one.revision))
}

pub(crate) async fn find(cx: Cx, request: Request) -> Result<Response, Failure> {
    answer(&cx, request.param("id")?).await
}

pub(crate) async fn say(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<ViewBody>()?;
    let (view, organization) = (input.required("view"), input.optional("organization"));
    input.check()?;
    let view = view.ok_or_else(|| input.invalid())?;
    answer(&cx, commands::say(&cx, target(&request)?, organization, view).await?.id).await
}

pub(crate) async fn settle(cx: Cx, request: Request) -> Result<Response, Failure> {
    let settlement = settlement(&mut request.json::<SettlementBody>()?)?;
    answer(&cx, commands::settle(&cx, target(&request)?, settlement).await?.id).await
}

pub(crate) async fn reopen(cx: Cx, request: Request) -> Result<Response, Failure> {
    let why = why(&mut request.json::<TurnBody>()?)?;
    answer(&cx, commands::reopen(&cx, target(&request)?, why).await?.id).await
}

pub(crate) async fn withdraw(cx: Cx, request: Request) -> Result<Response, Failure> {
    let why = why(&mut request.json::<TurnBody>()?)?;
    answer(&cx, commands::withdraw(&cx, target(&request)?, why).await?.id).await
}

fn why(input: &mut Input) -> Result<base::Reason, Failure> {
    let why = input.required("why");
    input.check()?;
    why.ok_or_else(|| input.invalid().into())
}

fn target(request: &Request) -> Result<Target, Failure> {
    Ok(Target { id: request.param("id")?, seen: request.revision()? })
}

async fn answer(cx: &Cx, id: DisagreementId) -> Result<Response, Failure> {
    let record = queries::disagreement(cx, id).await?;
    Ok(web::json(&DisagreementView::of(&record))?.etag(record.one.revision))
}

//! Proposals for programs.

use serde::{Deserialize, Serialize};
use store::Cx;
use utoipa::ToSchema;
use web::{Failure, Request, Response};

use super::{Proposal, ProposalId, Settling, pages::new_proposal, propose, settle, withdraw};
use crate::{
    Error,
    agreement::{DraftError, parse, queries},
};

/// A change that a party proposes.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = AgreementProposalBody)]
pub(crate) struct ProposalBody {
    /// The party.
    organization: String,
    /// `title`, `summary`, `only_if`, `basis`, `body`, `effective`, `ends`, `keeps_days`,
    /// `breach_hours`, `review_months` or `other`.
    part: String,
    /// What would stand there.
    proposed: String,
    reason: String,
}

/// How a proposal is decided.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SettlingBody {
    accepts: bool,
    /// Why; needed when it is declined.
    why: Option<String>,
}

/// A proposal.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = AgreementProposalView)]
pub(crate) struct ProposalView {
    id: String,
    version: i64,
    part: String,
    proposed: String,
    reason: String,
    organization: String,
    at: String,
    /// `open`, `accepted`, `declined` or `withdrawn`.
    fate: String,
    decision: Option<String>,
}

/// The proposals to an agreement.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ProposalsView {
    proposals: Vec<ProposalView>,
}

impl ProposalView {
    fn of(proposal: &Proposal) -> Self {
        let why = proposal.decided.as_ref().and_then(|decided| decided.why.as_ref());
        Self {
            id: proposal.id.to_string(),
            version: proposal.version,
            part: proposal.part.to_string(),
            proposed: proposal.proposed.to_string(),
            reason: proposal.reason.to_string(),
            organization: proposal.organization.to_string(),
            at: proposal.at.rfc3339(),
            fate: proposal.fate.to_string(),
            decision: why.map(ToString::to_string),
        }
    }
}

pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let record = queries::agreement(&cx, request.param("id")?).await?;
    let proposals = record.proposals.iter().map(ProposalView::of).collect();
    web::json(&ProposalsView { proposals })
}

pub(crate) async fn add(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<ProposalBody>()?;
    let target = parse::target(&request)?;
    let new = parse::given(&mut input, new_proposal)?;
    let proposal = propose(&cx, target, new).await?;
    let of = request.param_text("partnership");
    let path = format!("/p/{of}/agreements/{}/proposals/{}", target.id, proposal.id);
    web::created(&path, &ProposalView::of(&proposal))
}

pub(crate) async fn decide(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<SettlingBody>()?;
    let target = parse::target(&request)?;
    let id: ProposalId = request.param("proposal")?;
    let settling = parse::given(&mut input, |input| {
        Some(Settling { proposal: id, accepts: input.flag("accepts"), why: input.optional("why") })
    })?;
    settle(&cx, target, settling).await?;
    one(&cx, &request, id).await
}

pub(crate) async fn take_back(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: ProposalId = request.param("proposal")?;
    withdraw(&cx, parse::target(&request)?, id).await?;
    one(&cx, &request, id).await
}

async fn one(cx: &Cx, request: &Request, id: ProposalId) -> Result<Response, Failure> {
    let record = queries::agreement(cx, request.param("id")?).await?;
    let found = record.proposals.iter().find(|one| one.id == id);
    let proposal = found.ok_or_else(|| Error::from(DraftError::ProposalMissing))?;
    web::json(&ProposalView::of(proposal))
}

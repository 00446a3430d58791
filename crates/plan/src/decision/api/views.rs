//! What programs send and get.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::decision::{
    ActName, Answer, Count, Entry, Given, Record, Round, Step, Way,
    count::{RankedCount, Turnout},
};

/// A question. `consent`, `majority` and `two_thirds` have a `proposal`; `ranked` and `advice` have
/// `options`; `advice` has a `decider` and `advisers`; all others have a `franchise` and a `quorum`.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct QuestionBody {
    title: String,
    background: Option<String>,
    /// `consent`, `majority`, `two_thirds`, `ranked` or `advice`.
    method: String,
    proposal: Option<String>,
    /// In the order in which they are published.
    options: Option<Vec<String>>,
    /// `organization` or `seat`: what counts as one voice.
    franchise: Option<String>,
    /// The body that decides; without one all partners that are members.
    body: Option<String>,
    /// `one`, `third`, `half`, `two_thirds` or `all`.
    quorum: Option<String>,
    decider: Option<String>,
    advisers: Option<Vec<String>>,
    owner: String,
    /// The closed decision that this question reopens.
    supersedes: Option<String>,
}

/// By when positions are due.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PutBody {
    due: String,
}

/// A position: a `stance` to a proposal, a `ranking` of options, or only `words` of advice.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PositionBody {
    /// For which organization or seat; needed by those who may answer for several.
    voter: Option<String>,
    /// `support`, `can_live_with`, `object` or `abstain`; to options `abstain` alone.
    stance: Option<String>,
    /// The numbers of the options from 1, the most preferred first.
    ranking: Option<Vec<u32>>,
    /// Why; an objection and an advice need words.
    words: Option<String>,
    /// The round that the caller saw, from 1.
    round: Option<u32>,
}

/// A proposal that meets objections, and a new round.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AmendBody {
    proposal: String,
    why: String,
    due: String,
}

/// What is said when a question is closed.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct VerdictBody {
    /// The option that was chosen, from 1; on advice.
    choice: Option<u32>,
    /// What was agreed so that the others could live with it.
    compromise: Option<String>,
}

/// Why a question is taken back.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RetractionBody {
    why: String,
}

/// A decision in the log.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct DecisionLine {
    id: String,
    title: String,
    method: String,
    /// `draft`, `open`, `closed` or `withdrawn`.
    state: String,
    owner: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    closed_on: Option<String>,
    /// `adopted`, `not_adopted`, `chosen` or `undecided`.
    #[serde(skip_serializing_if = "Option::is_none")]
    result: Option<String>,
    /// The option that was chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    choice: Option<String>,
    /// How many may answer.
    roll: i64,
    /// How many have, in the last round.
    answered: i64,
    rounds: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    supersedes: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reopened_by: Option<String>,
    /// The day on which the one that reopened it took its place.
    #[serde(skip_serializing_if = "Option::is_none")]
    replaced_on: Option<String>,
    revision: i64,
}

/// A decision with its rounds and its history. Positions of the open round stand in it once the
/// reader has given their own, or it is closed.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct DecisionView {
    #[serde(flatten)]
    line: DecisionLine,
    #[serde(skip_serializing_if = "Option::is_none")]
    background: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    proposal: Option<String>,
    options: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    franchise: Option<String>,
    quorum: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    decider: Option<String>,
    advisers: Vec<String>,
    /// Who may answer; fixed when the question was put.
    voters: Vec<VoterView>,
    /// Whether the positions of the last round are open to the reader.
    positions_shown: bool,
    rounds_given: Vec<RoundView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<CountView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    compromise: Option<String>,
    /// The voters who did not get what they said.
    dissent: Vec<String>,
    /// The commitments that carry it out.
    commitments: Vec<String>,
    history: Vec<DecisionStepView>,
}

/// One who may answer.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct VoterView {
    voter: String,
    organization: String,
}

/// One round with what the reader may see of it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct RoundView {
    #[serde(skip_serializing_if = "Option::is_none")]
    proposal: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<String>,
    since: String,
    due: String,
    answered: usize,
    positions: Vec<PositionView>,
}

/// What somebody said.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct PositionView {
    voter: String,
    by: String,
    on: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    stance: Option<String>,
    /// The numbers of the options from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    ranking: Option<Vec<usize>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<String>,
}

/// The figures of the last round.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct CountView {
    /// How many had to answer.
    needed: usize,
    quorum_met: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    support: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    can_live_with: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    object: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    abstain: Option<usize>,
    /// The rounds of a runoff: how many led each option; nothing for one that went before.
    #[serde(skip_serializing_if = "Option::is_none")]
    runoff: Option<Vec<Vec<Option<usize>>>>,
}

/// One step of a decision's history.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct DecisionStepView {
    number: u32,
    act: String,
    at: String,
    on: String,
    person: String,
    organization: String,
}

impl DecisionLine {
    pub(crate) fn of(entry: &Entry) -> Self {
        let day = |day: Option<base::Date>| day.map(|day| day.to_string());
        Self {
            id: entry.id.to_string(),
            title: entry.title.to_string(),
            method: entry.method.to_string(),
            state: entry.state.to_string(),
            owner: entry.owner.to_string(),
            body: entry.body.map(|body| body.to_string()),
            due: day(entry.due),
            closed_on: day(entry.closed_on),
            result: entry.result.map(|result| result.to_string()),
            choice: entry.choice.as_ref().map(ToString::to_string),
            roll: entry.roll,
            answered: entry.answered,
            rounds: entry.rounds,
            supersedes: entry.supersedes.map(|id| id.to_string()),
            reopened_by: entry.reopened_by.map(|id| id.to_string()),
            replaced_on: day(entry.replaced_on),
            revision: entry.revision.0,
        }
    }
}

impl DecisionView {
    pub(crate) fn of(record: &Record) -> Self {
        let decision = &record.decision;
        let question = decision.question();
        let way: &Way = &question.way;
        let shown = record.shows_positions();
        let voter = |entry: &crate::decision::RollEntry| VoterView {
            voter: entry.voter.to_string(),
            organization: entry.organization.to_string(),
        };
        let rounds = decision.rounds().iter().enumerate();
        let compromise = decision.closing().and_then(|closing| closing.compromise.as_ref());
        Self {
            line: DecisionLine::of(&record.entry),
            background: question.background.as_ref().map(ToString::to_string),
            proposal: way.text().map(ToString::to_string),
            options: way.options().iter().map(ToString::to_string).collect(),
            franchise: way.electorate().map(|by| by.franchise().to_string()),
            quorum: way.quorum().to_string(),
            decider: way.decider().map(|decider| decider.to_string()),
            advisers: way.advisers().iter().map(ToString::to_string).collect(),
            voters: decision.roll().iter().map(voter).collect(),
            positions_shown: shown,
            rounds_given: rounds.map(|(at, round)| RoundView::of(record, at, round)).collect(),
            count: decision.count().filter(|_| shown).map(|count| CountView::of(&count)),
            compromise: compromise.map(ToString::to_string),
            dissent: decision.dissent().iter().map(|given| given.voter.to_string()).collect(),
            commitments: record.parts.iter().map(|part| part.id.to_string()).collect(),
            history: record.visible_steps().map(DecisionStepView::of).collect(),
        }
    }
}

impl RoundView {
    fn of(record: &Record, at: usize, round: &Round) -> Self {
        Self {
            proposal: round.text.as_ref().map(ToString::to_string),
            why: round.why.as_ref().map(ToString::to_string),
            since: round.since.to_string(),
            due: round.due.to_string(),
            answered: round.given.len(),
            positions: record.visible(at, round).into_iter().map(PositionView::of).collect(),
        }
    }
}

impl PositionView {
    fn of(given: &Given) -> Self {
        let position = &given.position;
        let ranking = if let Answer::Ranking(ranking) = &position.answer {
            Some(ranking.preferred().iter().map(|option| option + 1).collect())
        } else {
            None
        };
        Self {
            voter: given.voter.to_string(),
            by: given.by.to_string(),
            on: given.on.to_string(),
            stance: position.stance().map(|stance| stance.to_string()),
            ranking,
            words: position.words.as_ref().map(ToString::to_string),
        }
    }
}

impl CountView {
    fn of(count: &Count) -> Self {
        let turnout = |turnout: &Turnout| Self {
            needed: turnout.needed,
            quorum_met: turnout.is_met(),
            support: None,
            can_live_with: None,
            object: None,
            abstain: None,
            runoff: None,
        };
        match count {
            Count::Proposal(count) => Self {
                support: Some(count.stances.support),
                can_live_with: Some(count.stances.can_live_with),
                object: Some(count.stances.object),
                abstain: Some(count.stances.abstain),
                ..turnout(&count.turnout)
            },
            Count::Ranked(RankedCount { turnout: who, abstained, runoff, .. }) => Self {
                abstain: Some(*abstained),
                runoff: runoff
                    .as_ref()
                    .map(|runoff| runoff.rounds.iter().map(|round| round.leads.clone()).collect()),
                ..turnout(who)
            },
            Count::Advice(who) => turnout(who),
        }
    }
}

impl DecisionStepView {
    fn of(step: &Step) -> Self {
        let act: ActName = step.act.name();
        Self {
            number: step.number,
            act: act.to_string(),
            at: step.voice.at.rfc3339(),
            on: step.voice.on.to_string(),
            person: step.voice.person.to_string(),
            organization: step.voice.organization.to_string(),
        }
    }
}

//! What programs send and get.

use base::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    goal::{Item, Outline, Part, Progress, Reading, Record, Step, progress::Why},
    roadmap::Push,
};

/// An item of the plan. A goal has a `term`, an objective a `yardstick`, a milestone at least one
/// strategy in `serves`; all but goals have `due`, and strategies `starts`.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PlanItemBody)]
pub(crate) struct ItemBody {
    /// `goal`, `objective`, `strategy` or `milestone`.
    layer: String,
    title: String,
    details: Option<String>,
    /// `short` or `long`.
    term: Option<String>,
    yardstick: Option<String>,
    owner: String,
    starts: Option<String>,
    due: Option<String>,
    serves: Option<Vec<String>>,
}

/// What an item says of itself; its dates are moved apart.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AimBody {
    title: String,
    details: Option<String>,
    term: Option<String>,
    yardstick: Option<String>,
    owner: String,
}

/// New dates and why.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DatesBody {
    starts: Option<String>,
    due: Option<String>,
    why: String,
    /// What becomes of that which waits for it, where something would have to move: `push` or
    /// `leave`.
    ripple: Option<String>,
}

/// What an item waits for.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DependencyBody {
    before: String,
    /// So many days lie between at least.
    lag_days: Option<i64>,
}

/// What a move would push.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct PushView {
    item: String,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    from_starts: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from_due: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to_starts: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to_due: Option<String>,
}

/// What an item waits for, with the days between.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct DependencyView {
    before: String,
    lag_days: i64,
}

/// A review.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PlanReviewBody)]
pub(crate) struct ReviewBody {
    words: Option<String>,
}

/// How it ends: `reached`, or `dropped` with `words`.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CloseBody {
    how: String,
    words: Option<String>,
}

/// A reason.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PlanReasonBody)]
pub(crate) struct WhyBody {
    why: String,
}

/// How a person says that it stands: `on_track`, `at_risk`, `off_track`, `done`, `not_started`.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct JudgeBody {
    status: String,
    why: String,
}

/// What it serves.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PlanLinkBody)]
pub(crate) struct LinkBody {
    upper: String,
}

/// A commitment that carries it; when left out, all that name it in words.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CommitmentBody {
    commitment: Option<String>,
}

/// `up` or `down`.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OrderBody {
    direction: String,
}

/// An item of the plan in a list.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct ItemLine {
    id: String,
    layer: String,
    title: String,
    owner: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    term: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    yardstick: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    starts: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<String>,
    /// `open`, `reached` or `dropped`.
    state: String,
    /// What holds: what a person says, or else what is computed.
    status: String,
    /// What is computed, whoever says otherwise.
    computed_status: String,
    /// A word for why it is computed so.
    because: String,
    progress: ProgressView,
    /// What it serves directly.
    serves: Vec<String>,
    /// The day after which a review is due; a goal's.
    #[serde(skip_serializing_if = "Option::is_none")]
    review_due: Option<String>,
    revision: i64,
}

/// What is counted, each once however many ways lead to it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct ProgressView {
    done: u32,
    total: u32,
    milestones_reached: u32,
    milestones_open: u32,
    milestones_overdue: u32,
    commitments_kept: u32,
    commitments_open: u32,
    commitments_late: u32,
    commitments_broken: u32,
    commitments_proposed: u32,
    measures: u32,
    measures_met: u32,
    measures_behind: u32,
    /// How much of the way to their targets its own measures have come, of a hundred.
    #[serde(skip_serializing_if = "Option::is_none")]
    way_percent: Option<i64>,
}

/// A commitment that carries an item, or something that serves it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = PlanPartView)]
pub(crate) struct PartView {
    id: String,
    title: String,
    promiser: String,
    state: String,
    due: String,
    /// Whether it carries the item itself.
    own: bool,
}

/// A measure that says how an item stands, as it was told last.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct ReadingView {
    measure: String,
    title: String,
    /// `reached`, `on_track`, `at_risk`, `off_track`, `not_started` or `no_target`.
    status: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    way_percent: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    latest: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<String>,
}

/// An item of the plan with its history.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = PlanItemView)]
pub(crate) struct ItemView {
    #[serde(flatten)]
    line: ItemLine,
    #[serde(skip_serializing_if = "Option::is_none")]
    details: Option<String>,
    /// The day first agreed.
    #[serde(skip_serializing_if = "Option::is_none")]
    first_due: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    judged: Option<JudgementView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reviewed_on: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    closed_on: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    closed_words: Option<String>,
    /// What serves it directly.
    served_by: Vec<String>,
    /// The commitments attached to it, at most 200; `…/commitments` lists all.
    commitments: Vec<String>,
    /// What it waits for.
    waits_for: Vec<DependencyView>,
    /// The measures that say how it stands.
    measures: Vec<ReadingView>,
    /// What was done with it, the latest first.
    history: Vec<PlanStepView>,
}

/// What a person says of a status.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct JudgementView {
    status: String,
    why: String,
    by: String,
    organization: String,
    on: String,
}

/// One step of an item's history.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct PlanStepView {
    number: i64,
    act: String,
    at: String,
    on: String,
    person: String,
    organization: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
}

impl ItemLine {
    pub(crate) fn of(outline: &Outline, item: &Item, today: Date) -> Self {
        let day = |day: Option<Date>| day.map(|day| day.to_string());
        let standing = outline.standing(item, today);
        Self {
            id: item.id.to_string(),
            layer: item.layer.to_string(),
            title: item.aim.title.to_string(),
            owner: item.aim.owner.to_string(),
            term: item.aim.term.map(|term| term.to_string()),
            yardstick: item.aim.yardstick.as_ref().map(ToString::to_string),
            starts: day(item.span.starts),
            due: day(item.span.due),
            state: item.state.to_string(),
            status: standing.status().to_string(),
            computed_status: standing.computed.to_string(),
            because: word(&standing.why).to_owned(),
            progress: ProgressView::of(&standing.progress),
            serves: outline.above(item.id).map(|upper| upper.id.to_string()).collect(),
            review_due: day(item.review_due()),
            revision: item.revision.0,
        }
    }
}

impl ProgressView {
    fn of(progress: &Progress) -> Self {
        Self {
            done: progress.done(),
            total: progress.total(),
            milestones_reached: progress.reached,
            milestones_open: progress.ahead,
            milestones_overdue: progress.overdue,
            commitments_kept: progress.kept,
            commitments_open: progress.open,
            commitments_late: progress.late,
            commitments_broken: progress.broken,
            commitments_proposed: progress.proposed,
            measures: progress.measures,
            measures_met: progress.met,
            measures_behind: progress.behind,
            way_percent: progress.way_percent,
        }
    }
}

impl PartView {
    pub(crate) fn of(part: &Part, own: bool) -> Self {
        Self {
            id: part.id.to_string(),
            title: part.title.to_string(),
            promiser: part.promiser.to_string(),
            state: part.state.to_string(),
            due: part.due.to_string(),
            own,
        }
    }
}

impl PushView {
    pub(crate) fn of(item: &Item, push: &Push) -> Self {
        let day = |day: Option<Date>| day.map(|day| day.to_string());
        Self {
            item: item.id.to_string(),
            title: item.aim.title.to_string(),
            from_starts: day(push.from.starts),
            from_due: day(push.from.due),
            to_starts: day(push.to.starts),
            to_due: day(push.to.due),
        }
    }
}

impl ReadingView {
    fn of(reading: &Reading) -> Self {
        Self {
            measure: reading.measure.clone(),
            title: reading.title.to_string(),
            status: reading.stand.to_string(),
            way_percent: reading.way_percent,
            latest: reading.latest,
            period: reading.period.clone(),
        }
    }
}

impl ItemView {
    pub(crate) fn of(record: &Record) -> Self {
        let Record { outline, item, .. } = record;
        let day = |day: Option<Date>| day.map(|day| day.to_string());
        let judged = item.judged.as_ref().map(|judged| JudgementView {
            status: judged.status.to_string(),
            why: judged.why.to_string(),
            by: judged.by.to_string(),
            organization: judged.organization.to_string(),
            on: judged.on.to_string(),
        });
        Self {
            line: ItemLine::of(outline, item, record.place.today),
            details: item.aim.details.as_ref().map(ToString::to_string),
            first_due: day(item.first.due),
            judged,
            reviewed_on: day(item.reviewed_on),
            closed_on: day(item.closed_on),
            closed_words: item.closed_words.as_ref().map(ToString::to_string),
            served_by: outline.under(item.id).map(|lower| lower.id.to_string()).collect(),
            commitments: record.own.iter().map(ToString::to_string).collect(),
            waits_for: record
                .dependencies
                .iter()
                .filter(|one| one.after == item.id)
                .map(|one| DependencyView {
                    before: one.before.to_string(),
                    lag_days: one.lag_days,
                })
                .collect(),
            measures: outline.readings(item.id).into_iter().map(ReadingView::of).collect(),
            history: record.steps.iter().map(PlanStepView::of).collect(),
        }
    }
}

impl PlanStepView {
    fn of(step: &Step) -> Self {
        Self {
            number: step.number,
            act: step.act.to_string(),
            at: step.at.rfc3339(),
            on: step.on.to_string(),
            person: step.person.to_string(),
            organization: step.organization.to_string(),
            words: step.words.clone(),
            about: step.about.clone(),
            from: step.from.map(|day| day.to_string()),
            to: step.to.map(|day| day.to_string()),
        }
    }
}

/// A stable word for a reason.
const fn word(why: &Why) -> &'static str {
    match why {
        Why::Reached { .. } => "reached",
        Why::Dropped { .. } => "dropped",
        Why::DayPassed { .. } => "day_passed",
        Why::LongLate { .. } => "long_late",
        Why::ManyLate { .. } => "many_late",
        Why::SomeLate { .. } => "some_late",
        Why::Broken { .. } => "broken",
        Why::MeasureOff { .. } => "measure_off",
        Why::MeasureBehind { .. } => "measure_behind",
        Why::MeasureBelow { .. } => "measure_below",
        Why::MeasuresReached { .. } => "measures_reached",
        Why::MeasureOnTrack { .. } => "measure_on_track",
        Why::Judged { .. } => "judged_below",
        Why::NothingLinked => "nothing_linked",
        Why::StartsLater { .. } => "starts_later",
        Why::NothingDone => "nothing_done",
        Why::AllDone => "all_done",
        Why::NothingLate { .. } => "nothing_late",
    }
}

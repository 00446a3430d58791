//! Measures as programs read them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Measure, State, queries::Found};
use crate::{Findings, Line, Observation, Path, Withdrawal, story::api::StoryView};

/// A measure as lists show it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub(crate) struct MeasureLine {
    /// Its short name in addresses.
    pub slug: String,
    /// What people call it.
    pub title: String,
    /// The code of its place.
    pub place: Option<String>,
    /// The name of its place.
    pub place_name: Option<String>,
    /// `population`, `how_much`, `how_well` or `better_off`.
    pub kind: String,
    /// What the numbers count.
    pub unit: String,
    /// `up`, `down` or `neither`.
    pub direction: String,
    /// `year`, `quarter`, `month` or `day`.
    pub frequency: String,
    /// Who answers for it.
    pub organization: Option<String>,
    /// `reached`, `on_track`, `at_risk`, `off_track`, `not_started` or `no_target`.
    pub status: String,
    /// The latest period with a number.
    pub latest_period: Option<String>,
    /// The latest number; nothing when it is too small to be shown.
    pub latest_value: Option<f64>,
    /// The day of the last target.
    pub target_by: Option<String>,
    /// The last target.
    pub target_value: Option<f64>,
    /// How many numbers there are.
    pub numbers: i64,
    /// When the next number is due.
    pub next_due: Option<String>,
}

/// A target as programs read and send it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TargetView {
    /// By when.
    pub by: String,
    /// The number.
    pub value: f64,
}

/// A measure with its numbers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub(crate) struct MeasureView {
    /// Its identifier.
    pub id: String,
    /// Its short name in addresses.
    pub slug: String,
    /// What people call it.
    pub title: String,
    /// What imports know it by.
    pub code: String,
    /// The code of its place.
    pub place: Option<String>,
    /// The name of its place.
    pub place_name: Option<String>,
    /// `population`, `how_much`, `how_well` or `better_off`.
    pub kind: String,
    /// What the numbers count.
    pub unit: String,
    /// `up`, `down` or `neither`.
    pub direction: String,
    /// `year`, `quarter`, `month` or `day`.
    pub frequency: String,
    /// What exactly it counts.
    pub about: Option<String>,
    /// What is counted.
    pub numerator: Option<String>,
    /// Out of what.
    pub denominator: Option<String>,
    /// Where the numbers come from.
    pub source: Option<String>,
    /// What one should know before one trusts them.
    pub limits: Option<String>,
    /// Who answers for it.
    pub organization: Option<String>,
    /// Who enters its numbers.
    pub keeper: Option<String>,
    /// How many days after the end of a period its number is due.
    pub due_days: Option<u16>,
    /// Counts below this are not shown.
    pub small_count: u32,
    /// The period it started from, when that is not its first number.
    pub baseline_period: Option<String>,
    /// Where it started.
    pub baseline_value: Option<f64>,
    /// Where it should be, by when.
    pub targets: Vec<TargetView>,
    /// `reached`, `on_track`, `at_risk`, `off_track`, `not_started` or `no_target`.
    pub status: String,
    /// Why it is out of use; nothing when it is in use.
    pub retired: Option<String>,
    /// When the next number is due.
    pub next_due: Option<String>,
    /// What the numbers say, in the language of the request.
    pub findings: Vec<String>,
    /// The numbers, the earliest first.
    pub numbers: Vec<NumberView>,
    /// The periods whose number was taken back, the earliest first.
    pub withdrawn: Vec<NumberView>,
    /// What is behind the trend, as it was told last.
    pub story: Option<StoryView>,
    /// The revision of the definition, for `If-Match`.
    pub revision: i64,
}

/// A number as programs read it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub(crate) struct NumberView {
    /// The period: `2026`, `2026-Q1`, `2026-03` or `2026-03-15`.
    pub period: String,
    /// Its first day.
    pub start: String,
    /// Its last day.
    pub end: String,
    /// The number; nothing when it is too small to be shown.
    pub value: Option<f64>,
    /// Whether it is too small to be shown.
    pub hidden: bool,
    /// Where the plan wanted to be.
    pub plan: Option<f64>,
    /// What was counted.
    pub numerator: Option<f64>,
    /// Out of how many.
    pub denominator: Option<f64>,
    /// `first` or `final`; `withdrawn` when it was taken back.
    pub finality: String,
    /// Where it came from.
    pub source: Option<String>,
    /// What one should know about it.
    pub note: Option<String>,
    /// How often it was corrected.
    pub revision: i64,
    /// When it was entered.
    pub at: String,
    /// Why it was corrected.
    pub why: Option<String>,
}

impl MeasureLine {
    pub(crate) fn of(line: &Line) -> Self {
        Self {
            slug: line.slug.clone(),
            title: line.title.to_string(),
            place: Some(line.place.clone()).filter(|place| !place.is_empty()),
            place_name: line.place_name.clone(),
            kind: line.kind.to_string(),
            unit: line.unit.to_string(),
            direction: line.direction.to_string(),
            frequency: line.frequency.to_string(),
            organization: line.organization.map(|one| one.to_string()),
            status: line.status.to_string(),
            latest_period: line.latest.map(|(period, _)| period.to_string()),
            latest_value: line.latest.and_then(|(_, value)| value),
            target_by: line.target.map(|target| target.by.to_string()),
            target_value: line.target.map(|target| target.value),
            numbers: line.observed,
            next_due: line.next_due.map(|due| due.to_string()),
        }
    }
}

impl MeasureView {
    pub(crate) fn of(
        found: &Found,
        findings: &Findings,
        say: impl Fn(&crate::Sentence) -> String,
    ) -> Self {
        let (measure, observations) = (&found.measure, &found.observations);
        let definition = &measure.definition;
        let path = Path::of(definition, observations);
        let place = definition.place.as_ref();
        let text = |value: Option<&dyn std::fmt::Display>| value.map(ToString::to_string);
        Self {
            id: measure.id.to_string(),
            slug: measure.slug.clone(),
            title: definition.title.to_string(),
            code: definition.code.to_string(),
            place: place.map(|place| place.code.to_string()),
            place_name: place.and_then(|place| place.name.as_ref()).map(ToString::to_string),
            kind: definition.kind.to_string(),
            unit: definition.unit.to_string(),
            direction: definition.direction.to_string(),
            frequency: definition.frequency.to_string(),
            about: text(definition.about.as_ref().map(|one| one as _)),
            numerator: text(definition.numerator.as_ref().map(|one| one as _)),
            denominator: text(definition.denominator.as_ref().map(|one| one as _)),
            source: text(definition.source.as_ref().map(|one| one as _)),
            limits: text(definition.limits.as_ref().map(|one| one as _)),
            organization: definition.organization.map(|one| one.to_string()),
            keeper: definition.keeper.map(|one| one.to_string()),
            due_days: definition.due_days,
            small_count: definition.small_count,
            baseline_period: definition.baseline.map(|one| one.period.to_string()),
            baseline_value: definition.baseline.map(|one| one.value),
            targets: definition
                .targets
                .iter()
                .map(|target| TargetView { by: target.by.to_string(), value: target.value })
                .collect(),
            status: measure.summary.status.to_string(),
            retired: match &measure.state {
                State::Active => None,
                State::Retired { why, .. } => Some(why.to_string()),
            },
            next_due: measure.summary.next_due.map(|due| due.to_string()),
            findings: findings.short.iter().map(say).collect(),
            numbers: observations
                .iter()
                .map(|number| NumberView::of(measure, path.as_ref(), number))
                .collect(),
            withdrawn: found.withdrawn.iter().map(NumberView::withdrawn).collect(),
            story: found.story.as_ref().map(StoryView::of),
            revision: measure.revision.0,
        }
    }
}

impl NumberView {
    pub(crate) fn of(measure: &Measure, path: Option<&Path>, number: &Observation) -> Self {
        let hidden = measure.definition.hides(number);
        let shown = |value: Option<f64>| value.filter(|_| !hidden);
        Self {
            period: number.period.to_string(),
            start: number.period.start().to_string(),
            end: number.period.end().to_string(),
            value: shown(Some(number.value)),
            hidden,
            plan: path.and_then(|path| path.at(number.period)).map(rounded),
            numerator: shown(number.numerator),
            denominator: shown(number.denominator),
            finality: number.finality.to_string(),
            source: number.source.as_ref().map(ToString::to_string),
            note: number.note.as_ref().map(ToString::to_string),
            revision: number.revision,
            at: number.at.rfc3339(),
            why: number.why.as_ref().map(ToString::to_string),
        }
    }
}

impl NumberView {
    /// A number that was taken back: that it was, when and why.
    pub(crate) fn withdrawn(withdrawal: &Withdrawal) -> Self {
        Self {
            period: withdrawal.period.to_string(),
            start: withdrawal.period.start().to_string(),
            end: withdrawal.period.end().to_string(),
            value: None,
            hidden: false,
            plan: None,
            numerator: None,
            denominator: None,
            finality: "withdrawn".to_owned(),
            source: None,
            note: None,
            revision: withdrawal.revision,
            at: withdrawal.at.rfc3339(),
            why: Some(withdrawal.why.to_string()),
        }
    }
}

/// Planned numbers are exact to no more than two digits.
fn rounded(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

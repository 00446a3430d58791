//! What forms and the API say about a measure.

use std::str::FromStr;

use base::{Date, Line, OrganizationId, PersonId, Reason, Title};
use standards::{
    Direction, Frequency, Kind, Period, Unit,
    number::{self, Cell, WrongNumber},
    table,
};
use web::{FieldError, Input};

use super::{Baseline, Code, Definition, Place, Target};

/// How many targets the form has room for.
pub(crate) const TARGET_ROWS: usize = 4;

/// Below this, counts of new measures are not shown, unless the form says otherwise.
const SMALL_COUNT: u32 = 11;

/// A number as people type it: "1,234.5", "9.7%", "$12".
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Amount(pub(crate) f64);

/// A text that is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WrongAmount(WrongNumber);

/// A period as people type it: "2026", "2026-Q1", "March 2026".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct When(pub(crate) Period);

/// A text that is no period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WrongWhen;

impl FromStr for Amount {
    type Err = WrongAmount;

    fn from_str(text: &str) -> Result<Self, WrongAmount> {
        match number::read(text) {
            Cell::Number(number) | Cell::Percent(number) => Ok(Self(number.value())),
            Cell::Wrong(why) => Err(WrongAmount(why)),
            Cell::Blank | Cell::NotAvailable | Cell::Suppressed => {
                Err(WrongAmount(WrongNumber::NotANumber))
            }
        }
    }
}

impl FieldError for WrongAmount {
    fn problem(&self) -> (&'static str, Vec<(&'static str, String)>) {
        let code = match self.0 {
            WrongNumber::NotANumber => "number",
            WrongNumber::Comma => "number_comma",
            WrongNumber::TooLong => "number_too_long",
        };
        (code, Vec::new())
    }
}

impl FromStr for When {
    type Err = WrongWhen;

    fn from_str(text: &str) -> Result<Self, WrongWhen> {
        text.parse().map(Self).map_err(|_wrong| WrongWhen)
    }
}

impl FieldError for WrongWhen {
    fn problem(&self) -> (&'static str, Vec<(&'static str, String)>) {
        ("period_unknown", Vec::new())
    }
}

/// The definition that an input holds; what is wrong is noted in it.
pub(crate) fn definition(input: &mut Input) -> Option<Definition> {
    let title = input.required::<Title>("title");
    let code = match input.text("code") {
        Some(_) => input.optional::<Code>("code").and_then(|code| plain_code(input, code.as_str())),
        None => title.as_ref().and_then(|title| plain_code(input, title.as_str())),
    };
    let place = place(input);
    let kind = input.required::<Kind>("kind");
    let unit = input.required::<Unit>("unit");
    let direction = input.required::<Direction>("direction");
    let frequency = input.required::<Frequency>("frequency");
    let baseline = baseline(input);
    let targets = targets(input);
    let due_days = input.optional::<u16>("due_days");
    let small_count = input.optional::<u32>("small_count").unwrap_or(SMALL_COUNT);
    if due_days.is_some_and(|days| days > 730) {
        input.refuse("due_days", "number_too_large", vec![("most", "730".to_owned())]);
    }
    if small_count > 1000 {
        input.refuse("small_count", "number_too_large", vec![("most", "1000".to_owned())]);
    }
    let rest = Definition {
        title: title?,
        code: code?,
        place,
        kind: kind?,
        unit: unit?,
        direction: direction?,
        frequency: frequency?,
        about: input.optional::<Reason>("about"),
        numerator: input.optional::<Title>("numerator"),
        denominator: input.optional::<Title>("denominator"),
        source: input.optional::<Title>("source"),
        limits: input.optional::<Reason>("limits"),
        organization: input.optional::<OrganizationId>("organization"),
        keeper: input.optional::<PersonId>("keeper"),
        due_days,
        small_count,
        baseline,
        targets,
    };
    if input.is_fine() { Some(rest) } else { None }
}

/// A code as imports compare codes.
fn plain_code(input: &mut Input, text: &str) -> Option<Code> {
    let key: String = table::key(text).chars().take(100).collect();
    let code = key.parse().ok();
    if code.is_none() {
        input.refuse("code", "code_empty", Vec::new());
    }
    code
}

fn place(input: &mut Input) -> Option<Place> {
    let code = input.optional::<Line<60>>("place");
    let name = input.optional::<Title>("place_name");
    if code.is_none() && name.is_some() && input.text("place").is_none() {
        input.refuse("place", "place_code_missing", Vec::new());
    }
    Some(Place { code: code?, name })
}

fn baseline(input: &mut Input) -> Option<Baseline> {
    let period = input.optional::<When>("baseline_period");
    let value = input.optional::<Amount>("baseline_value");
    match (input.text("baseline_period"), input.text("baseline_value")) {
        (Some(_), None) => input.refuse("baseline_value", "required", Vec::new()),
        (None, Some(_)) => input.refuse("baseline_period", "required", Vec::new()),
        (Some(_), Some(_)) | (None, None) => {}
    }
    Some(Baseline { period: period?.0, value: value?.0 })
}

/// The targets: in numbered rows of a form, or in a JSON array.
fn targets(input: &mut Input) -> Vec<Target> {
    let mut targets = Vec::new();
    for row in 1..=TARGET_ROWS {
        let (by_name, value_name) = (format!("target_{row}_by"), format!("target_{row}_value"));
        let by = input.optional::<Date>(&by_name);
        let value = input.optional::<Amount>(&value_name);
        match (input.text(&by_name), input.text(&value_name)) {
            (Some(_), None) => input.refuse(&value_name, "required", Vec::new()),
            (None, Some(_)) => input.refuse(&by_name, "required", Vec::new()),
            (Some(_), Some(_)) | (None, None) => {}
        }
        if let (Some(by), Some(Amount(value))) = (by, value) {
            targets.push(Target { by, value });
        }
    }
    let (days, values) = (input.all::<Date>("targets.by"), input.all::<Amount>("targets.value"));
    if days.len() != values.len() {
        input.refuse("targets", "target_half", Vec::new());
    }
    targets.extend(days.into_iter().zip(values).map(|(by, Amount(value))| Target { by, value }));
    targets
}

/// What a form shows of a definition that is there.
pub(crate) fn typed(definition: &Definition) -> Vec<(String, String)> {
    let text = |value: &dyn std::fmt::Display| value.to_string();
    let mut pairs = vec![
        ("title", text(&definition.title)),
        ("code", text(&definition.code)),
        ("kind", text(&definition.kind)),
        ("unit", text(&definition.unit)),
        ("direction", text(&definition.direction)),
        ("frequency", text(&definition.frequency)),
        ("small_count", text(&definition.small_count)),
    ];
    let mut add = |name: &'static str, value: Option<String>| {
        pairs.extend(value.map(|value| (name, value)));
    };
    add("place", definition.place.as_ref().map(|place| text(&place.code)));
    let place_name = definition.place.as_ref().and_then(|place| place.name.as_ref());
    add("place_name", place_name.map(|name| text(name)));
    add("about", definition.about.as_ref().map(|about| text(about)));
    add("numerator", definition.numerator.as_ref().map(|one| text(one)));
    add("denominator", definition.denominator.as_ref().map(|one| text(one)));
    add("source", definition.source.as_ref().map(|one| text(one)));
    add("limits", definition.limits.as_ref().map(|one| text(one)));
    add("organization", definition.organization.map(|one| text(&one)));
    add("keeper", definition.keeper.map(|one| text(&one)));
    add("due_days", definition.due_days.map(|one| text(&one)));
    add("baseline_period", definition.baseline.map(|one| text(&one.period)));
    add("baseline_value", definition.baseline.map(|one| text(&one.value)));
    let mut pairs: Vec<(String, String)> =
        pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    for (row, target) in (1..).zip(&definition.targets) {
        pairs.push((format!("target_{row}_by"), text(&target.by)));
        pairs.push((format!("target_{row}_value"), text(&target.value)));
    }
    pairs
}

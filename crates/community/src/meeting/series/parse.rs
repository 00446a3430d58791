//! From a form or a JSON body to a series.

use std::str::FromStr;

use base::{Date, Zone};
use standards::recurrence::{Rule, WrongRule};
use web::{Failure, FieldError, Input, Request};

use super::{Repeats, SeriesPlan, commands::OnSeries};

/// A rule as a form sends it.
struct Typed(Rule);

/// What is wrong with a rule.
struct WrongTyped(WrongRule);

impl FromStr for Typed {
    type Err = WrongTyped;

    fn from_str(text: &str) -> Result<Self, WrongTyped> {
        let text = text.strip_prefix("RRULE:").unwrap_or(text);
        text.parse().map(Self).map_err(WrongTyped)
    }
}

impl FieldError for WrongTyped {
    fn problem(&self) -> (&'static str, Vec<(&'static str, String)>) {
        ("series_rule", vec![("part", self.0.part.clone())])
    }
}

/// Which series a request is for, and how its caller last saw it.
pub(crate) fn on_series(request: &Request) -> Result<OnSeries, Failure> {
    Ok(OnSeries { id: request.param("id")?, seen: request.revision()? })
}

/// When and where; in the partnership's zone where none is named.
pub(crate) fn plan(input: &mut Input, zone: &Zone) -> Option<SeriesPlan> {
    let title = input.required("title");
    let (first_on, clock) = (input.required::<Date>("first_on"), input.required("clock"));
    let length = input.required("length");
    let zone = input.optional::<Zone>("zone").unwrap_or_else(|| zone.clone());
    let rule = rule(input, first_on);
    let (place, link) = (input.optional("place"), input.optional("link"));
    let open = input.flag("open");
    let plan = SeriesPlan {
        title: title?,
        first_on: first_on?,
        clock: clock?,
        length: length?,
        zone,
        rule: rule?,
        place,
        link,
        open,
    };
    if let Err(error) = plan.clone().checked() {
        for field in base::Problem::fields(&error) {
            input.refuse(&field.field, field.code, field.args.clone());
        }
    }
    input.is_fine().then_some(plan)
}

fn rule(input: &mut Input, first_on: Option<Date>) -> Option<Rule> {
    let until = input.optional::<Date>("until");
    let repeats = match input.text("rule") {
        Some(_) => input.optional("repeats").unwrap_or(Repeats::Rule),
        None => input.required("repeats")?,
    };
    match repeats {
        Repeats::Rule => input.required::<Typed>("rule").map(|typed| typed.0),
        Repeats::Weekly
        | Repeats::Fortnightly
        | Repeats::MonthlyWeekday
        | Repeats::MonthlyDay
        | Repeats::Quarterly => repeats.rule(first_on?, until),
    }
}

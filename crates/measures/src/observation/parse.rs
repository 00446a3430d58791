//! What forms and the API say about a number.

use base::{Reason, Title};
use standards::{Finality, Period};
use web::Input;

use super::{Entry, Observation};
use crate::measure::parse::Amount;
pub(crate) use crate::measure::parse::When;

/// The number that an input holds; what is wrong is noted in it.
pub(crate) fn entry(input: &mut Input) -> Option<Entry> {
    let period = input.required::<When>("period");
    entry_of(input, period.map(|When(period)| period))
}

/// The number that an input holds for a period that the address names.
pub(crate) fn entry_for(input: &mut Input, period: Period) -> Option<Entry> {
    entry_of(input, Some(period))
}

fn entry_of(input: &mut Input, period: Option<Period>) -> Option<Entry> {
    let value = input.required::<Amount>("value");
    let numerator = input.optional::<Amount>("numerator");
    let denominator = input.optional::<Amount>("denominator");
    if denominator.is_some_and(|Amount(denominator)| denominator <= 0.0) {
        input.refuse("denominator", "number_not_positive", Vec::new());
    }
    let finality = input.optional::<Finality>("finality");
    let source = input.optional::<Title>("source");
    let note = input.optional::<Reason>("note");
    let entry = Entry {
        period: period?,
        value: value?.0,
        numerator: numerator.map(|Amount(numerator)| numerator),
        denominator: denominator.map(|Amount(denominator)| denominator),
        finality: finality.unwrap_or(Finality::Final),
        source,
        note,
    };
    if input.is_fine() { Some(entry) } else { None }
}

/// What a form shows of a number that is there.
pub(crate) fn typed(number: &Observation) -> Vec<(&'static str, String)> {
    let mut pairs = vec![
        ("period", number.period.to_string()),
        ("value", number.value.to_string()),
        ("finality", number.finality.to_string()),
        ("revision", number.revision.to_string()),
    ];
    pairs.extend(number.numerator.map(|value| ("numerator", value.to_string())));
    pairs.extend(number.denominator.map(|value| ("denominator", value.to_string())));
    pairs.extend(number.source.as_ref().map(|source| ("source", source.to_string())));
    pairs.extend(number.note.as_ref().map(|note| ("note", note.to_string())));
    pairs
}

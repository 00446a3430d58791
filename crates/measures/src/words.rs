//! Facts in the reader's language: amounts, periods, statuses, sentences.

use base::Date;
use standards::{Direction, Finality, Frequency, Kind, Period, Unit};
use web::{Arg, Shell};

use crate::{
    Definition, Observation, Status, Withdrawal,
    finding::{Fact, Sentence},
};

/// A status as pages draw it: icon and color by the class, and the word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StatusView {
    /// `ok`, `risk`, `off`, `done` or `idle`.
    pub(crate) class: &'static str,
    /// The word.
    pub(crate) word: String,
}

/// A choice of a list: what is sent, and what is read.
pub(crate) type Choice = (String, String);

/// The sentence.
pub(crate) fn say(shell: &Shell, sentence: &Sentence) -> String {
    let texts: Vec<(&str, Arg<'_>)> =
        sentence.facts.iter().map(|(name, fact)| (*name, told(shell, *fact))).collect();
    shell.tn(sentence.key, &texts)
}

/// The sentences, one after the other.
pub(crate) fn say_all(shell: &Shell, sentences: &[Sentence]) -> String {
    sentences.iter().map(|sentence| say(shell, sentence)).collect::<Vec<_>>().join(" ")
}

fn told(shell: &Shell, fact: Fact) -> Arg<'static> {
    match fact {
        Fact::Amount(value, unit) => Arg::Text(amount(shell, value, unit).into()),
        Fact::Number(value) => Arg::Text(number(shell, value).into()),
        Fact::Count(count) => Arg::Whole(count),
        Fact::Period(when) => Arg::Text(period(shell, when).into()),
        Fact::By(day) => Arg::Text(by(shell, day).into()),
        Fact::Periods(frequency, count) => Arg::Text(periods(shell, frequency, count).into()),
    }
}

/// A number and what it counts: "84 days".
pub(crate) fn amount(shell: &Shell, value: f64, unit: Unit) -> String {
    let rounded = (value * decimals(value)).round() / decimals(value);
    let key = format!("measures-amount-{}", unit.as_str().replace('_', "-"));
    #[expect(clippy::cast_possible_truncation, reason = "checked to be a small whole number")]
    let count = if rounded.fract() == 0.0 && rounded.abs() < 1e15 {
        Arg::Whole(rounded as i64)
    } else {
        Arg::Number(rounded)
    };
    shell.tn(&key, &[("count", count), ("number", Arg::Text(number(shell, value).into()))])
}

/// A number as people read it: large ones without a fraction.
pub(crate) fn number(shell: &Shell, value: f64) -> String {
    let decimals = decimals(value);
    shell.number((value * decimals).round() / decimals)
}

/// Large numbers are read without a fraction, small ones with one digit.
fn decimals(value: f64) -> f64 {
    if value.abs() >= 100.0 { 1.0 } else { 10.0 }
}

/// A period in words: "2026", "Jan to Mar 2026", "March 2026", "March 15, 2026".
pub(crate) fn period(shell: &Shell, period: Period) -> String {
    match period.frequency() {
        Frequency::Year => period.start().year().to_string(),
        Frequency::Quarter => {
            let key = format!("measures-quarter-{}", period.quarter());
            shell.t1(&key, "year", period.start().year().to_string())
        }
        Frequency::Month => shell.month(period.start()),
        Frequency::Day => shell.date(period.start()),
    }
}

/// By when: the month, or the whole day when it is not the month's last.
pub(crate) fn by(shell: &Shell, day: Date) -> String {
    if day.plus_days(1).day() == 1 { shell.month(day) } else { shell.date(day) }
}

/// So many periods: "8 quarters".
fn periods(shell: &Shell, frequency: Frequency, count: i64) -> String {
    shell.t1(&format!("measures-periods-{frequency}"), "count", count)
}

/// How a measure stands.
pub(crate) fn status(shell: &Shell, status: Status) -> StatusView {
    let class = match status {
        Status::Reached => "done",
        Status::OnTrack => "ok",
        Status::AtRisk => "risk",
        Status::OffTrack => "off",
        Status::NotStarted | Status::NoTarget => "idle",
    };
    StatusView { class, word: status_word(shell, status) }
}

/// The word for a status.
pub(crate) fn status_word(shell: &Shell, status: Status) -> String {
    shell.t(&format!("measures-status-{}", status.as_str().replace('_', "-"))).into_owned()
}

/// What a measure tells about.
pub(crate) fn kind(shell: &Shell, kind: Kind) -> String {
    shell.t(&format!("measures-kind-{}", kind.as_str().replace('_', "-"))).into_owned()
}

/// Which way is better.
pub(crate) fn direction(shell: &Shell, direction: Direction) -> String {
    shell.t(&format!("measures-direction-{direction}")).into_owned()
}

/// How often it is counted.
pub(crate) fn frequency(shell: &Shell, frequency: Frequency) -> String {
    shell.t(&format!("measures-frequency-{frequency}")).into_owned()
}

/// What the numbers count, as a column's name: "Days".
pub(crate) fn unit(shell: &Shell, unit: Unit) -> String {
    shell.t(&format!("measures-unit-{}", unit.as_str().replace('_', "-"))).into_owned()
}

/// Whether a number may still change.
pub(crate) fn finality(shell: &Shell, finality: Finality) -> String {
    shell.t(&format!("measures-finality-{finality}")).into_owned()
}

/// A number as it may be shown, with what it counts.
pub(crate) fn number_of(shell: &Shell, definition: &Definition, one: &Observation) -> String {
    definition.shown(one).map_or_else(
        || shell.t1("measures-under", "limit", i64::from(definition.small_count)),
        |value| amount(shell, value, definition.unit),
    )
}

/// That a number was taken back, when and why.
pub(crate) fn withdrawn(shell: &Shell, one: &Withdrawal) -> String {
    let when = shell.date(shell.day_of(one.at));
    shell.t2("measures-withdrawn-why", "when", when, "why", one.why.as_str())
}

/// The choices of a closed vocabulary.
pub(crate) fn choices<T: Copy + std::fmt::Display>(
    all: &[T],
    word: impl Fn(T) -> String,
) -> Vec<Choice> {
    all.iter().map(|&one| (one.to_string(), word(one))).collect()
}

/// An address with a query; values that are empty are left out.
pub(crate) fn address(path: &str, pairs: &[(&str, &str)]) -> String {
    let mut address = path.to_owned();
    let mut joint = '?';
    for (name, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
        address.push(joint);
        address.push_str(name);
        address.push('=');
        for byte in value.bytes() {
            if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                address.push(char::from(byte));
            } else {
                const HEX: [char; 16] = [
                    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F',
                ];
                let digit = |at: u8| HEX.get(usize::from(at)).copied().unwrap_or('0');
                address.extend(['%', digit(byte >> 4), digit(byte & 15)]);
            }
        }
        joint = '&';
    }
    address
}

//! Numbers as people and agencies write them into tables.

use std::fmt;

/// The most digits a number in a table may have: more is a code or a mistake, not a count.
const MAX_DIGITS: usize = 18;

/// A decimal number, exact as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimal {
    digits: i64,
    scale: u32,
}

impl Decimal {
    /// The nearest number that the database and the charts can hold.
    #[must_use]
    pub fn value(self) -> f64 {
        // Reading the text rounds once; dividing by a power of ten would round twice.
        self.to_string().parse().unwrap_or_default()
    }

    /// A hundred times as much, exactly: `.097` of people is 9.7 percent of them.
    #[must_use]
    pub const fn hundredfold(self) -> Self {
        if self.scale >= 2 {
            return Self { digits: self.digits, scale: self.scale - 2 };
        }
        let factor = if self.scale == 1 { 10 } else { 100 };
        Self { digits: self.digits.saturating_mul(factor), scale: 0 }
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}e-{}", self.digits, self.scale)
    }
}

/// What a cell of a table says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// A number.
    Number(Decimal),
    /// A number with a percent sign.
    Percent(Decimal),
    /// Nothing: a gap.
    Blank,
    /// Words for "we do not have it", such as `N/A` or `-`.
    NotAvailable,
    /// A sign for "there is a number and it is held back", such as `*` or `<11`.
    Suppressed,
    /// None of these.
    Wrong(WrongNumber),
}

/// Why a text is not a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongNumber {
    /// Not a number at all.
    NotANumber,
    /// A comma that may be a decimal comma: `12,5`.
    Comma,
    /// More digits than a measure has.
    TooLong,
}

/// Reads one cell.
#[must_use]
pub fn read(text: &str) -> Cell {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if text.is_empty() {
        return Cell::Blank;
    }
    if is_not_available(text) {
        return Cell::NotAvailable;
    }
    if is_suppressed(text) {
        return Cell::Suppressed;
    }
    let (text, percent) = match text.strip_suffix('%') {
        Some(rest) => (rest.trim_end(), true),
        None => (text, false),
    };
    match decimal(text) {
        Ok(number) if percent => Cell::Percent(number),
        Ok(number) => Cell::Number(number),
        Err(why) => Cell::Wrong(why),
    }
}

fn is_not_available(text: &str) -> bool {
    let lower = text.to_lowercase();
    let known = [
        "n/a",
        "na",
        "n.a.",
        "n/d",
        "nd",
        "s/d",
        "null",
        "none",
        "nan",
        "#n/a",
        "nil",
        "missing",
        "not available",
        "not reported",
        "no data",
        "no disponible",
        "sin datos",
        "-",
        "--",
        "---",
        "–",
        "—",
        ".",
        "..",
        "...",
        "…",
        "?",
    ];
    known.contains(&lower.as_str())
}

fn is_suppressed(text: &str) -> bool {
    let lower = text.to_lowercase();
    let known = ["s", "(s)", "d", "(d)", "x", "(x)", "suppressed", "supp", "masked", "#", "##"];
    if known.contains(&lower.as_str()) || text.bytes().all(|sign| sign == b'*') {
        return true;
    }
    // "<11", "< 5", "≤10": somebody's small-count rule held the number back.
    let bound = text.strip_prefix("<=").or_else(|| text.strip_prefix(['<', '≤']));
    bound.is_some_and(|rest| {
        let rest = rest.trim();
        !rest.is_empty() && rest.bytes().all(|sign| sign.is_ascii_digit())
    })
}

fn decimal(text: &str) -> Result<Decimal, WrongNumber> {
    let (text, negative) = sign(text);
    let text = text.strip_prefix('$').map_or(text, str::trim_start);
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) => (whole, fraction),
        None => (text, ""),
    };
    let whole = ungrouped(whole)?;
    if (whole.is_empty() && fraction.is_empty()) || !fraction.bytes().all(|c| c.is_ascii_digit()) {
        let comma = fraction.contains(',');
        return Err(if comma { WrongNumber::Comma } else { WrongNumber::NotANumber });
    }
    let fraction = fraction.trim_end_matches('0');
    let digits = format!("{whole}{fraction}");
    let digits = digits.trim_start_matches('0');
    if digits.len() > MAX_DIGITS || fraction.len() > MAX_DIGITS {
        return Err(WrongNumber::TooLong);
    }
    let digits: i64 = if digits.is_empty() {
        0
    } else {
        digits.parse().map_err(|_wrong: std::num::ParseIntError| WrongNumber::NotANumber)?
    };
    let scale = u32::try_from(fraction.len()).unwrap_or_default();
    Ok(Decimal { digits: if negative { -digits } else { digits }, scale })
}

/// Takes off a sign: `-3`, `−3`, `+3`, `$-3`, or an accountant's `(3)`.
fn sign(text: &str) -> (&str, bool) {
    if let Some(inner) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        return (inner.trim(), true);
    }
    if let Some(rest) = text.strip_prefix(['-', '−']).or_else(|| text.strip_prefix("$-")) {
        return (rest.trim_start(), true);
    }
    (text.strip_prefix('+').map_or(text, str::trim_start), false)
}

/// Takes separators out of `12,345,678`, `12 345` and `12'345`, where they stand in the right places.
fn ungrouped(whole: &str) -> Result<String, WrongNumber> {
    let separator = whole.chars().find(|c| !c.is_ascii_digit());
    let Some(separator) = separator else { return Ok(whole.to_owned()) };
    if !matches!(separator, ',' | ' ' | '\u{a0}' | '\u{202f}' | '\'' | '’') {
        return Err(WrongNumber::NotANumber);
    }
    let mut groups = whole.split(separator);
    let first = groups.next().unwrap_or_default();
    let digits = |group: &str| group.bytes().all(|c| c.is_ascii_digit());
    let first_fits = (1..=3).contains(&first.len()) && digits(first);
    let rest: Vec<&str> = groups.collect();
    if first_fits && rest.iter().all(|group| group.len() == 3 && digits(group)) {
        return Ok(whole.replace(separator, ""));
    }
    let only_digits = digits(first) && rest.iter().all(|group| digits(group));
    Err(if separator == ',' && only_digits { WrongNumber::Comma } else { WrongNumber::NotANumber })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn number(text: &str) -> Option<f64> {
        match read(text) {
            Cell::Number(number) | Cell::Percent(number) => Some(number.value()),
            Cell::Blank | Cell::NotAvailable | Cell::Suppressed | Cell::Wrong(_) => None,
        }
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, value) in [
            ("1344", 1344.0),
            ("  1,344 ", 1344.0),
            ("12,345,678", 12_345_678.0),
            ("1 344", 1344.0),
            ("1\u{a0}344", 1344.0),
            ("1'344", 1344.0),
            (".097", 0.097),
            ("-0.50", -0.5),
            ("−3", -3.0),
            ("(3)", -3.0),
            ("+7", 7.0),
            ("$1,250.75", 1250.75),
            ("$-5", -5.0),
            ("5.", 5.0),
            ("007", 7.0),
            ("0", 0.0),
            ("9.7 %", 9.7),
        ] {
            assert_eq!(number(text), Some(value), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_says_why() {
        assert_eq!(read(" "), Cell::Blank);
        for text in ["N/A", "n/a", "-", "—", "..", "Not available"] {
            assert_eq!(read(text), Cell::NotAvailable, "{text}");
        }
        for text in ["*", "**", "(D)", "<11", "< 5", "≤10", "<=10", "s"] {
            assert_eq!(read(text), Cell::Suppressed, "{text}");
        }
        for text in ["12,5", "1,23,456", "1.234,5"] {
            assert_eq!(read(text), Cell::Wrong(WrongNumber::Comma), "{text}");
        }
        for text in ["abc", "1e5", "12-3", "1.2.3", "+-3", "%", "$", "0x10", "٣", "1,2a", "inf"] {
            assert_eq!(read(text), Cell::Wrong(WrongNumber::NotANumber), "{text}");
        }
        assert_eq!(read(&"9".repeat(19)), Cell::Wrong(WrongNumber::TooLong));
    }

    #[test]
    fn a_fraction_becomes_a_percentage_without_rounding() {
        for (text, percent) in [(".097", 9.7), (".17", 17.0), (".1", 10.0), ("1", 100.0)] {
            let Cell::Number(read) = read(text) else { panic!("{text}") };
            assert_eq!(read.hundredfold().value().to_bits(), f64::to_bits(percent), "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_reading_panic(text in any::<String>()) {
            let _cell = read(&text);
        }

        #[test]
        fn a_written_number_is_read_back(digits in -999_999_999_i64..999_999_999, scale in 0_usize..6) {
            let sign = if digits < 0 { "-" } else { "" };
            let padded = format!("{:0>width$}", digits.abs(), width = scale + 1);
            let (whole, fraction) = padded.split_at(padded.len() - scale);
            let text = format!("{sign}{whole}.{fraction}");
            prop_assert_eq!(number(&text), text.parse::<f64>().ok());
        }

        #[test]
        fn separators_do_not_change_a_number(value in 0_u64..999_999_999_999) {
            let plain = value.to_string();
            let mut grouped = String::new();
            for (at, digit) in plain.chars().enumerate() {
                if at > 0 && (plain.len() - at).is_multiple_of(3) { grouped.push(','); }
                grouped.push(digit);
            }
            prop_assert_eq!(number(&grouped), number(&plain));
        }
    }
}

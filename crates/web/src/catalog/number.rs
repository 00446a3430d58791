//! Numbers as readers in the United States write them, in both languages: 1,234.5.

/// Up to here every whole number has a float of its own.
const LARGEST_WHOLE: f64 = 9_007_199_254_740_992.0;

/// A number with at most `decimals` digits after the point, without zeros at the end.
pub(crate) fn number(value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
    if value.fract() == 0.0 && value.abs() < LARGEST_WHOLE {
        #[expect(clippy::cast_possible_truncation, reason = "it is whole and small enough")]
        return whole(value as i64);
    }
    let fixed = format!("{:.decimals$}", value.abs());
    let (whole, fraction) = fixed.split_once('.').unwrap_or((&fixed, ""));
    let fraction = fraction.trim_end_matches('0');
    let zero = fraction.is_empty() && whole.bytes().all(|digit| digit == b'0');
    let mut text = grouped(whole, value < 0.0 && !zero);
    if !fraction.is_empty() {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

/// A whole number: what [`number`] writes, without the cost of a fraction.
pub(super) fn whole(value: i64) -> String {
    grouped(&value.unsigned_abs().to_string(), value < 0)
}

fn grouped(digits: &str, negative: bool) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 3);
    if negative {
        text.push('−');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart_and_zeros_at_the_end_left_out() {
        let english = |value| number(value, 2);
        assert_eq!(english(0.0), "0");
        assert_eq!(english(999.0), "999");
        assert_eq!(english(1_234_567.5), "1,234,567.5");
        assert_eq!(english(-1200.0), "−1,200");
        assert_eq!(english(-0.001), "0");
        assert_eq!(english(2.34567), "2.35");
        assert_eq!(english(f64::NAN), "–");
    }
}

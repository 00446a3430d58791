//! The list of passwords that many people use, searched where it lies.

/// One password a line, in small letters, sorted by byte: `third_party/passwords/README.md`.
static LIST: &str = include_str!("../../../../third_party/passwords/common.txt");

/// The most characters that may stand around a common password without making it a good one: a
/// date of birth.
const DRESS: usize = 8;

/// Whether `small`, a password in small letters, is on the list, as it is or undressed: signs
/// that stand for letters read as letters, digits and signs at both ends taken off.
pub(super) fn is_common(small: &str) -> bool {
    let plain = in_letters(small);
    let core = undressed(small).unwrap_or(small);
    let plain_core = undressed(&plain).unwrap_or(&plain);
    [small, &plain, core, plain_core, &in_letters(core)].into_iter().any(is_listed)
}

/// The password with signs that stand for letters read as those letters.
fn in_letters(form: &str) -> String {
    form.chars().map(letter_of).collect()
}

/// What remains of a password without the digits and signs at its ends, when they are few.
fn undressed(form: &str) -> Option<&str> {
    let core = form.trim_matches(|c: char| !c.is_alphabetic());
    let around = form.chars().count() - core.chars().count();
    (around > 0 && around <= DRESS).then_some(core)
}

/// The letter that a sign or a digit is often written for.
const fn letter_of(sign: char) -> char {
    match sign {
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
    }
}

/// Halves the list until the line is found or nothing is left.
fn is_listed(word: &str) -> bool {
    let list = LIST.as_bytes();
    let (mut low, mut high) = (0, list.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        let before = list.get(low..middle).unwrap_or_default();
        let start = before.iter().rposition(|byte| *byte == b'\n').map_or(low, |at| low + at + 1);
        let rest = list.get(start..high).unwrap_or_default();
        let length = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
        let line = rest.get(..length).unwrap_or_default();
        match line.cmp(word.as_bytes()) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => low = start + length + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_long_enough() {
        let lines: Vec<&str> = LIST.lines().collect();
        assert!(lines.len() >= 10_000);
        assert!(lines.is_sorted());
        assert!(lines.iter().all(|line| *line == line.to_lowercase() && !line.is_empty()));
    }

    #[test]
    fn every_line_is_found_and_its_neighbours_are_not() {
        for line in LIST.lines() {
            assert!(is_listed(line), "{line}");
            assert!(!is_listed(&format!("{line}\u{1}")), "{line}");
        }
        assert!(!is_listed(""));
    }
}

//! Passwords that look long and are not: rows, repeats, and the person's own name.

/// Rows that fingers follow: of the keyboard, of its columns, of digits and of the alphabet.
const ROWS: &[&str] = &[
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "qwertzuiop",
    "azertyuiop",
    "1qaz",
    "2wsx",
    "3edc",
    "4rfv",
    "5tgb",
    "6yhn",
    "7ujm",
];

/// The fewest runs of unrelated signs in a password that is not a pattern.
const RUNS: usize = 5;

/// The fewest different signs.
const DIFFERENT: usize = 5;

/// Letters that must be the person's own invention.
const OWN_LETTERS: usize = 6;

/// Names of the program that stand in front of everyone who chooses a password here.
const PROGRAM: &[&str] = &["concord", "partnership", "password", "contraseña"];

/// Whether `small` repeats itself or runs along a row.
pub(super) fn is_pattern(small: &str) -> bool {
    let signs: Vec<char> = small.chars().collect();
    let mut different = signs.clone();
    different.sort_unstable();
    different.dedup();
    different.len() < DIFFERENT || repeats(&signs) || runs(&signs) < RUNS
}

/// Whether the whole is one part, too short by itself, written two or more times.
fn repeats(signs: &[char]) -> bool {
    (1..super::SHORTEST.min(signs.len() / 2 + 1)).any(|length| {
        let (part, rest) = signs.split_at(length);
        rest.chunks(length).all(|chunk| part.starts_with(chunk))
    })
}

/// How many stretches there are in which each sign follows from the one before.
fn runs(signs: &[char]) -> usize {
    1 + signs.iter().zip(signs.iter().skip(1)).filter(|(one, next)| !follows(**one, **next)).count()
}

fn follows(one: char, next: char) -> bool {
    one == next
        || ROWS.iter().any(|row| {
            row.chars()
                .zip(row.chars().skip(1))
                .any(|pair| pair == (one, next) || pair == (next, one))
        })
}

/// Whether little is left of `small` without the words of `about` and of the program.
pub(super) fn is_made_of(small: &str, about: &[&str]) -> bool {
    let lower: Vec<String> = about.iter().map(|text| text.to_lowercase()).collect();
    let mut words: Vec<&str> = lower
        .iter()
        .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()))
        .filter(|word| word.chars().count() >= 3)
        .chain(PROGRAM.iter().copied())
        .collect();
    // The longest first, so that `moreno` goes before `more` does.
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let mut rest = small.to_owned();
    for word in words {
        rest = rest.replace(word, " ");
    }
    rest != small && rest.chars().filter(|c| c.is_alphabetic()).count() < OWN_LETTERS
}

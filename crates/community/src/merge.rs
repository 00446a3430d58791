//! Two people change one text at once, and no word of either is lost.
//!
//! Three texts come in: the one that both began from, the one that was saved since, and the one that
//! is sent now. Where only one of the two changed something, the change is taken; where both did, in
//! the same lines, word by word if that works. Where it does not, the lines of both are kept, the
//! saved ones first, and the collision is told so that people settle it.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// What came of two changes of one text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// The text with the changes of both.
    pub text: String,
    /// Where both changed the same words in different ways; the lines of both are in the text.
    pub collisions: Vec<Collision>,
}

/// A place where both changed the same words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collision {
    /// The lines that were saved first; empty when they were taken away.
    pub saved: String,
    /// The lines that were sent after; empty when they were taken away.
    pub sent: String,
}

/// A stretch of the three texts: alike in all, or changed by at least one.
#[derive(Debug, PartialEq, Eq)]
struct Stretch {
    base: Range<usize>,
    saved: Range<usize>,
    sent: Range<usize>,
}

/// What both made of a stretch of the first text.
enum Settled<'a, T> {
    /// One of them changed it, or both in the same way.
    Agreed(&'a [T]),
    /// Both changed it, each in a different way.
    Both,
}

/// Brings two changes of `base` together: `saved` was there first, `sent` comes now.
#[must_use]
pub fn merge(base: &str, saved: &str, sent: &str) -> Merged {
    let (base, saved, sent) = (lines(base), lines(saved), lines(sent));
    let mut merged: Vec<String> = Vec::new();
    let mut collisions = Vec::new();
    for stretch in stretches(&base, &saved, &sent) {
        let (old, first, second) = stretch.of(&base, &saved, &sent);
        match settle(old, first, second) {
            Settled::Agreed(lines) => merged.extend(lines.iter().map(|line| (*line).to_owned())),
            // Two people who add lines at one place do not contradict each other.
            Settled::Both if old.is_empty() => {
                merged.extend(first.iter().chain(second).map(|line| (*line).to_owned()));
            }
            Settled::Both => {
                let (saved, sent) = (first.join("\n"), second.join("\n"));
                if let Some(text) = by_words(&old.join("\n"), &saved, &sent) {
                    merged.push(text);
                } else {
                    merged.extend(first.iter().chain(second).map(|line| (*line).to_owned()));
                    collisions.push(Collision { saved, sent });
                }
            }
        }
    }
    Merged { text: merged.join("\n"), collisions }
}

/// The same within some lines, word by word; nothing when both changed the same words.
fn by_words(base: &str, saved: &str, sent: &str) -> Option<String> {
    let (base, saved, sent) = (words(base), words(saved), words(sent));
    let mut merged = String::new();
    for stretch in stretches(&base, &saved, &sent) {
        let (old, first, second) = stretch.of(&base, &saved, &sent);
        match settle(old, first, second) {
            Settled::Agreed(words) => merged.extend(words.iter().copied()),
            Settled::Both => return None,
        }
    }
    Some(merged)
}

fn settle<'a, T: PartialEq>(base: &[T], saved: &'a [T], sent: &'a [T]) -> Settled<'a, T> {
    if saved == base || saved == sent {
        Settled::Agreed(sent)
    } else if sent == base {
        Settled::Agreed(saved)
    } else {
        Settled::Both
    }
}

impl Stretch {
    fn of<'a, T>(
        &self,
        base: &'a [T],
        saved: &'a [T],
        sent: &'a [T],
    ) -> (&'a [T], &'a [T], &'a [T]) {
        let part = |all: &'a [T], range: &Range<usize>| all.get(range.clone()).unwrap_or_default();
        (part(base, &self.base), part(saved, &self.saved), part(sent, &self.sent))
    }
}

/// Cuts the three texts into stretches. Between two of them stands something that both kept.
fn stretches<T: Eq + std::hash::Hash + Ord>(base: &[T], saved: &[T], sent: &[T]) -> Vec<Stretch> {
    let (in_saved, in_sent) = (kept(base, saved), kept(base, sent));
    let mut all = Vec::new();
    let mut from = (0, 0, 0);
    for (at, pair) in in_saved.iter().zip(&in_sent).enumerate() {
        let (Some(first), Some(second)) = pair else { continue };
        all.push(Stretch { base: from.0..at, saved: from.1..*first, sent: from.2..*second });
        all.push(Stretch { base: at..at + 1, saved: *first..first + 1, sent: *second..second + 1 });
        from = (at + 1, first + 1, second + 1);
    }
    all.push(Stretch {
        base: from.0..base.len(),
        saved: from.1..saved.len(),
        sent: from.2..sent.len(),
    });
    all.retain(|stretch| {
        !(stretch.base.is_empty() && stretch.saved.is_empty() && stretch.sent.is_empty())
    });
    all
}

/// Where each part of the first text stands in a later one; nothing where it is there no more.
fn kept<T: Eq + std::hash::Hash + Ord>(base: &[T], later: &[T]) -> Vec<Option<usize>> {
    let mut places = vec![None; base.len()];
    for op in capture_diff_slices(Algorithm::Myers, base, later) {
        let DiffOp::Equal { old_index, new_index, len } = op else { continue };
        for (place, at) in places.iter_mut().skip(old_index).take(len).zip(new_index..) {
            *place = Some(at);
        }
    }
    places
}

/// A text without words has no lines.
fn lines(text: &str) -> Vec<&str> {
    if text.is_empty() { Vec::new() } else { text.split('\n').collect() }
}

/// Words, blanks and signs; together they are the text.
fn words(text: &str) -> Vec<&str> {
    let mut all = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = if first.is_alphanumeric() {
            rest.find(|sign: char| !sign.is_alphanumeric()).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (word, after) = rest.split_at(end);
        all.push(word);
        rest = after;
    }
    all
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn clean(base: &str, saved: &str, sent: &str) -> String {
        let merged = merge(base, saved, sent);
        assert_eq!(merged.collisions, [], "{}", merged.text);
        merged.text
    }

    #[test]
    fn changes_in_different_lines_are_both_taken() {
        let base = "The shelter opens.\nWho drives?";
        let saved = "The shelter opens on May 1.\nWho drives?";
        let sent = "The shelter opens.\nWho drives? Sam.";
        assert_eq!(clean(base, saved, sent), "The shelter opens on May 1.\nWho drives? Sam.");
    }

    #[test]
    fn different_words_of_one_line_are_both_taken() {
        let merged =
            clean("ten beds at the hall", "twelve beds at the hall", "ten beds at the church");
        assert_eq!(merged, "twelve beds at the church");
    }

    #[test]
    fn lines_that_both_add_at_the_end_follow_each_other() {
        assert_eq!(clean("One.", "One.\nTwo.", "One.\nThree."), "One.\nTwo.\nThree.");
        assert_eq!(clean("", "Grace was here.", "So was Sam."), "Grace was here.\nSo was Sam.");
    }

    #[test]
    fn what_both_wrote_alike_stands_once() {
        assert_eq!(clean("One.", "One. Two.", "One. Two."), "One. Two.");
    }

    #[test]
    fn where_both_changed_the_same_words_both_lines_stay() {
        let merged =
            merge("It opens soon.\nEnd.", "It opens May 1.\nEnd.", "It opens June 1.\nEnd.");
        assert_eq!(merged.text, "It opens May 1.\nIt opens June 1.\nEnd.");
        let [collision] = merged.collisions.as_slice() else { panic!("one collision: {merged:?}") };
        assert_eq!(
            (collision.saved.as_str(), collision.sent.as_str()),
            ("It opens May 1.", "It opens June 1.")
        );
    }

    #[test]
    fn what_one_takes_away_and_the_other_changes_stays_and_is_told() {
        let merged = merge("One.\nTwo.\nThree.", "One.\nThree.", "One.\nTwo and a half.\nThree.");
        assert_eq!(merged.text, "One.\nTwo and a half.\nThree.");
        assert_eq!(merged.collisions.len(), 1);
    }

    /// A text, and what somebody makes of it: words go, and words of their own come in.
    fn changed(own: &'static str) -> impl Strategy<Value = Vec<(usize, bool, Option<String>)>> {
        let word =
            proptest::option::weighted(0.3, (0..1000u32).prop_map(move |n| format!("{own}{n}")));
        proptest::collection::vec((0..40usize, any::<bool>(), word), 0..12)
    }

    fn apply(base: &[String], changes: &[(usize, bool, Option<String>)]) -> String {
        let mut words = base.to_vec();
        for (at, goes, comes) in changes {
            let at = at % (words.len() + 1);
            if *goes && at < words.len() {
                words.remove(at);
            }
            if let Some(word) = comes {
                words.insert(at.min(words.len()), word.clone());
                words.insert(
                    at.min(words.len()),
                    if at.is_multiple_of(2) { " ".into() } else { "\n".into() },
                );
            }
        }
        words.concat()
    }

    fn text() -> impl Strategy<Value = Vec<String>> {
        let part = prop_oneof![
            "[a-c]{1,2}",
            Just(" ".to_owned()),
            Just("\n".to_owned()),
            Just(". ".to_owned())
        ];
        proptest::collection::vec(part, 0..40)
    }

    proptest! {
        #[test]
        fn no_word_that_anybody_wrote_is_lost(base in text(), ours in changed("x"), theirs in changed("y")) {
            let (saved, sent) = (apply(&base, &ours), apply(&base, &theirs));
            let merged = merge(&base.concat(), &saved, &sent);
            let there = words(&merged.text);
            for word in words(&saved).into_iter().chain(words(&sent)) {
                let own = word.len() > 1 && word.chars().any(|sign| sign.is_ascii_digit());
                prop_assert!(!own || there.contains(&word), "{word:?} of {saved:?} and {sent:?} in {:?}", merged.text);
            }
        }

        #[test]
        fn a_change_against_none_is_that_change(base in text(), ours in changed("x")) {
            let (base, changed) = (base.concat(), apply(&base, &ours));
            for merged in [merge(&base, &changed, &base), merge(&base, &base, &changed), merge(&base, &changed, &changed)] {
                prop_assert_eq!(&merged.text, &changed);
                prop_assert!(merged.collisions.is_empty());
            }
        }

        #[test]
        fn what_both_took_away_stays_away(base in text(), ours in changed("x")) {
            let changed = apply(&base, &ours);
            let merged = merge(&base.concat(), &changed, &changed);
            prop_assert_eq!(merged.text, changed);
        }
    }
}

//! What changed from one text to another, line beside line, with the words that changed.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::lines;

/// Lines around a change that are shown although they are alike.
const AROUND: usize = 3;

/// Two lines that stand beside each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    /// The line of the first text.
    pub(crate) left: Option<Side>,
    /// The line of the second text.
    pub(crate) right: Option<Side>,
    /// Whether they differ.
    pub(crate) changed: bool,
}

/// A line of one of the texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Side {
    /// Its number, from 1.
    pub(crate) number: usize,
    /// Its words; those that changed are marked.
    pub(crate) pieces: Vec<(String, bool)>,
}

/// A row, or some that are alike and left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Shown {
    /// A row.
    Row(Row),
    /// So many rows that are alike.
    Alike(usize),
}

/// Two texts, line beside line.
#[must_use]
pub(crate) fn rows(before: &str, after: &str) -> Vec<Row> {
    let (old, new) = (lines(before), lines(after));
    let mut all = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let (tag, left, right) = (op.tag(), op.old_range(), op.new_range());
        let alike = tag == similar::DiffTag::Equal;
        let count = left.len().max(right.len());
        for place in 0..count {
            let pair = (
                old.get(left.clone()).and_then(|part| part.get(place)).copied(),
                new.get(right.clone()).and_then(|part| part.get(place)).copied(),
            );
            all.push(row(pair, (left.start + place, right.start + place), alike));
        }
    }
    all
}

/// The same, without the lines that are alike and far from a change.
#[must_use]
pub(crate) fn shortened(rows: Vec<Row>) -> Vec<Shown> {
    let near: Vec<bool> = (0..rows.len())
        .map(|at| {
            let from = at.saturating_sub(AROUND);
            rows.iter().skip(from).take(at - from + AROUND + 1).any(|row| row.changed)
        })
        .collect();
    let mut shown = Vec::new();
    for (row, near) in rows.into_iter().zip(near) {
        match (near, shown.last_mut()) {
            (true, _) => shown.push(Shown::Row(row)),
            (false, Some(Shown::Alike(count))) => *count += 1,
            (false, Some(Shown::Row(_)) | None) => shown.push(Shown::Alike(1)),
        }
    }
    shown
}

fn row(
    (left, right): (Option<&str>, Option<&str>),
    (old_at, new_at): (usize, usize),
    alike: bool,
) -> Row {
    let whole = |text: &str| vec![(text.to_owned(), !alike)];
    let (left_pieces, right_pieces) = match (left, right) {
        (Some(left), Some(right)) if !alike => words(left, right),
        (left, right) => {
            (left.map(whole).unwrap_or_default(), right.map(whole).unwrap_or_default())
        }
    };
    Row {
        left: left.map(|_| Side { number: old_at + 1, pieces: left_pieces }),
        right: right.map(|_| Side { number: new_at + 1, pieces: right_pieces }),
        changed: !alike,
    }
}

type Pieces = Vec<(String, bool)>;

/// The words of two lines, those that differ marked.
fn words(left: &str, right: &str) -> (Pieces, Pieces) {
    let (old, new) = (split(left), split(right));
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let changed = !matches!(op, DiffOp::Equal { .. });
        let text = |part: Option<&[&str]>| part.unwrap_or_default().concat();
        let (gone, come) = (text(old.get(op.old_range())), text(new.get(op.new_range())));
        if !gone.is_empty() {
            left.push((gone, changed));
        }
        if !come.is_empty() {
            right.push((come, changed));
        }
    }
    (left, right)
}

/// Words, blanks and signs; together they are the text.
fn split(text: &str) -> Vec<&str> {
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

/// Where each line of a text stands in a later one, counted from 1; none where it is there no more.
#[must_use]
pub(crate) fn places(before: &str, after: &str) -> Vec<Option<usize>> {
    let (old, new) = (lines(before), lines(after));
    let mut places = vec![None; old.len()];
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let DiffOp::Equal { old_index, new_index, len } = op else { continue };
        for (place, at) in places.iter_mut().skip(old_index).take(len).zip(new_index + 1..) {
            *place = Some(at);
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn text(pieces: &[(String, bool)], changed: bool) -> String {
        pieces.iter().filter(|(_, mark)| *mark == changed).map(|(text, _)| text.as_str()).collect()
    }

    #[test]
    fn a_changed_line_stands_beside_the_other_with_its_words_marked() {
        let rows = rows("We meet on Mondays\nat noon", "We meet on Fridays\nat noon");
        assert_eq!(rows.iter().map(|row| row.changed).collect::<Vec<_>>(), [true, false]);
        let (left, right) = (rows[0].left.as_ref().unwrap(), rows[0].right.as_ref().unwrap());
        assert_eq!((left.number, text(&left.pieces, true)), (1, "Mondays".to_owned()));
        assert_eq!(text(&right.pieces, true), "Fridays");
        assert_eq!(text(&right.pieces, false), "We meet on ");
    }

    #[test]
    fn what_is_alike_and_far_away_is_left_out() {
        let before = (1..=20).map(|n| n.to_string()).collect::<Vec<_>>().join("\n");
        let shown = shortened(rows(&before, &format!("{before}\nmore")));
        assert_eq!(shown.first(), Some(&Shown::Alike(17)));
        assert_eq!(shown.len(), 1 + AROUND + 1);
        assert_eq!(shortened(rows(&before, &before)), [Shown::Alike(20)]);
    }

    #[test]
    fn a_line_is_found_where_it_went() {
        assert_eq!(places("a\nb\nc", "x\na\nc"), [Some(2), None, Some(3)]);
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_back(before in "[ab\n ]{0,30}", after in "[ab\n ]{0,30}") {
            let side = |pick: fn(&Row) -> Option<&Side>, rows: &[Row]| -> String {
                let line = |side: &Side| side.pieces.iter().map(|(text, _)| text.as_str()).collect::<String>();
                rows.iter().filter_map(pick).map(line).collect::<Vec<_>>().join("\n")
            };
            let rows = rows(&before, &after);
            prop_assert_eq!(side(|row| row.left.as_ref(), &rows), before);
            prop_assert_eq!(side(|row| row.right.as_ref(), &rows), after);
        }
    }
}

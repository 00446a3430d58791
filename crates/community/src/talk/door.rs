//! Where guests and community members may write.

/// Where guests may write, as the partnership has set it: the most exact says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Door {
    /// The kind of record; everywhere when there is none.
    pub kind: Option<String>,
    /// The one record; all of the kind when there is none.
    pub id: Option<String>,
    /// Whether guests may write there.
    pub guests: bool,
}

/// Whether guests may write about a record; without a word on it they only read.
#[must_use]
pub(crate) fn is_open(doors: &[Door], kind: &str, id: &str) -> bool {
    let exactness = |door: &&Door| match (&door.kind, &door.id) {
        (None, _) => Some(0),
        (Some(of), None) => (of == kind).then_some(1),
        (Some(of), Some(one)) => (of == kind && one == id).then_some(2),
    };
    let fitting = doors.iter().filter_map(|door| Some((exactness(&door)?, door.guests)));
    fitting.max_by_key(|(exact, _)| *exact).is_some_and(|(_, guests)| guests)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn door(kind: &str, id: &str, guests: bool) -> Door {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Door { kind: some(kind), id: some(id), guests }
    }

    #[test]
    fn the_most_exact_word_decides_and_without_one_guests_read() {
        assert!(!is_open(&[], "decision", "dec_1"));
        let everywhere = [door("", "", true), door("agreement", "", false)];
        assert!(is_open(&everywhere, "decision", "dec_1"));
        assert!(!is_open(&everywhere, "agreement", "agr_1"));
        let one = [door("agreement", "", false), door("agreement", "agr_1", true)];
        assert!(is_open(&one, "agreement", "agr_1"));
        assert!(!is_open(&one, "agreement", "agr_2"));
        assert!(!is_open(&one, "decision", "agr_1"));
    }
}

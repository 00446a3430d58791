//! An amendment: other words for some lines of a version, and what was answered.

pub(crate) mod store;

use base::{Instant, Prose, Reason, Revision};

use super::{DraftError, DraftId, Text, lines};
use crate::{merge::merge, talk::Voice};

base::id! {
    /// Names an amendment.
    pub AmendmentId = "amd";
}

base::words! {
    /// Where an amendment stands.
    pub enum Standing {
        /// It waits for an answer.
        Open = "open",
        /// It was taken in.
        Accepted = "accepted",
        /// It was not taken in.
        Declined = "declined",
        /// The one who proposed it took it back.
        Withdrawn = "withdrawn",
    }
}

/// The most lines that one amendment changes.
pub const MOST_LINES: i64 = 200;

/// Other words for some lines.
pub type Words = Prose<8000>;

/// Some lines of a version, counted from 1; the last one is among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The version.
    pub version: i64,
    /// The first line.
    pub first: i64,
    /// The last line.
    pub last: i64,
}

/// What was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Who answered, for whom, when.
    pub by: Voice,
    /// Why it was not taken in, or a word on taking it in.
    pub words: Option<Reason>,
    /// The version that took it in.
    pub version: Option<i64>,
}

/// An amendment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amendment {
    /// Its name.
    pub id: AmendmentId,
    /// Its draft.
    pub draft: DraftId,
    /// The lines that it changes.
    pub span: Span,
    /// How they read.
    pub before: String,
    /// How they should read; none when they should go.
    pub after: Option<Words>,
    /// Why.
    pub why: Reason,
    /// Who proposed it.
    pub by: Voice,
    /// Where it stands.
    pub standing: Standing,
    /// What was answered.
    pub answer: Option<Answer>,
    /// How often it was changed.
    pub revision: Revision,
}

impl Span {
    /// The lines of a text that it names, as one text.
    ///
    /// # Errors
    /// When the text has no such lines, or they are too many at once.
    pub fn of(self, text: &str) -> Result<String, DraftError> {
        let (all, (first, last)) = (lines(text), self.places()?);
        let some =
            all.get(first..last).ok_or_else(|| DraftError::field("last", "draft_no_line"))?;
        Ok(some.join("\n"))
    }

    /// A text with other words in the place of these lines.
    ///
    /// # Errors
    /// When the text has no such lines.
    pub fn replaced(self, text: &str, words: Option<&str>) -> Result<String, DraftError> {
        let (all, (first, last)) = (lines(text), self.places()?);
        let missing = || DraftError::field("last", "draft_no_line");
        let before = all.get(..first).ok_or_else(missing)?;
        let after = all.get(last..).ok_or_else(missing)?;
        let parts = before.iter().copied().chain(words).chain(after.iter().copied());
        Ok(parts.collect::<Vec<_>>().join("\n"))
    }

    /// Its lines as places, the first one counted from 0.
    fn places(self) -> Result<(usize, usize), DraftError> {
        if self.first < 1 || self.last < self.first {
            return Err(DraftError::field("last", "draft_no_line"));
        }
        if self.last - self.first >= MOST_LINES {
            return Err(DraftError::field("last", "draft_many_lines"));
        }
        let place = |line: i64| usize::try_from(line).unwrap_or(usize::MAX);
        Ok((place(self.first - 1), place(self.last)))
    }
}

impl Amendment {
    /// How the draft reads with it: taken into the version that it was made for, and brought
    /// together with what was saved since.
    ///
    /// # Errors
    /// When its lines were changed since, or nothing would be left.
    pub fn taken_into(&self, base: &Text, now: &Text) -> Result<Text, DraftError> {
        let words = self.after.as_ref().map(Words::as_str);
        let sent = self.span.replaced(base.as_str(), words)?;
        let merged = merge(base.as_str(), now.as_str(), &sent);
        if !merged.collisions.is_empty() {
            return Err(DraftError::LinesChanged);
        }
        merged.text.parse().map_err(|_empty| DraftError::TooLong)
    }

    /// Takes it in.
    ///
    /// # Errors
    /// When it does not wait for an answer.
    pub fn accept(
        &mut self,
        by: Voice,
        words: Option<Reason>,
        version: i64,
    ) -> Result<(), DraftError> {
        self.is_open()?;
        self.standing = Standing::Accepted;
        self.answer = Some(Answer { by, words, version: Some(version) });
        Ok(())
    }

    /// Says why it is not taken in.
    ///
    /// # Errors
    /// When it does not wait for an answer.
    pub fn decline(&mut self, by: Voice, why: Reason) -> Result<(), DraftError> {
        self.is_open()?;
        self.standing = Standing::Declined;
        self.answer = Some(Answer { by, words: Some(why), version: None });
        Ok(())
    }

    /// Takes it back, as the one who proposed it.
    ///
    /// # Errors
    /// When another did, or it does not wait for an answer.
    pub fn withdraw(&mut self, by: Voice) -> Result<(), DraftError> {
        if self.by.person != by.person {
            return Err(DraftError::NotYours);
        }
        self.is_open()?;
        self.standing = Standing::Withdrawn;
        self.answer = Some(Answer { by, words: None, version: None });
        Ok(())
    }

    /// When it was answered.
    #[must_use]
    pub fn answered_at(&self) -> Option<Instant> {
        self.answer.as_ref().map(|answer| answer.by.at)
    }

    /// Whether it waits for an answer.
    ///
    /// # Errors
    /// When it does not.
    pub fn is_open(&self) -> Result<(), DraftError> {
        match self.standing {
            Standing::Open => Ok(()),
            Standing::Accepted | Standing::Declined | Standing::Withdrawn => {
                Err(DraftError::Answered { standing: self.standing })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use base::Id as _;

    use super::*;
    use crate::draft::tests::voice;

    const TEXT: &str = "One\nTwo\nThree";

    fn span(first: i64, last: i64) -> Span {
        Span { version: 1, first, last }
    }

    fn amendment(first: i64, last: i64, after: Option<&str>) -> Amendment {
        Amendment {
            id: AmendmentId::from_bits(1),
            draft: DraftId::from_bits(1),
            span: span(first, last),
            before: span(first, last).of(TEXT).unwrap(),
            after: after.map(|text| text.parse().unwrap()),
            why: "Shorter".parse().unwrap(),
            by: voice(2),
            standing: Standing::Open,
            answer: None,
            revision: Revision(1),
        }
    }

    fn text(text: &str) -> Text {
        text.parse().unwrap()
    }

    #[test]
    fn lines_that_are_not_there_are_refused() {
        for (first, last) in [(0, 1), (1, 0), (1, 4), (4, 4), (1, 500), (-1, -1)] {
            assert!(span(first, last).of(TEXT).is_err(), "{first} {last}");
        }
        assert_eq!(span(2, 3).of(TEXT).unwrap(), "Two\nThree");
    }

    #[test]
    fn it_is_taken_in_beside_what_was_saved_since() {
        let other = amendment(3, 3, Some("Drei\nVier"));
        assert_eq!(
            other.taken_into(&text(TEXT), &text(TEXT)).unwrap(),
            text("One\nTwo\nDrei\nVier")
        );
        let since = text("Zero\nOne\nTwo\nThree");
        assert_eq!(
            other.taken_into(&text(TEXT), &since).unwrap(),
            text("Zero\nOne\nTwo\nDrei\nVier")
        );
        let gone = amendment(2, 2, None);
        assert_eq!(gone.taken_into(&text(TEXT), &since).unwrap(), text("Zero\nOne\nThree"));
    }

    #[test]
    fn lines_that_were_changed_since_are_not_overwritten() {
        let other = amendment(3, 3, Some("Drei"));
        let since = text("One\nTwo\nTres");
        assert!(matches!(other.taken_into(&text(TEXT), &since), Err(DraftError::LinesChanged)));
        let all = amendment(1, 3, None);
        assert!(matches!(all.taken_into(&text(TEXT), &text(TEXT)), Err(DraftError::TooLong)));
    }

    #[test]
    fn it_is_answered_once_and_taken_back_only_by_the_one_who_proposed_it() {
        let mut one = amendment(1, 1, Some("Eins"));
        assert!(matches!(one.withdraw(voice(1)), Err(DraftError::NotYours)));
        one.decline(voice(1), "It says the same".parse().unwrap()).unwrap();
        assert!(matches!(one.accept(voice(1), None, 2), Err(DraftError::Answered { .. })));
        assert!(matches!(one.withdraw(voice(2)), Err(DraftError::Answered { .. })));
    }
}

//! Checkpoints: what a log says that it holds (C2SP tlog-checkpoint).

use std::{fmt, str::FromStr};

use crate::{Error, Hash, Note, hash::decimal};

/// The state of a log: its name, how many entries it has, and the root over them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// The log's name.
    pub origin: String,
    /// How many entries it has.
    pub size: u64,
    /// The root over them.
    pub root: Hash,
    /// Further lines, which nobody can check. Ours write none.
    pub extensions: Vec<String>,
}

impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n{}\n{}\n", self.origin, self.size, self.root)?;
        self.extensions.iter().try_for_each(|line| writeln!(f, "{line}"))
    }
}

impl FromStr for Checkpoint {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let whole = text.strip_suffix('\n').ok_or(malformed("its last line has no end"))?;
        let mut lines = whole.split('\n');
        let (Some(origin), Some(size), Some(root)) = (lines.next(), lines.next(), lines.next())
        else {
            return Err(malformed("it has less than three lines"));
        };
        let extensions: Vec<String> = lines.map(str::to_owned).collect();
        if origin.is_empty() || extensions.iter().any(String::is_empty) {
            return Err(malformed("it has an empty line"));
        }
        let size = decimal(size).ok_or(malformed("its size is no plain number"))?;
        Ok(Self { origin: origin.to_owned(), size, root: root.parse()?, extensions })
    }
}

/// A checkpoint with its signatures, none of which was checked yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedCheckpoint {
    checkpoint: Checkpoint,
    note: Note,
}

impl SignedCheckpoint {
    /// Reads a checkpoint with at least one signature.
    ///
    /// # Errors
    /// When it is no signed note, or its text no checkpoint.
    pub fn read(bytes: &[u8]) -> Result<Self, Error> {
        let note = Note::read(bytes)?;
        Ok(Self { checkpoint: note.text().parse()?, note })
    }

    /// What it says.
    #[must_use]
    pub fn checkpoint(&self) -> &Checkpoint {
        &self.checkpoint
    }

    /// The note that says it.
    #[must_use]
    pub fn note(&self) -> &Note {
        &self.note
    }
}

impl fmt::Display for SignedCheckpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.note.fmt(f)
    }
}

const fn malformed(why: &'static str) -> Error {
    Error::malformed("checkpoint", why)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

    #[test]
    fn the_example_of_the_specification_is_read() {
        let checkpoint: Checkpoint = TEXT.parse().unwrap();
        assert_eq!(checkpoint.origin, "example.com/behind-the-sofa");
        assert_eq!(checkpoint.size, 20_852_163);
        assert_eq!(checkpoint.to_string(), TEXT);
        let extended = format!("{TEXT}one more\n");
        assert_eq!(extended.parse::<Checkpoint>().unwrap().to_string(), extended);
    }

    #[test]
    fn what_is_not_of_the_form_is_refused() {
        for (from, to) in [
            ("2I=\n", "2I="),
            ("2I=\n", "2I=\n\n"),
            ("2I=\n", "2I=\n\nmore\n"),
            ("2085", "02085"),
            ("2085", "+2085"),
            ("20852163", "184467440737095516160"),
            ("\n20852163", ""),
            ("2I=", "2J="),
            ("example.com/behind-the-sofa", ""),
        ] {
            assert!(TEXT.contains(from));
            assert!(TEXT.replace(from, to).parse::<Checkpoint>().is_err(), "{from:?} → {to:?}");
        }
    }
}

//! Signed notes: a text and the lines of those who signed it (C2SP signed-note).

use std::{fmt, str::FromStr};

use data_encoding::BASE64;

use crate::Error;

/// A text with its signatures, none of which was checked yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    text: String,
    signatures: Vec<Signature>,
}

/// A line of a note: who signed, with which key, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The name of the key.
    pub name: String,
    /// The number of the key, which also stands for its kind.
    pub key: u32,
    /// What the key's kind says that a signature is.
    pub bytes: Vec<u8>,
}

/// Few enough to check, and more than the 16 that everyone must accept.
const MAX_SIGNATURES: usize = 100;

impl Note {
    /// A note that nobody signed yet.
    ///
    /// # Errors
    /// When the text is not one or more whole lines, or has control characters.
    pub fn new(text: impl Into<String>) -> Result<Self, Error> {
        let text = text.into();
        if !text.ends_with('\n') {
            return Err(malformed("its text does not end with a line break"));
        }
        if text.bytes().any(|byte| byte < b' ' && byte != b'\n') {
            return Err(malformed("it has a control character"));
        }
        Ok(Self { text, signatures: Vec::new() })
    }

    /// Reads a note with at least one signature.
    ///
    /// # Errors
    /// When it is not of the form that the specification gives.
    pub fn read(bytes: &[u8]) -> Result<Self, Error> {
        let Ok(note) = std::str::from_utf8(bytes) else {
            return Err(malformed("it is not UTF-8"));
        };
        // The last empty line parts them: the text may have empty lines of its own.
        let (before, lines) = note.rsplit_once("\n\n").ok_or(malformed("it has no empty line"))?;
        let mut note = Self::new(format!("{before}\n"))?;
        note.signatures = signature_lines(lines)?;
        if note.signatures.is_empty() {
            return Err(malformed("nobody signed it"));
        }
        Ok(note)
    }

    /// What was signed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Who says to have signed it.
    #[must_use]
    pub fn signatures(&self) -> &[Signature] {
        &self.signatures
    }

    /// The same note, signed by one more.
    #[must_use]
    pub fn with(mut self, signature: Signature) -> Self {
        self.signatures.push(signature);
        self
    }
}

/// Reads whole signature lines, such as a witness answers with.
///
/// # Errors
/// When one of them is not of the form that the specification gives.
pub fn signature_lines(text: &str) -> Result<Vec<Signature>, Error> {
    if !text.is_empty() && !text.ends_with('\n') {
        return Err(malformed("its last line has no end"));
    }
    let signatures = text.split_terminator('\n').map(str::parse);
    let signatures: Vec<Signature> =
        signatures.take(MAX_SIGNATURES + 1).collect::<Result<_, _>>()?;
    if signatures.len() > MAX_SIGNATURES {
        return Err(malformed("too many signed it"));
    }
    Ok(signatures)
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text)?;
        self.signatures.iter().try_for_each(|signature| write!(f, "{signature}"))
    }
}

impl fmt::Display for Signature {
    /// Writes the line with its end.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = [&self.key.to_be_bytes(), self.bytes.as_slice()].concat();
        writeln!(f, "— {} {}", self.name, BASE64.encode(&bytes))
    }
}

impl FromStr for Signature {
    type Err = Error;

    /// Reads a line without its end.
    fn from_str(line: &str) -> Result<Self, Error> {
        let parse = || {
            let (name, bytes) = line.strip_prefix("— ")?.split_once(' ')?;
            let bytes = BASE64.decode(bytes.as_bytes()).ok()?;
            let (key, bytes) = bytes.split_first_chunk()?;
            let known = is_name(name) && !bytes.is_empty();
            let key = u32::from_be_bytes(*key);
            known.then(|| Self { name: name.to_owned(), key, bytes: bytes.to_vec() })
        };
        parse().ok_or(malformed("a signature line is not of the form `— name base64`"))
    }
}

/// Whether a key may be named so.
pub(crate) fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.contains(|c: char| c.is_whitespace() || c < ' ' || c == '+')
}

const fn malformed(why: &'static str) -> Error {
    Error::malformed("signed note", why)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTE: &str = "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito \
        sera.\n\n— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJ\
        KONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n";

    #[test]
    fn the_last_empty_line_ends_the_text() {
        let note = Note::read(NOTE.as_bytes()).unwrap();
        assert!(note.text().ends_with("sole:\n\ned è subito sera.\n"));
        assert_eq!(note.signatures().len(), 1);
        assert_eq!(note.signatures()[0].name, "quasimodo.example/salvatore");
        assert_eq!(note.to_string(), NOTE);
    }

    #[test]
    fn what_is_not_of_the_form_is_refused() {
        for (from, to) in [
            ("\n\n—", "\n—"),
            ("— q", "- q"),
            ("— q", "—  q"),
            (" Nnug", "  Nnug"),
            ("\n", "\r\n"),
            ("sera", "se\tra"),
            ("salvatore", "salva+tore"),
            ("salvatore", "salva\u{a0}tore"),
            ("Ic=\n", "Ic=\n\n"),
            ("Ic=\n", "Ic="),
            ("Ic=\n", "Id=\n"),
            ("Ic=\n", "Ic\n"),
        ] {
            assert!(NOTE.contains(from));
            assert!(Note::read(NOTE.replace(from, to).as_bytes()).is_err(), "{from:?} → {to:?}");
        }
        let text = NOTE.split_inclusive("\n\n").take(2).collect::<String>();
        assert!(Note::read(text.as_bytes()).is_err());
        assert!(Note::read(&[0xff, b'\n']).is_err());
    }
}

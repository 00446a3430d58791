//! Evidence: the links and files that show what was done.
//!
//! A file is taken for what its bytes are, never for what its name says, and only of kinds that
//! a reader can open without running anything. It is always sent as a download.

mod commands;
mod queries;
pub(crate) mod store;

use base::{Instant, Line, OrganizationId, PersonId, Title, WebLink};

pub(crate) use self::{commands::keep, queries::download};
pub use self::{
    commands::{Proof, add_evidence, remove_evidence},
    queries::{Download, evidence_file},
};

base::id! {
    /// Names a piece of evidence.
    pub EvidenceId = "evd";
}

base::words! {
    /// The kinds of files that are taken, by media type.
    pub enum MediaType {
        /// Portable document.
        Pdf = "application/pdf",
        /// Picture without loss.
        Png = "image/png",
        /// Photograph.
        Jpeg = "image/jpeg",
        /// Either, smaller.
        Webp = "image/webp",
        /// Plain text.
        Text = "text/plain",
        /// A table of values.
        Csv = "text/csv",
        /// Word document.
        Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        /// Workbook.
        Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        /// Open document.
        Odt = "application/vnd.oasis.opendocument.text",
    }
}

/// The most bytes of one file.
pub const MOST_BYTES: usize = 10 * 1024 * 1024;
/// The most pieces of evidence for one commitment.
pub const MOST_PIECES: i64 = 30;

/// A file's name as its reader sees it.
pub type FileName = Line<120>;

/// One piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Its name.
    pub id: EvidenceId,
    /// What it is called.
    pub label: Title,
    /// What it is.
    pub content: Content,
    /// When it was added.
    pub added_at: Instant,
    /// Who added it, and alone may take it away.
    pub added_by: PersonId,
    /// For which organization.
    pub organization: OrganizationId,
}

/// What a piece of evidence is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A page elsewhere.
    Link(WebLink),
    /// A file kept here.
    File {
        /// Its kind.
        media_type: MediaType,
        /// Its size.
        size_bytes: i64,
    },
}

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It holds nothing.
    Empty,
    /// It is larger than [`MOST_BYTES`].
    TooLarge,
    /// Its bytes are of no kind that is taken.
    Kind,
}

impl Refusal {
    /// The code of its message.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "evidence_empty",
            Self::TooLarge => "evidence_too_large",
            Self::Kind => "evidence_kind",
        }
    }
}

impl MediaType {
    /// The ending of a file of this kind.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::Webp => "webp",
            Self::Text => "txt",
            Self::Csv => "csv",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Odt => "odt",
        }
    }
}

/// The kind of a file by its bytes; the name only tells a table from other plain text.
///
/// # Errors
/// When it is empty, too large or of no kind that is taken.
pub fn kind_of(name: &str, bytes: &[u8]) -> Result<MediaType, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    if bytes.len() > MOST_BYTES {
        return Err(Refusal::TooLarge);
    }
    let starts = |signature: &[u8]| bytes.starts_with(signature);
    let at = |from: usize, signature: &[u8]| {
        bytes.get(from..).is_some_and(|rest| rest.starts_with(signature))
    };
    if starts(b"%PDF-") {
        Ok(MediaType::Pdf)
    } else if starts(b"\x89PNG\r\n\x1a\n") {
        Ok(MediaType::Png)
    } else if starts(b"\xff\xd8\xff") {
        Ok(MediaType::Jpeg)
    } else if starts(b"RIFF") && at(8, b"WEBP") {
        Ok(MediaType::Webp)
    } else if starts(b"PK\x03\x04") {
        office(bytes).ok_or(Refusal::Kind)
    } else {
        plain(name, bytes).ok_or(Refusal::Kind)
    }
}

/// The name under which a file is sent: what it is called, with the ending of its kind and
/// nothing that an address or a header could trip over.
#[must_use]
pub fn download_name(label: &str, kind: MediaType) -> String {
    let ending = format!(".{}", kind.ending());
    let stem = label.strip_suffix(&ending).unwrap_or(label);
    let safe = |c: char| if c.is_ascii_alphanumeric() || "-_ ".contains(c) { c } else { '-' };
    let stem: String = stem.chars().map(safe).take(80).collect();
    let stem = stem.trim_matches([' ', '-']);
    format!("{}{ending}", if stem.is_empty() { "evidence" } else { stem })
}

/// An office document: a ZIP whose parts have the names that its standard gives them. Macro
/// documents name a `vbaProject.bin` and are not taken.
fn office(bytes: &[u8]) -> Option<MediaType> {
    // OpenDocument: the first entry is `mimetype`, stored, with the type as its content
    // (OpenDocument 1.3 part 2, 3.3).
    let odt = b"mimetypeapplication/vnd.oasis.opendocument.text";
    if bytes.get(30..).is_some_and(|rest| rest.starts_with(odt)) {
        let next = bytes.get(30 + odt.len()..).and_then(|rest| rest.first());
        return (next == Some(&b'P')).then_some(MediaType::Odt);
    }
    if contains(bytes, b"vbaProject.bin") || !contains(bytes, b"[Content_Types].xml") {
        return None;
    }
    if contains(bytes, b"word/document.xml") {
        Some(MediaType::Docx)
    } else if contains(bytes, b"xl/workbook.xml") {
        Some(MediaType::Xlsx)
    } else {
        None
    }
}

/// Text in UTF-8 that no browser would take for a page or a program.
fn plain(name: &str, bytes: &[u8]) -> Option<MediaType> {
    let text = std::str::from_utf8(bytes).ok()?;
    let odd = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    if text.trim_start_matches('\u{feff}').chars().any(odd) {
        return None;
    }
    let start = text.trim_start_matches('\u{feff}').trim_start().to_lowercase();
    if start.starts_with('<') || start.starts_with("#!") || start.starts_with("{\\rtf") {
        return None;
    }
    let table = name.to_lowercase().ends_with(".csv");
    Some(if table { MediaType::Csv } else { MediaType::Text })
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn zip(parts: &[&str]) -> Vec<u8> {
        let mut bytes = b"PK\x03\x04".to_vec();
        for part in parts {
            bytes.extend([0; 26]);
            bytes.extend(part.as_bytes());
        }
        bytes
    }

    #[test]
    fn files_are_known_by_their_bytes() {
        let open_document = {
            let mut bytes = b"PK\x03\x04".to_vec();
            bytes.extend([0; 26]);
            bytes.extend(b"mimetypeapplication/vnd.oasis.opendocument.textPK");
            bytes
        };
        for (bytes, kind) in [
            (b"%PDF-1.7\n...".to_vec(), MediaType::Pdf),
            (b"\x89PNG\r\n\x1a\n....".to_vec(), MediaType::Png),
            (b"\xff\xd8\xff\xe0....".to_vec(), MediaType::Jpeg),
            (b"RIFF\x10\0\0\0WEBPVP8 ".to_vec(), MediaType::Webp),
            (b"Units open on May 8: 12".to_vec(), MediaType::Text),
            (zip(&["[Content_Types].xml", "word/document.xml"]), MediaType::Docx),
            (zip(&["[Content_Types].xml", "xl/workbook.xml"]), MediaType::Xlsx),
            (open_document, MediaType::Odt),
        ] {
            // The name lies; the bytes decide.
            assert_eq!(kind_of("list.exe", &bytes), Ok(kind));
        }
        assert_eq!(kind_of("List.CSV", b"a,b\n1,2\n"), Ok(MediaType::Csv));
    }

    #[test]
    fn what_could_run_is_refused_whatever_it_is_called() {
        for bytes in [
            b"<html><script>alert(1)</script>".to_vec(),
            b"\xef\xbb\xbf  <svg onload=alert(1)>".to_vec(),
            b"<?xml version=\"1.0\"?>".to_vec(),
            b"#!/bin/sh\nrm".to_vec(),
            b"MZ\x90\0\x03".to_vec(),
            b"\x7fELF\x02".to_vec(),
            b"GIF89a\x01\0\x01\0".to_vec(),
            b"PK\x03\x04 some other archive".to_vec(),
            b"{\\rtf1 ".to_vec(),
            b"text with \0 in it".to_vec(),
            zip(&["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"]),
            vec![0xff, 0xfe, 0x41],
        ] {
            assert_eq!(kind_of("list.pdf", &bytes), Err(Refusal::Kind), "{bytes:?}");
        }
        assert_eq!(kind_of("list.pdf", b""), Err(Refusal::Empty));
        assert_eq!(kind_of("a.txt", &vec![b'a'; MOST_BYTES + 1]), Err(Refusal::TooLarge));
        assert_eq!(kind_of("a.txt", &vec![b'a'; MOST_BYTES]), Ok(MediaType::Text));
    }

    #[test]
    fn a_download_has_a_plain_name_and_the_ending_of_its_kind() {
        assert_eq!(download_name("List, May 3", MediaType::Pdf), "List- May 3.pdf");
        assert_eq!(download_name("list.pdf", MediaType::Pdf), "list.pdf");
        assert_eq!(download_name("../../etc/passwd", MediaType::Text), "etc-passwd.txt");
        assert_eq!(
            download_name("a\"; filename=\"x.exe", MediaType::Png),
            "a-- filename--x-exe.png"
        );
        assert_eq!(download_name("ñ", MediaType::Csv), "evidence.csv");
    }

    proptest! {
        #[test]
        fn no_bytes_make_the_check_panic(name in ".{0,20}", bytes: Vec<u8>) {
            prop_assert!(kind_of(&name, &bytes) != Err(Refusal::TooLarge));
            let name = download_name(&name, MediaType::Pdf);
            prop_assert!(name.is_ascii() && name.rsplit_once('.').is_some_and(|it| it.1 == "pdf"));
        }
    }
}

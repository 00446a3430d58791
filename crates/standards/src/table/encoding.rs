//! From bytes to text: UTF-8 and UTF-16 with their marks, and windows-1252 for all that is neither.

use crate::finding::{Code, Finding};

/// What windows-1252 has where Latin-1 has control characters; five places stand for nothing.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž',
    '\u{fffd}', '\u{fffd}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}',
    'ž', 'Ÿ',
];

/// The text, and a warning when its encoding had to be guessed.
pub(super) fn decode(bytes: &[u8]) -> Result<(String, Option<Code>), Box<Finding>> {
    let refusal = |code| Err(Box::new(Finding::of_file(code)));
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return refusal(Code::Workbook);
    }
    let (text, warning) = if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        (utf16(rest, u16::from_le_bytes), None)
    } else if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        (utf16(rest, u16::from_be_bytes), None)
    } else {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        match std::str::from_utf8(bytes) {
            Ok(text) => (Some(text.to_owned()), None),
            Err(_) => (Some(windows_1252(bytes)), Some(Code::ReadAsWindows1252)),
        }
    };
    let Some(text) = text else { return refusal(Code::NotText) };
    // Pictures, archives and UTF-16 without its mark: text has hardly any control characters.
    let start = text.chars().take(4096);
    let strange = start.clone().filter(|&c| super::is_no_text(c) || c == '\u{fffd}').count();
    if strange * 20 > start.count() {
        return refusal(Code::NotText);
    }
    Ok((text, warning))
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    char::decode_utf16(pairs.iter().map(|&pair| unit(pair))).collect::<Result<_, _>>().ok()
}

fn windows_1252(bytes: &[u8]) -> String {
    bytes
        .iter()
        .map(|&byte| match byte {
            0x80..=0x9f => {
                WINDOWS_1252.get(usize::from(byte - 0x80)).copied().unwrap_or('\u{fffd}')
            }
            _ => char::from(byte),
        })
        .collect()
}

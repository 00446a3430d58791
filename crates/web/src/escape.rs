//! Escaping for HTML. A page of a list hands some 30 KB to it; askama's own looks at each byte by itself.

use std::fmt::{self, Write};

use askama::filters::Escaper;

/// Escapes what could be markup or end an attribute, as askama's own does; the configurations of all packages name it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Escape;

/// The signs that are escaped.
const SPECIAL: [u8; 5] = *b"\"&'<>";

/// Bytes that are looked at together: what the compiler does with one instruction each.
const TOGETHER: usize = 16;

impl Escaper for Escape {
    fn write_escaped_str<W: Write>(&self, mut dest: W, string: &str) -> fmt::Result {
        let mut rest = string;
        while let Some(at) = first(rest.as_bytes()) {
            let (plain, from) = rest.split_at(at);
            dest.write_str(plain)?;
            let mut signs = from.chars();
            if let Some(sign) = signs.next() {
                dest.write_str(escaped(sign))?;
            }
            rest = signs.as_str();
        }
        dest.write_str(rest)
    }
}

/// Where the first sign is that has to be escaped.
fn first(bytes: &[u8]) -> Option<usize> {
    let (chunks, rest) = bytes.as_chunks::<TOGETHER>();
    let mut last = [0; TOGETHER];
    last.get_mut(..rest.len())?.copy_from_slice(rest);
    let found = chunks.iter().position(has_special);
    let from = found.or_else(|| has_special(&last).then_some(chunks.len()))? * TOGETHER;
    let at = bytes.get(from..)?.iter().position(|byte| is_special(*byte))?;
    Some(from + at)
}

/// Whether a sign of these has to be escaped. No early end, and numbers instead of truths: so the compiler
/// compares all bytes with one instruction for each sign.
fn has_special(chunk: &[u8; TOGETHER]) -> bool {
    let special = |byte: u8| SPECIAL.iter().fold(0, |found, sign| found | u8::from(byte == *sign));
    chunk.iter().fold(0, |found, byte| found | special(*byte)) != 0
}

fn is_special(byte: u8) -> bool {
    SPECIAL.contains(&byte)
}

const fn escaped(sign: char) -> &'static str {
    match sign {
        '"' => "&#34;",
        '&' => "&#38;",
        '\'' => "&#39;",
        '<' => "&#60;",
        _ => "&#62;",
    }
}

#[cfg(test)]
mod tests {
    use askama::filters::Html;
    use proptest::prelude::*;

    use super::*;

    fn by(escaper: impl Escaper, text: &str) -> String {
        let mut made = String::new();
        escaper.write_escaped_str(&mut made, text).unwrap();
        made
    }

    #[test]
    fn each_sign_is_escaped_wherever_it_stands() {
        for length in 0..3 * TOGETHER {
            for at in 0..length {
                for sign in ['"', '&', '\'', '<', '>'] {
                    let mut text = "é".repeat(length);
                    text.insert(2 * at, sign);
                    assert_eq!(by(Escape, &text), by(Html, &text));
                }
            }
        }
    }

    proptest! {
        #[test]
        fn it_escapes_as_askama_does(text in "(\\PC|[\"&'<>]){0,80}") {
            prop_assert_eq!(by(Escape, &text), by(Html, &text));
        }
    }
}

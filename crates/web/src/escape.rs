//! Escaping for HTML. A page of a list hands some 30 KB to it; askama's own looks at each byte by itself.

use std::fmt::{self, Write};

use askama::filters::Escaper;

/// Escapes what could be markup or end an attribute, as askama's own does; the configurations of all packages name it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Escape;

/// The signs that are escaped.
const SPECIAL: [u8; 5] = *b"\"&'<>";

/// Bytes that are looked at together.
const TOGETHER: usize = 8;

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
    let (chunks, _rest) = bytes.as_chunks::<TOGETHER>();
    let from =
        chunks.iter().position(|chunk| has_special(*chunk)).unwrap_or(chunks.len()) * TOGETHER;
    let at = bytes.get(from..)?.iter().position(|byte| SPECIAL.contains(byte))?;
    Some(from + at)
}

/// Whether one of eight bytes has to be escaped: they are looked at as one number, which does not depend on
/// what the compiler makes of a loop. A byte that becomes zero borrows from its highest bit.
const fn has_special(chunk: [u8; TOGETHER]) -> bool {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const fn with_zero(bytes: u64) -> u64 {
        bytes.wrapping_sub(ONES) & !bytes & (ONES << 7)
    }
    let bytes = u64::from_le_bytes(chunk);
    // `"` and `&` differ in one bit, and so do `<` and `>`.
    let quote_or_and = with_zero((bytes & (ONES * 0xfb)) ^ (ONES * b'"' as u64));
    let apostrophe = with_zero(bytes ^ (ONES * b'\'' as u64));
    let less_or_more = with_zero((bytes & (ONES * 0xfd)) ^ (ONES * b'<' as u64));
    quote_or_and | apostrophe | less_or_more != 0
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

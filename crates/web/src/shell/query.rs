//! The few things that the shell reads from and writes into addresses.

use std::fmt::Write as _;

/// The path with its query, without what told of a finished act.
pub(super) fn address(path: &str, query: &str) -> String {
    let kept: Vec<_> = query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .filter(|pair| !matches!(pair.split_once('='), Some(("done" | "undo", _))))
        .collect();
    if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) }
}

/// The first value with this name.
pub(super) fn value(query: &str, name: &str) -> Option<String> {
    query.split('&').filter_map(|pair| pair.split_once('=')).find(|pair| pair.0 == name).and_then(
        |(_, value)| {
            let mut bytes = Vec::with_capacity(value.len());
            let mut rest = value.bytes();
            while let Some(byte) = rest.next() {
                bytes.push(match byte {
                    b'+' => b' ',
                    b'%' => hexadecimal(rest.next()?)? * 16 + hexadecimal(rest.next()?)?,
                    plain => plain,
                });
            }
            String::from_utf8(bytes).ok()
        },
    )
}

/// A text as it stands in a query.
pub(super) fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() + 8);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~' | b'/') {
            encoded.push(char::from(byte));
        } else if write!(encoded, "%{byte:02X}").is_err() {
            break;
        }
    }
    encoded
}

/// Whether an address is one of ours that only takes something back. A link made by someone else
/// could name any address; the button must not post anywhere else.
pub(super) fn undoes(path: &str) -> bool {
    let own = path.starts_with('/') && !path.starts_with("//");
    let plain = path.bytes().all(|byte| {
        byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'_' | b'.' | b'~')
    });
    own && plain && !path.contains("..") && path.ends_with("/undo")
}

fn hexadecimal(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_read_and_decoded() {
        let query = "view=table&q=jos%C3%A9+p&done=commitments-kept-notice";
        assert_eq!(value(query, "q").as_deref(), Some("josé p"));
        assert_eq!(value(query, "done").as_deref(), Some("commitments-kept-notice"));
        assert_eq!(value(query, "missing"), None);
        assert_eq!(value("q=%zz", "q"), None);
        assert_eq!(value("q=%f", "q"), None);
    }

    #[test]
    fn an_address_forgets_what_was_done() {
        assert_eq!(address("/p/x", "view=table&done=a-notice&undo=/u"), "/p/x?view=table");
        assert_eq!(address("/p/x", "done=a-notice"), "/p/x");
        assert_eq!(address("/p/x", ""), "/p/x");
    }

    #[test]
    fn what_is_encoded_is_read_back() {
        let text = "/p/x?view=table&q=josé p%";
        assert_eq!(value(&format!("next={}", encode(text)), "next").as_deref(), Some(text));
    }

    #[test]
    fn only_own_addresses_that_undo_are_posted_to() {
        assert!(undoes("/p/riverbend/commitments/cmt_01/keeping/undo"));
        for path in [
            "https://example.org/undo",
            "//example.org/undo",
            "/\\example.org/undo",
            "/p/riverbend/commitments/cmt_01",
            "/p/x/../undo",
            "/p/x?a=/undo",
        ] {
            assert!(!undoes(path), "{path}");
        }
    }
}

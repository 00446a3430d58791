//! Text that was checked where it came in and can be trusted after.

use std::{fmt, str::FromStr};

use crate::{FromValue, ToValue, Value, ValueError, ValueRef};

/// Why a text was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing but blanks.
    #[error("expected some text")]
    Empty,
    /// More characters than are kept.
    #[error("expected at most {max} characters, found {found}")]
    TooLong {
        /// The most that is taken.
        max: usize,
        /// How many came.
        found: usize,
    },
    /// A character that has no place in text.
    #[error("the text holds a control character; type it again")]
    Control,
    /// Not of the form that this kind of text has.
    #[error("expected {expected}")]
    Form {
        /// What would do.
        expected: &'static str,
        /// The code of the catalog message that says so.
        code: &'static str,
    },
}

fn checked(text: &str, max: usize, lines: bool) -> Result<Box<str>, TextError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(TextError::Empty);
    }
    let found = text.chars().count();
    if found > max {
        return Err(TextError::TooLong { max, found });
    }
    let text = if lines { text.replace("\r\n", "\n") } else { text.to_owned() };
    // Bidirectional overrides can make a name read as another one (Unicode TR 36).
    let misleading = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if text
        .chars()
        .any(|c| (c.is_control() && !(lines && (c == '\n' || c == '\t'))) || misleading(c))
    {
        return Err(TextError::Control);
    }
    Ok(text.into())
}

macro_rules! text_type {
    ($name:ident, [$($generics:tt)*], [$($params:tt)*]) => {
        impl<$($generics)*> $name<$($params)*> {
            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl<$($generics)*> fmt::Display for $name<$($params)*> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl<$($generics)*> ToValue for $name<$($params)*> {
            fn to_value(&self) -> Value {
                Value::Text(self.0.to_string())
            }
        }

        impl<$($generics)*> FromValue for $name<$($params)*> {
            fn from_value(value: ValueRef<'_>) -> Result<Self, ValueError> {
                // What was stored had been checked; a later, stricter rule must not lose it.
                value.text().map(|text| Self(text.into()))
            }
        }

        impl<$($generics)*> serde::Serialize for $name<$($params)*> {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de, $($generics)*> serde::Deserialize<'de> for $name<$($params)*> {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <String as serde::Deserialize>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

/// One line of at most `MAX` characters, without blanks around it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Line<const MAX: usize>(Box<str>);
text_type!(Line, [const MAX: usize], [MAX]);

impl<const MAX: usize> FromStr for Line<MAX> {
    type Err = TextError;

    fn from_str(text: &str) -> Result<Self, TextError> {
        checked(text, MAX, false).map(Self)
    }
}

/// Some lines of at most `MAX` characters together.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Prose<const MAX: usize>(Box<str>);
text_type!(Prose, [const MAX: usize], [MAX]);

impl<const MAX: usize> FromStr for Prose<MAX> {
    type Err = TextError;

    fn from_str(text: &str) -> Result<Self, TextError> {
        checked(text, MAX, true).map(Self)
    }
}

/// What a record is called.
pub type Title = Line<200>;

/// Why something was done, in the words of the one who did it.
pub type Reason = Prose<2000>;

/// A short name in an address: small letters, digits and dashes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(Box<str>);
text_type!(Slug, [], []);

impl FromStr for Slug {
    type Err = TextError;

    fn from_str(text: &str) -> Result<Self, TextError> {
        let text = checked(text, 60, false)?;
        let sign = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-';
        if !text.bytes().all(sign) || text.starts_with('-') || text.ends_with('-') {
            return Err(TextError::Form {
                expected: "small letters, digits and dashes",
                code: "slug_unknown",
            });
        }
        Ok(Self(text))
    }
}

/// An address that mail can be sent to; its letters are kept small, so that it is found again.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EmailAddress(Box<str>);
text_type!(EmailAddress, [], []);

impl FromStr for EmailAddress {
    type Err = TextError;

    fn from_str(text: &str) -> Result<Self, TextError> {
        let text = checked(text, 254, false)?.to_lowercase();
        let wrong = TextError::Form {
            expected: "an e-mail address such as name@agency.gov",
            code: "email_unknown",
        };
        let Some((local, domain)) = text.rsplit_once('@') else { return Err(wrong) };
        let local_sign = |c: char| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
        let label = |part: &str| {
            !part.is_empty()
                && part.len() <= 63
                && part.chars().all(|c| c.is_alphanumeric() || c == '-')
                && !part.starts_with('-')
                && !part.ends_with('-')
        };
        let fine = !local.is_empty()
            && local.len() <= 64
            && local.chars().all(local_sign)
            && !local.starts_with('.')
            && !local.ends_with('.')
            && !local.contains("..")
            && domain.contains('.')
            && domain.split('.').all(label);
        if fine { Ok(Self(text.into())) } else { Err(wrong) }
    }
}

/// A link to a page elsewhere: `http` or `https` only, so that it can never run anything here.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WebLink(Box<str>);
text_type!(WebLink, [], []);

impl FromStr for WebLink {
    type Err = TextError;

    fn from_str(text: &str) -> Result<Self, TextError> {
        let text = checked(text, 2000, false)?;
        let wrong = TextError::Form {
            expected: "a web address that begins with https://",
            code: "link_unknown",
        };
        let lower = text.to_ascii_lowercase();
        let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
        let Some(rest) = rest else { return Err(wrong) };
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let blank = text.chars().any(|c| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '`'));
        // `https://bank.example@evil.example` shows one host and opens another.
        if host.is_empty() || host.contains('@') || blank {
            return Err(wrong);
        }
        Ok(Self(text))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn blanks_around_a_line_are_dropped_and_blanks_alone_are_nothing() {
        assert_eq!("  Send the list ".parse::<Title>().unwrap().as_str(), "Send the list");
        assert_eq!(" \t ".parse::<Title>(), Err(TextError::Empty));
    }

    #[test]
    fn characters_that_mislead_are_refused() {
        assert_eq!("a\u{0}b".parse::<Title>(), Err(TextError::Control));
        assert_eq!("abc\u{202e}fdp.exe".parse::<Title>(), Err(TextError::Control));
        assert_eq!("two\nlines".parse::<Title>(), Err(TextError::Control));
        assert!("two\nlines".parse::<Reason>().is_ok());
    }

    #[test]
    fn length_is_counted_in_characters() {
        assert!("ñ".repeat(200).parse::<Title>().is_ok());
        assert!(matches!("ñ".repeat(201).parse::<Title>(), Err(TextError::TooLong { .. })));
    }

    #[test]
    fn only_web_links_that_show_where_they_lead_are_taken() {
        for bad in
            ["javascript:alert(1)", "https://", "https://a@b.example", "//x.example", "https://a b"]
        {
            assert!(bad.parse::<WebLink>().is_err(), "{bad}");
        }
        assert!("HTTPS://Agency.gov/plan?id=1".parse::<WebLink>().is_ok());
    }

    #[test]
    fn an_address_is_kept_in_small_letters() {
        let address: EmailAddress = "Alicia.Moreno@Housing.Example".parse().unwrap();
        assert_eq!(address.as_str(), "alicia.moreno@housing.example");
        for bad in ["a", "a@b", "@b.c", "a@.c", "a b@c.d", "a@b..c", "a@-b.c", ".a@b.c"] {
            assert!(bad.parse::<EmailAddress>().is_err(), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_parsing_panic(text in any::<String>()) {
            drop((text.parse::<Title>(), text.parse::<Reason>(), text.parse::<Slug>()));
            drop((text.parse::<EmailAddress>(), text.parse::<WebLink>()));
        }
    }
}

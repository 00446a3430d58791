//! Identifiers: a prefix that says what is named, then 26 signs that sort by time of making.

use std::fmt;

use rand::{Rng, SeedableRng, rngs::StdRng};

use crate::Instant;

/// Crockford's base 32: no I, L, O or U, so that an identifier survives being read aloud.
const SIGNS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// A text that is not an identifier of the kind asked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected an identifier that begins with `{prefix}_` and has 26 signs after it")]
pub struct IdError {
    /// The prefix of the kind asked for.
    pub prefix: &'static str,
}

/// What all identifiers share. Made by [`id!`](crate::id).
pub trait Id: Copy + Eq + Ord + fmt::Display {
    /// What stands before the underscore.
    const PREFIX: &'static str;

    /// The identifier with these 128 bits: 48 of milliseconds, 80 of chance.
    fn from_bits(bits: u128) -> Self;

    /// Its 128 bits.
    fn bits(self) -> u128;
}

/// Where new identifiers and secrets come from: seeded in tests and demos, the system's own
/// source of chance otherwise.
#[derive(Debug)]
pub struct Ids(StdRng);

impl Ids {
    /// A repeatable source.
    #[must_use]
    pub fn seeded(seed: u64) -> Self {
        Self(StdRng::seed_from_u64(seed))
    }

    /// A source that starts from 256 bits of chance taken by the caller from the system.
    #[must_use]
    pub fn from_entropy(entropy: [u8; 32]) -> Self {
        Self(StdRng::from_seed(entropy))
    }

    /// A new identifier; those made later sort later.
    pub fn next<T: Id>(&mut self, now: Instant) -> T {
        let millis = u128::from((now.micros() / 1000).max(0).unsigned_abs());
        let mut chance = [0_u8; 16];
        self.0.fill_bytes(&mut chance);
        T::from_bits((millis << 80) | (u128::from_le_bytes(chance) >> 48))
    }

    /// 256 bits that nobody can guess.
    pub fn secret(&mut self) -> [u8; 32] {
        let mut secret = [0_u8; 32];
        self.0.fill_bytes(&mut secret);
        secret
    }
}

#[doc(hidden)]
pub fn write_id(f: &mut fmt::Formatter<'_>, prefix: &str, bits: u128) -> fmt::Result {
    f.write_str(prefix)?;
    let mut signs = [b'_'; 27];
    for (place, sign) in signs.iter_mut().skip(1).enumerate() {
        let value = (bits >> (125 - 5 * place)) & 31;
        *sign = SIGNS.get(usize::try_from(value).unwrap_or(0)).copied().unwrap_or(b'0');
    }
    f.write_str(std::str::from_utf8(&signs).unwrap_or_default())
}

#[doc(hidden)]
pub fn read_id(prefix: &'static str, text: &str) -> Result<u128, IdError> {
    let wrong = IdError { prefix };
    let signs = text.strip_prefix(prefix).and_then(|rest| rest.strip_prefix('_'));
    let Some(signs) = signs.filter(|signs| signs.len() == 26) else { return Err(wrong) };
    // A list of fifty rows reads thousands of signs: twelve at a time fit into a word, and whether all are
    // signs is asked at the end.
    let mut seen = 0;
    let mut word = |signs: &[u8]| {
        signs.iter().fold(0_u64, |bits, sign| {
            let value = value_of(*sign);
            seen |= value;
            (bits << 5) | u64::from(value)
        })
    };
    let (first, rest) = signs.as_bytes().split_at(2);
    let (middle, last) = rest.split_at(12);
    let (first, middle, last) = (word(first), word(middle), word(last));
    // 26 signs hold 130 bits: the first may only use three of its five.
    if seen > 31 || first > 0xff {
        return Err(wrong);
    }
    Ok((u128::from(first) << 120) | (u128::from(middle) << 60) | u128::from(last))
}

/// The place of a sign among [`SIGNS`]; more than 31 for what is none.
fn value_of(sign: u8) -> u8 {
    #[expect(clippy::indexing_slicing, reason = "when it is compiled, in a table of all bytes")]
    const PLACES: [u8; 256] = {
        let mut places = [u8::MAX; 256];
        let (mut place, mut left) = (0, SIGNS.as_slice());
        while let [sign, rest @ ..] = left {
            places[*sign as usize] = place;
            (place, left) = (place + 1, rest);
        }
        places
    };
    PLACES.get(usize::from(sign)).copied().unwrap_or(u8::MAX)
}

#[doc(hidden)]
pub mod parts {
    pub use super::{read_id, write_id};
}

/// Makes an identifier type: `base::id! { /// A promise. pub CommitmentId = "cmt"; }`.
#[macro_export]
macro_rules! id {
    ($(#[$meta:meta])* $vis:vis $name:ident = $prefix:literal;) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis struct $name(u128);

        impl $crate::Id for $name {
            const PREFIX: &'static str = $prefix;

            fn from_bits(bits: u128) -> Self {
                Self(bits)
            }

            fn bits(self) -> u128 {
                self.0
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::id_parts::write_id(f, $prefix, self.0)
            }
        }

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(self, f)
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::IdError;

            fn from_str(text: &str) -> ::std::result::Result<Self, Self::Err> {
                $crate::id_parts::read_id($prefix, text).map(Self)
            }
        }

        impl $crate::ToValue for $name {
            fn to_value(&self) -> $crate::Value {
                $crate::Value::Text(self.to_string())
            }
        }

        impl $crate::FromValue for $name {
            fn from_value(
                value: $crate::ValueRef<'_>,
            ) -> ::std::result::Result<Self, $crate::ValueError> {
                let text = value.text()?;
                text.parse().map_err(|_wrong: $crate::IdError| {
                    $crate::ValueError { expected: stringify!($name), found: text.to_owned() }
                })
            }
        }

        impl $crate::__serde::Serialize for $name {
            fn serialize<S: $crate::__serde::Serializer>(
                &self, serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> $crate::__serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                let text = <String as $crate::__serde::Deserialize>::deserialize(deserializer)?;
                text.parse().map_err($crate::__serde::de::Error::custom)
            }
        }
    };
}

id! {
    /// Names a partnership: the owner of every record below it.
    pub PartnershipId = "prt";
}
id! {
    /// Names an organization, which may sit in many partnerships.
    pub OrganizationId = "org";
}
id! {
    /// Names a person; the same person in every partnership.
    pub PersonId = "per";
}
id! {
    /// Names one change in the record.
    pub EventId = "evt";
}
id! {
    /// Names a piece of background work.
    pub JobId = "job";
}
id! {
    /// Names one signed-in browser or device.
    pub SessionId = "ses";
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn an_identifier_reads_back_what_it_wrote(bits: u128) {
            let id = PersonId::from_bits(bits);
            prop_assert_eq!(id.to_string().len(), 30);
            prop_assert_eq!(id.to_string().parse::<PersonId>(), Ok(id));
        }

        #[test]
        fn reading_never_panics(text in "\\PC*") {
            drop(text.parse::<PersonId>());
        }

        #[test]
        fn text_order_is_number_order(a: u128, b: u128) {
            let (a, b) = (PersonId::from_bits(a), PersonId::from_bits(b));
            prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
        }
    }

    #[test]
    fn identifiers_made_later_sort_later() {
        let mut ids = Ids::seeded(7);
        let early: PersonId = ids.next(Instant::from_micros(1_000_000));
        let late: PersonId = ids.next(Instant::from_micros(2_000_000));
        assert!(early < late);
    }

    #[test]
    fn a_neighbouring_kind_is_refused() {
        let id = PersonId::from_bits(1).to_string().replace("per_", "org_");
        assert!(id.parse::<PersonId>().is_err());
        assert!("per_zzzzzzzzzzzzzzzzzzzzzzzzzz".parse::<PersonId>().is_err());
    }
}

//! Passwords: which are good enough, and how they are kept.
//!
//! The rules follow NIST SP 800-63B-4: length counts, composition does not; a password that many
//! people use, or that is made of the person's own name, is refused whatever its length.

mod common;
pub(crate) mod hashing;
mod patterns;

use base::Private;
use icu_normalizer::ComposingNormalizerBorrowed;

/// The fewest characters of a new password.
pub const SHORTEST: usize = 15;

/// The most characters that are taken; enough for a sentence, too few to tire the server.
pub const LONGEST: usize = 256;

/// A password as it was typed, in one Unicode form whatever keyboard it came from.
#[derive(Debug, Clone)]
pub struct Password(Private<String>);

impl Password {
    /// Takes what was typed, when it is not longer than any password may be.
    #[must_use]
    pub fn typed(text: &str) -> Option<Self> {
        // The bound comes first: normalizing may triple a text's length.
        if text.is_empty() || text.len() > LONGEST * 4 {
            return None;
        }
        let text = ComposingNormalizerBorrowed::new_nfkc().normalize(text).into_owned();
        (text.chars().count() <= LONGEST).then(|| Self(Private::new(text)))
    }

    /// The bytes that are hashed.
    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.0.expose().as_bytes()
    }
}

/// Why a new password was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weakness {
    /// Fewer than [`SHORTEST`] characters.
    Short,
    /// Many people use it, or it is such a password with digits or signs around it.
    Common,
    /// It is made of the person's name or address, or of the program's name.
    Personal,
    /// The same few characters again and again, or a row of the keyboard.
    Pattern,
}

impl Weakness {
    /// The code of the message beside the field.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Short => "password_short",
            Self::Common => "password_common",
            Self::Personal => "password_personal",
            Self::Pattern => "password_pattern",
        }
    }
}

/// Finds why `password` should not be kept; `about` are texts that a stranger would try first:
/// the person's name and address.
#[must_use]
pub fn weakness(password: &Password, about: &[&str]) -> Option<Weakness> {
    let text = password.0.expose();
    if text.chars().count() < SHORTEST {
        return Some(Weakness::Short);
    }
    let small = text.to_lowercase();
    if patterns::is_pattern(&small) {
        return Some(Weakness::Pattern);
    }
    if common::is_common(&small) {
        return Some(Weakness::Common);
    }
    if patterns::is_made_of(&small, about) {
        return Some(Weakness::Personal);
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn verdict(text: &str) -> Option<Weakness> {
        let about = ["Alicia Moreno", "alicia.moreno@housing.riverbend.example"];
        weakness(&Password::typed(text).unwrap(), &about)
    }

    #[test]
    fn length_is_what_counts_and_no_kind_of_sign_is_asked_for() {
        assert_eq!(verdict("kqmzhwpvbtc"), Some(Weakness::Short));
        assert_eq!(verdict("the river is high today"), None);
        assert_eq!(verdict("ochomanzanasverdes"), None);
        assert_eq!(verdict("日本語のパスワードです長い文章"), None);
        assert_eq!(verdict(&"dk2-".repeat(64)), Some(Weakness::Pattern));
    }

    #[test]
    fn common_passwords_are_refused_in_every_dress() {
        for text in [
            "administrator2026",
            "Password1234567!",
            "P4$$w0rd2026!!!",
            "12345678password",
            "jennifer19840512",
            "aksjdlasdakj89879",
        ] {
            assert_eq!(verdict(text), Some(Weakness::Common), "{text}");
        }
    }

    #[test]
    fn patterns_are_refused() {
        for text in [
            "aaaaaaaaaaaaaaaa",
            "abcabcabcabcabc",
            "passwordpassword",
            "123456789012345",
            "qwertyuiop12345",
            "qwerty123456789",
            "abcdefghijklmnop",
            "1212121212121212",
            "1qaz2wsx3edc4rfv",
        ] {
            assert_eq!(verdict(text), Some(Weakness::Pattern), "{text}");
        }
    }

    #[test]
    fn what_a_stranger_knows_of_the_person_is_no_password() {
        for text in
            ["Alicia.Moreno2026", "aliciamoreno!!!!", "moreno-housing-1", "ConcordRiverbend1"]
        {
            assert_eq!(verdict(text), Some(Weakness::Personal), "{text}");
        }
        assert_eq!(verdict("alicia paints seven fences"), None);
    }

    #[test]
    fn one_password_typed_on_two_keyboards_is_the_same() {
        let (composed, decomposed) = ("ma\u{f1}ana temprano", "man\u{303}ana temprano");
        let bytes = |text| Password::typed(text).unwrap().as_bytes().to_vec();
        assert_eq!(bytes(composed), bytes(decomposed));
    }

    #[test]
    fn too_long_a_text_is_no_password() {
        assert!(Password::typed(&"ab".repeat(128)).is_some());
        assert!(Password::typed(&"ab".repeat(129)).is_none());
        assert!(Password::typed(&"\u{fdfa}".repeat(256)).is_none());
        assert!(Password::typed("").is_none());
    }

    proptest! {
        #[test]
        fn no_text_makes_the_rules_panic(text in any::<String>(), about in any::<String>()) {
            if let Some(password) = Password::typed(&text) {
                let _verdict = weakness(&password, &[&about]);
            }
        }

        #[test]
        fn a_password_that_chance_made_is_taken(text in "[a-z0-9]{24}") {
            let distinct: std::collections::BTreeSet<char> = text.chars().collect();
            prop_assume!(distinct.len() > 10);
            prop_assert_eq!(verdict(&text), None);
        }
    }
}

//! The words by which a commitment is found: folded, so that "Unidades" finds "unidad".

use std::collections::BTreeSet;

/// The most words that one commitment is found by; those of its title come first.
const MOST: usize = 60;

/// Words so common that they find nothing, in both languages of the product.
const COMMON: &[&str] = &[
    "the", "and", "for", "with", "from", "that", "this", "to", "of", "in", "on", "at", "by", "is",
    "be", "or", "an", "as", "el", "la", "lo", "las", "los", "de", "del", "en", "un", "una", "por",
    "para", "con", "que", "al", "se", "su", "es",
];

/// The folded words of some texts, most important text first, each once.
#[must_use]
pub fn search_words<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for text in texts {
        for word in text.split(|c: char| !c.is_alphanumeric()).filter_map(folded) {
            if found.len() < MOST && seen.insert(word.clone()) {
                found.push(word);
            }
        }
    }
    found
}

/// A word in small letters, without accents and without the ending of the plural; none when it
/// is too short or too common to find anything.
fn folded(word: &str) -> Option<String> {
    let plain: String = word.chars().flat_map(char::to_lowercase).map(bare).take(40).collect();
    if plain.chars().count() < 2 || COMMON.contains(&plain.as_str()) {
        return None;
    }
    // Home, homes → hom; unidad, unidades → unidad: one form for one and many in both languages.
    let mut stem = plain.as_str();
    for ending in ["s", "e"] {
        match stem.strip_suffix(ending) {
            Some(shorter) if shorter.chars().count() >= 3 => stem = shorter,
            Some(_) | None => {}
        }
    }
    Some(stem.to_owned())
}

/// A letter without its accent, for the languages of the Americas.
const fn bare(letter: char) -> char {
    match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è'..='ë' | 'ē' | 'ę' => 'e',
        'ì'..='ï' | 'ī' => 'i',
        'ñ' | 'ń' => 'n',
        'ò'..='ö' | 'ø' | 'ō' => 'o',
        'ù'..='ü' | 'ū' => 'u',
        'ý' | 'ÿ' => 'y',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_and_many_are_the_same_word() {
        for (one, many) in [
            ("home", "homes"),
            ("landlord", "Landlords"),
            ("unidad", "UNIDADES"),
            ("reunión", "reuniones"),
            ("service", "services"),
        ] {
            assert_eq!(search_words([one]), search_words([many]), "{one}");
        }
    }

    #[test]
    fn common_words_find_nothing_and_each_word_counts_once() {
        assert_eq!(
            search_words(["Send the list of open units", "units, open!"]),
            ["send", "list", "open", "unit"]
        );
    }

    proptest! {
        #[test]
        fn any_text_gives_few_short_words(text in any::<String>()) {
            let words = search_words([text.as_str()]);
            prop_assert!(words.len() <= MOST);
            prop_assert!(words.iter().all(|word| (2..=120).contains(&word.chars().count())));
        }
    }
}

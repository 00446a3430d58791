//! Words as the search compares them: small letters without accents.

/// The most characters of a word that count.
const MOST_LETTERS: usize = 40;

/// A text in small letters without accents, for sorting and comparing.
#[must_use]
pub(crate) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars().flat_map(char::to_lowercase) {
        match plain(sign) {
            Some(plain) => out.push_str(plain),
            None => out.push(sign),
        }
    }
    out
}

/// The words of a text, folded.
#[must_use]
pub(crate) fn words_of(text: &str) -> Vec<String> {
    fold(text)
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().take(MOST_LETTERS).collect())
        .collect()
}

/// A name with one blank between words: two entries of one organization compare equal.
#[must_use]
pub(crate) fn name_key(name: &str) -> String {
    words_of(name).join(" ")
}

/// How a person sorts: last word of the name first.
#[must_use]
pub(crate) fn sort_key(name: &str) -> String {
    let mut words = words_of(name);
    if words.len() > 1 {
        words.rotate_right(1);
    }
    words.join(" ")
}

/// What comes right after every text that begins with `prefix`, in binary order.
#[must_use]
pub(crate) fn after_all(prefix: &str) -> String {
    format!("{prefix}\u{10ffff}")
}

const fn plain(sign: char) -> Option<&'static str> {
    // Letters of the languages written in the Latin script of the Americas and western Europe.
    Some(match sign {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' => "a",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => "e",
        'ğ' | 'ģ' => "g",
        'í' | 'ì' | 'î' | 'ï' | 'ī' | 'į' | 'ı' => "i",
        'ķ' => "k",
        'ł' | 'ľ' | 'ļ' => "l",
        'ñ' | 'ń' | 'ň' | 'ņ' => "n",
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' | 'ō' | 'ő' => "o",
        'ř' => "r",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ť' | 'ț' | 'ţ' => "t",
        'ú' | 'ù' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' | 'ų' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ž' | 'ż' => "z",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'þ' => "th",
        // Accents that were typed as signs of their own, and the ʻokina.
        '\u{300}'..='\u{36f}' | '\u{2bb}' | '\u{2019}' | '\'' => "",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_sort_by_their_last_word() {
        assert_eq!(sort_key("Alicia Moreno"), "moreno alicia");
        assert_eq!(sort_key("Mary Ann O’Neill"), "oneill mary ann");
        assert_eq!(sort_key("Cher"), "cher");
    }

    #[test]
    fn one_organization_written_twice_is_one() {
        assert_eq!(name_key(" Sheriff's  Office"), name_key("SHERIFF’S OFFICE"));
        assert_eq!(name_key("Hawaiʻi Health"), "hawaii health");
    }

    #[test]
    fn everything_with_a_beginning_lies_below_what_comes_after_it() {
        assert!(*"nunez" < *after_all("nun"));
        assert!(*"nuo" > *after_all("nun"));
    }
}

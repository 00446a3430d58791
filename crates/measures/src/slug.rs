//! Short names in addresses, made from titles and codes.

/// Words of the routes that no measure can be called by.
const TAKEN: [&str; 3] = ["new", "import", "imports"];

/// The short name that a text makes: small letters without accents, digits and dashes.
pub(crate) fn of(text: &str) -> String {
    let mut slug = String::new();
    for sign in text.chars().flat_map(char::to_lowercase) {
        match plain(sign) {
            Some(sign) => slug.push(sign),
            None if slug.is_empty() || slug.ends_with('-') => {}
            None => slug.push('-'),
        }
    }
    slug.truncate(80);
    let slug = slug.trim_matches('-');
    if slug.is_empty() { "measure".to_owned() } else { slug.to_owned() }
}

/// The short name, with a number behind it when others have it.
pub(crate) fn free(wanted: &str, taken: impl Fn(&str) -> bool) -> String {
    let taken = |slug: &str| TAKEN.contains(&slug) || taken(slug);
    if !taken(wanted) {
        return wanted.to_owned();
    }
    (2..1_000_000).map(|n| format!("{wanted}-{n}")).find(|slug| !taken(slug)).unwrap_or_default()
}

fn plain(sign: char) -> Option<char> {
    match sign {
        'a'..='z' | '0'..='9' => Some(sign),
        'á' | 'à' | 'ä' | 'â' | 'ã' => Some('a'),
        'é' | 'è' | 'ë' | 'ê' => Some('e'),
        'í' | 'ì' | 'ï' | 'î' => Some('i'),
        'ó' | 'ò' | 'ö' | 'ô' | 'õ' => Some('o'),
        'ú' | 'ù' | 'ü' | 'û' => Some('u'),
        'ñ' => Some('n'),
        'ç' => Some('c'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_are_plain_and_free() {
        assert_eq!(of("Days from first contact to move-in"), "days-from-first-contact-to-move-in");
        assert_eq!(of(" ¿Cuántos niños? "), "cuantos-ninos");
        assert_eq!(of("***"), "measure");
        assert_eq!(free("days", |slug| ["days", "days-2"].contains(&slug)), "days-3");
        assert_eq!(free("new", |_| false), "new-2");
    }
}

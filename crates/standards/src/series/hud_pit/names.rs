//! What HUD's column names mean, in plain words.

use crate::series::{Direction, Names, Unit};

/// A measure that the columns name.
pub(super) struct Named {
    pub(super) names: Names,
    pub(super) unit: Unit,
    pub(super) direction: Direction,
}

/// Who was counted: the end of the column's name, and the words for it.
const WHO: [(&str, &str, &str); 16] = [
    ("homeless", "People experiencing homelessness", "Personas sin hogar"),
    (
        "homeless_individuals",
        "People on their own experiencing homelessness",
        "Personas solas sin hogar",
    ),
    (
        "homeless_people_in_families",
        "People in families experiencing homelessness",
        "Personas en familias sin hogar",
    ),
    ("homeless_family_households", "Families experiencing homelessness", "Familias sin hogar"),
    (
        "chronically_homeless",
        "People experiencing homelessness for a long time",
        "Personas sin hogar desde hace mucho tiempo",
    ),
    (
        "chronically_homeless_individuals",
        "People on their own experiencing homelessness for a long time",
        "Personas solas sin hogar desde hace mucho tiempo",
    ),
    (
        "chronically_homeless_people_in_families",
        "People in families experiencing homelessness for a long time",
        "Personas en familias sin hogar desde hace mucho tiempo",
    ),
    ("homeless_veterans", "Veterans experiencing homelessness", "Veteranos sin hogar"),
    (
        "homeless_unaccompanied_youth_under_25",
        "People under 25 on their own experiencing homelessness",
        "Menores de 25 años solos y sin hogar",
    ),
    (
        "homeless_unaccompanied_youth_under_18",
        "People under 18 on their own experiencing homelessness",
        "Menores de 18 años solos y sin hogar",
    ),
    (
        "homeless_unaccompanied_youth_age_18_24",
        "People 18 to 24 on their own experiencing homelessness",
        "Jóvenes de 18 a 24 años solos y sin hogar",
    ),
    (
        "homeless_parenting_youth_under_25",
        "Parents under 25 experiencing homelessness",
        "Madres y padres menores de 25 años sin hogar",
    ),
    (
        "homeless_parenting_youth_under_18",
        "Parents under 18 experiencing homelessness",
        "Madres y padres menores de 18 años sin hogar",
    ),
    (
        "homeless_parenting_youth_age_18_24",
        "Parents 18 to 24 experiencing homelessness",
        "Madres y padres de 18 a 24 años sin hogar",
    ),
    (
        "homeless_children_of_parenting_youth",
        "Children of parents under 25 experiencing homelessness",
        "Hijas e hijos sin hogar de madres y padres menores de 25 años",
    ),
    (
        "homeless_children_of_parenting_youth_under_25",
        "Children of parents under 25 experiencing homelessness",
        "Hijas e hijos sin hogar de madres y padres menores de 25 años",
    ),
];

/// Where they were counted: the start of the column's name, and the words for it.
const WHERE: [(&str, &str, &str); 7] = [
    ("overall_", "", ""),
    ("sheltered_es_", " in emergency shelters", " en refugios de emergencia"),
    ("sheltered_th_", " in transitional housing", " en vivienda de transición"),
    ("sheltered_sh_", " in safe havens", " en refugios de estancia segura"),
    ("sheltered_total_", " in any kind of shelter", " en cualquier tipo de refugio"),
    ("unsheltered_", " without shelter", " sin refugio"),
    ("", "", ""),
];

/// The words for a column's name without its year, when we have them.
pub(super) fn of(stem: &str) -> Option<Named> {
    let (prefix, located, ubicado) =
        WHERE.iter().find(|(prefix, _, _)| stem.starts_with(prefix))?;
    let rest = stem.strip_prefix(prefix)?;
    let (_, people, personas) = WHO.iter().find(|(who, _, _)| *who == rest)?;
    let names = Names {
        english: format!("{people}{located}, on one night"),
        spanish: Some(format!("{personas}{ubicado}, en una sola noche")),
    };
    // More people in a shelter can mean more need or more beds: the count alone does not say.
    let direction =
        if prefix.starts_with("sheltered") { Direction::Neither } else { Direction::Down };
    let unit = if rest.ends_with("households") { Unit::Households } else { Unit::People };
    Some(Named { names, unit, direction })
}

/// A measure that we have no words for.
pub(super) fn unknown(stem: &str) -> Named {
    let names = Names { english: made(stem), spanish: None };
    Named { names, unit: Unit::People, direction: Direction::Neither }
}

/// The stem's own words.
pub(super) fn made(stem: &str) -> String {
    let mut letters = stem.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect::<String>().replace('_', " ")
}

/// A Continuum of Care's name in capitals and small letters; one that has capitals already stays.
pub(super) fn place(name: &str) -> String {
    if name.chars().any(char::is_uppercase) {
        return name.to_owned();
    }
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut place = String::with_capacity(name.len());
    let mut word = String::new();
    for sign in name.chars() {
        if sign.is_alphanumeric() || matches!(sign, '\'' | '’') {
            word.push(sign);
        } else {
            place.push_str(&capitalized(&word, place.is_empty()));
            place.push(sign);
            word.clear();
        }
    }
    place.push_str(&capitalized(&word, false));
    place
}

fn capitalized(word: &str, first: bool) -> String {
    match word {
        "coc" => "CoC".to_owned(),
        "of" | "and" | "the" if !first => word.to_owned(),
        "mo" | "ks" | "ny" | "nh" | "dc" => word.to_uppercase(),
        _ => {
            let mut letters = word.chars();
            let initial = letters.next().into_iter().flat_map(char::to_uppercase);
            initial.chain(letters).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_told_in_plain_words() {
        let name = |stem: &str| of(stem).map(|named| named.names.english);
        assert_eq!(
            name("overall_homeless").as_deref(),
            Some("People experiencing homelessness, on one night")
        );
        assert_eq!(
            name("sheltered_es_homeless_veterans").as_deref(),
            Some("Veterans experiencing homelessness in emergency shelters, on one night")
        );
        assert_eq!(name("homeless_cats"), None);
        assert_eq!(of("homeless_family_households").unwrap().unit, Unit::Households);
    }

    #[test]
    fn names_in_small_letters_get_their_capitals() {
        assert_eq!(place("st.louis city coc"), "St.Louis City CoC");
        assert_eq!(place("arkansas  balance of state  coc"), "Arkansas Balance of State CoC");
        assert_eq!(
            place("kansas city, lee’s summit/jackson, mo & ks"),
            "Kansas City, Lee’s Summit/Jackson, MO & KS"
        );
        assert_eq!(place("Anchorage CoC"), "Anchorage CoC");
    }
}

//! Where a partnership works: states and counties by their FIPS codes.

use std::{fmt, str::FromStr, sync::LazyLock};

const LIST: &str = include_str!("../data/areas.tsv");

static AREAS: LazyLock<Vec<(&'static str, &'static str)>> = LazyLock::new(|| {
    LIST.lines().filter(|line| !line.starts_with('#')).filter_map(|l| l.split_once('\t')).collect()
});

/// A state (two digits) or a county (five digits) that exists.
///
/// Invariant: the code stands in `data/areas.tsv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Area {
    code: &'static str,
    name: &'static str,
}

/// A code that names no state or county.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{code}` is not the FIPS code of a state (2 digits) or a county (5 digits)")]
pub struct UnknownArea {
    /// What was given, shortened.
    pub code: String,
}

impl Area {
    /// The FIPS code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// The name with its state: `Dane, Wisconsin`.
    #[must_use]
    pub fn name(&self) -> String {
        match self.code.get(..2).filter(|state| *state != self.code).and_then(find) {
            Some(state) => format!("{}, {}", self.name, state.name),
            None => self.name.to_owned(),
        }
    }

    /// Whether it is a whole state.
    #[must_use]
    pub const fn is_state(&self) -> bool {
        self.code.len() == 2
    }
}

/// Every state, for a choice.
pub fn states() -> impl Iterator<Item = Area> {
    AREAS.iter().filter(|(code, _)| code.len() == 2).map(|&(code, name)| Area { code, name })
}

fn find(code: &str) -> Option<Area> {
    let at = AREAS.binary_search_by(|(known, _)| (*known).cmp(code)).ok()?;
    AREAS.get(at).map(|&(code, name)| Area { code, name })
}

impl FromStr for Area {
    type Err = UnknownArea;

    fn from_str(text: &str) -> Result<Self, UnknownArea> {
        let text = text.trim();
        find(text).ok_or_else(|| UnknownArea { code: text.chars().take(20).collect() })
    }
}

impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code)
    }
}

impl base::ToValue for Area {
    fn to_value(&self) -> base::Value {
        base::Value::Text(self.code.to_owned())
    }
}

impl base::FromValue for Area {
    fn from_value(value: base::ValueRef<'_>) -> Result<Self, base::ValueError> {
        let text = value.text()?;
        text.parse().map_err(|_unknown: UnknownArea| base::ValueError {
            expected: "Area",
            found: text.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_county_is_named_with_its_state() {
        let dane: Area = " 55025".parse().unwrap();
        assert_eq!((dane.code(), dane.name().as_str()), ("55025", "Dane, Wisconsin"));
        assert_eq!("55".parse::<Area>().unwrap().name(), "Wisconsin");
    }

    #[test]
    fn codes_of_nothing_are_refused() {
        for bad in ["", "5", "99", "55999", "5502", "550250", "WI", "５５"] {
            assert!(bad.parse::<Area>().is_err(), "{bad}");
        }
    }

    #[test]
    fn the_list_is_sorted_so_that_it_can_be_searched() {
        assert!(AREAS.is_sorted() && AREAS.len() > 3_200);
        assert!(AREAS.iter().all(|(code, _)| code.parse::<Area>().is_ok()));
        assert_eq!(states().count(), 56);
    }
}

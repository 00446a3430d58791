//! The places that settings come from, and which one wins: the command line over the
//! environment over the file.

use std::{collections::BTreeMap, fmt, path::PathBuf};

use figment::{
    Figment, Metadata, Profile, Provider,
    providers::{Format, Toml},
    value::{Dict, Map, Value},
};

use crate::{
    failure::Failure,
    out::tell,
    settings::{SETTINGS, Secret, find},
};

/// Where settings are looked for.
#[derive(Debug, Default, Clone)]
pub struct Sources {
    /// The file, when there is one.
    pub file: Option<PathBuf>,
    /// The environment, all of it.
    pub environment: Vec<(String, String)>,
    /// The flags, by key.
    pub flags: BTreeMap<&'static str, String>,
}

/// Who set a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// A line of this file.
    File(PathBuf),
    /// A variable of the environment.
    Environment(String),
    /// A flag of the command line.
    Flag(String),
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => write!(f, "file {}", path.display()),
            Self::Environment(name) => write!(f, "environment {name}"),
            Self::Flag(name) => write!(f, "flag --{name}"),
        }
    }
}

const ENVIRONMENT: &str = "environment";
const FLAGS: &str = "flags";

/// Values by key, under the name of where they came from.
struct Named {
    name: &'static str,
    values: Dict,
}

impl Provider for Named {
    fn metadata(&self) -> Metadata {
        Metadata::named(self.name)
    }

    fn data(&self) -> Result<Map<Profile, Dict>, figment::Error> {
        Ok(Profile::Default.collect(self.values.clone()))
    }
}

/// All that was given, from every place.
#[derive(Debug)]
pub(super) struct Given {
    figment: Figment,
    file: Option<PathBuf>,
}

impl Sources {
    /// Reads every place.
    pub(super) fn gather(&self) -> Result<Given, Failure> {
        let mut figment = Figment::new();
        if let Some(path) = &self.file {
            figment = figment.merge(Toml::file_exact(path));
            self.refuse_unknown(&figment)?;
        }
        let figment = figment
            .merge(Named { name: ENVIRONMENT, values: self.variables() })
            .merge(Named { name: FLAGS, values: self.flag_values() });
        Ok(Given { figment, file: self.file.clone() })
    }

    fn refuse_unknown(&self, figment: &Figment) -> Result<(), Failure> {
        let path = self.file.as_deref().unwrap_or_else(|| std::path::Path::new("")).display();
        let data = figment.extract::<Dict>().map_err(|error| {
            Failure::Unusable(format!("the file `{path}` can't be used: {error}"))
        })?;
        match data.keys().find(|key| find(key).is_none()) {
            None => Ok(()),
            Some(key) => Err(Failure::Unusable(format!(
                "the file `{path}` sets `{key}`, which is no setting{}; `concord config` lists all",
                nearest(key).map(|near| format!(" (did you mean `{near}`?)")).unwrap_or_default()
            ))),
        }
    }

    fn variables(&self) -> Dict {
        let mut values = Dict::new();
        for (name, value) in &self.environment {
            let Some(key) = name.strip_prefix("CONCORD_") else { continue };
            match find(&key.to_ascii_lowercase()) {
                Some(setting) => {
                    values.insert(setting.key.to_owned(), Value::from(value.clone()));
                }
                // Tests have their own names. Others are told and not refused: a cluster may
                // set CONCORD_PORT and more for a service that is called concord.
                None if key.starts_with("TEST_") => {}
                None => tell!("note: `{name}` in the environment is no setting and was not used"),
            }
        }
        values
    }

    fn flag_values(&self) -> Dict {
        self.flags
            .iter()
            .map(|(key, text)| ((*key).to_owned(), Value::from(text.clone())))
            .collect()
    }
}

impl Given {
    /// The text of a value and who set it; nothing when nobody did, or set it to nothing.
    pub(super) fn value(&self, key: &str) -> Option<(String, Origin)> {
        let value = self.figment.find_value(key).ok()?;
        let text = text_of(&value);
        (!text.trim().is_empty()).then(|| (text.trim().to_owned(), self.origin(key)))
    }

    fn origin(&self, key: &str) -> Origin {
        let name = self.figment.find_metadata(key).map(|metadata| metadata.name.as_ref());
        match (name, find(key)) {
            (Some(ENVIRONMENT), Some(setting)) => Origin::Environment(setting.variable()),
            (Some(FLAGS), Some(setting)) => Origin::Flag(setting.flag()),
            _ => Origin::File(self.file.clone().unwrap_or_default()),
        }
    }

    pub(super) fn optional<T>(
        &self,
        key: &'static str,
        read: fn(&str) -> Option<T>,
    ) -> Result<Option<T>, Failure> {
        match self.value(key) {
            None => Ok(None),
            Some((text, origin)) => match read(&text) {
                Some(value) => Ok(Some(value)),
                None => Err(unusable(key, &text, &origin)),
            },
        }
    }

    pub(super) fn required<T>(
        &self,
        key: &'static str,
        read: fn(&str) -> Option<T>,
    ) -> Result<T, Failure> {
        let default = || find(key).and_then(|setting| setting.default).and_then(read);
        self.optional(key, read)?
            .or_else(default)
            .ok_or_else(|| Failure::Unusable(format!("the setting `{key}` is needed")))
    }
}

fn unusable(key: &str, text: &str, origin: &Origin) -> Failure {
    let (expected, shown) = match find(key) {
        Some(setting) if setting.secret == Secret::Yes => (setting.expected, "•••"),
        Some(setting) => (setting.expected, text),
        None => ("another value", text),
    };
    Failure::Unusable(format!(
        "the setting `{key}` can't be `{shown}` (from {origin}): expected {expected}"
    ))
}

fn text_of(value: &Value) -> String {
    match value {
        Value::String(_, text) => text.clone(),
        Value::Char(_, sign) => sign.to_string(),
        Value::Bool(_, flag) => flag.to_string(),
        Value::Num(_, number) => number
            .to_i128()
            .map(|whole| whole.to_string())
            .or_else(|| number.to_u128().map(|whole| whole.to_string()))
            .or_else(|| number.to_f64().map(|real| real.to_string()))
            .unwrap_or_default(),
        Value::Array(_, items) => items.iter().map(text_of).collect::<Vec<_>>().join(","),
        Value::Empty(..) | Value::Dict(..) => String::new(),
    }
}

/// The key that differs least, when it is near enough to be what was meant.
fn nearest(key: &str) -> Option<&'static str> {
    SETTINGS
        .iter()
        .map(|setting| (distance(key, setting.key), setting.key))
        .min()
        .filter(|(distance, _)| *distance <= 3)
        .map(|(_, key)| key)
}

/// How many letters must be put in, taken out or changed.
fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (at, sign) in left.chars().enumerate() {
        let mut above_left = at;
        let mut before = at + 1;
        let mut next = vec![before];
        for (other, above) in right.iter().zip(row.iter().skip(1)) {
            let changed = above_left + usize::from(*other != sign);
            before = changed.min(before + 1).min(above + 1);
            above_left = *above;
            next.push(before);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_counts_changed_letters() {
        assert_eq!(distance("listen", "listen"), 0);
        assert_eq!(distance("lisen", "listen"), 1);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("kitten", "sitting"), 3);
    }

    #[test]
    fn a_slip_finds_the_setting_that_was_meant() {
        assert_eq!(nearest("base-url"), Some("base_url"));
        assert_eq!(nearest("colour_of_the_sky"), None);
    }
}

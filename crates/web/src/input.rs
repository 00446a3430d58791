//! What came in, from a form or a JSON body alike: parsed here, trusted after.

use std::{collections::BTreeMap, str::FromStr};

use base::{FieldProblem, IdError, TextError, TimeError, UnknownWord};

use crate::Invalid;

/// A file that was sent with a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// What the sender calls it; without a path.
    pub name: String,
    /// What the sender says it is; not to be believed.
    pub media_type: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The values of a form, a query or a JSON body by name, and what is wrong with them.
#[derive(Debug, Clone, Default)]
pub struct Input {
    values: BTreeMap<String, Vec<String>>,
    files: BTreeMap<String, Upload>,
    problems: Vec<FieldProblem>,
}

/// An error of parsing one field, as a message of the catalog.
pub trait FieldError {
    /// The message's code and arguments.
    fn problem(&self) -> (&'static str, Vec<(&'static str, String)>);
}

impl Input {
    pub(crate) fn from_pairs(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut input = Self::default();
        for (name, value) in pairs {
            input.values.entry(name).or_default().push(value);
        }
        input
    }

    pub(crate) fn attach(&mut self, name: String, file: Upload) {
        self.files.insert(name, file);
    }

    /// A JSON object's members: arrays are several values, objects go on with a dot.
    pub(crate) fn from_json(value: serde_json::Value) -> Self {
        let mut input = Self::default();
        input.flatten("", value);
        input
    }

    fn flatten(&mut self, name: &str, value: serde_json::Value) {
        let text = match value {
            serde_json::Value::Null => return,
            serde_json::Value::Bool(b) => b.to_string(),
            serde_json::Value::Number(n) => n.to_string(),
            serde_json::Value::String(text) => text,
            serde_json::Value::Array(items) => {
                for item in items {
                    self.flatten(name, item);
                }
                return;
            }
            serde_json::Value::Object(members) => {
                for (member, value) in members {
                    let inner = if name.is_empty() { member } else { format!("{name}.{member}") };
                    self.flatten(&inner, value);
                }
                return;
            }
        };
        self.values.entry(name.to_owned()).or_default().push(text);
    }

    /// The value as it came, without blanks around it; `None` when empty.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        let value = self.values.get(name)?.first()?.trim();
        if value.is_empty() { None } else { Some(value) }
    }

    /// A value that must be there; notes what is wrong when it is not, or cannot be read.
    pub fn required<T>(&mut self, name: &str) -> Option<T>
    where
        T: FromStr,
        T::Err: FieldError,
    {
        if self.text(name).is_none() {
            self.refuse(name, "required", Vec::new());
            return None;
        }
        self.optional(name)
    }

    /// A value that may be left out. One that comes twice and says two things is refused: which of
    /// them counts must not be a matter of who reads it.
    pub fn optional<T>(&mut self, name: &str) -> Option<T>
    where
        T: FromStr,
        T::Err: FieldError,
    {
        if self.says_two_things(name) {
            self.refuse(name, "given_twice", Vec::new());
            return None;
        }
        let parsed = self.text(name)?.parse::<T>();
        match parsed {
            Ok(value) => Some(value),
            Err(error) => {
                let (code, args) = error.problem();
                self.refuse(name, code, args);
                None
            }
        }
    }

    fn says_two_things(&self, name: &str) -> bool {
        let values = self.values.get(name).map(Vec::as_slice).unwrap_or_default();
        values.windows(2).any(|pair| matches!(pair, [one, other] if one.trim() != other.trim()))
    }

    /// Every value of a field that takes several.
    pub fn all<T>(&mut self, name: &str) -> Vec<T>
    where
        T: FromStr,
        T::Err: FieldError,
    {
        let texts = self.values.get(name).cloned().unwrap_or_default();
        let mut values = Vec::new();
        for text in texts.iter().map(|text| text.trim()).filter(|text| !text.is_empty()) {
            match text.parse::<T>() {
                Ok(value) => values.push(value),
                Err(error) => {
                    let (code, args) = error.problem();
                    self.refuse(name, code, args);
                }
            }
        }
        values
    }

    /// Whether a box is ticked, or a member is `true`.
    #[must_use]
    pub fn flag(&self, name: &str) -> bool {
        self.text(name).is_some_and(|value| matches!(value, "true" | "on" | "1" | "yes"))
    }

    /// The file of a field, when one was chosen.
    pub fn file(&mut self, name: &str) -> Option<Upload> {
        self.files.remove(name).filter(|file| !file.name.is_empty() || !file.bytes.is_empty())
    }

    /// Notes what is wrong with a field.
    pub fn refuse(&mut self, field: &str, code: &'static str, args: Vec<(&'static str, String)>) {
        self.problems.push(FieldProblem { field: field.to_owned(), code, args });
    }

    /// Whether nothing is wrong so far.
    #[must_use]
    pub fn is_fine(&self) -> bool {
        self.problems.is_empty()
    }

    /// Ends the reading: an error when anything is wrong.
    ///
    /// # Errors
    /// All that is wrong, field by field.
    pub fn check(&self) -> Result<(), Invalid> {
        if self.is_fine() { Ok(()) } else { Err(self.invalid()) }
    }

    /// All that is wrong.
    #[must_use]
    pub fn invalid(&self) -> Invalid {
        Invalid { fields: self.problems.clone() }
    }

    /// Everything typed, to be shown again. Passwords are never shown again.
    pub fn typed(&self) -> impl Iterator<Item = (String, String)> + '_ {
        self.values
            .iter()
            .filter(|(name, _)| !name.contains("password"))
            .flat_map(|(name, values)| values.iter().map(|value| (name.clone(), value.clone())))
    }

    /// The names that came in.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.values.keys().map(String::as_str)
    }
}

impl FieldError for TextError {
    fn problem(&self) -> (&'static str, Vec<(&'static str, String)>) {
        match self {
            Self::Empty => ("required", Vec::new()),
            Self::TooLong { max, found } => {
                ("too_long", vec![("max", max.to_string()), ("found", found.to_string())])
            }
            Self::Control => ("control_character", Vec::new()),
            Self::Form { code, .. } => (code, Vec::new()),
        }
    }
}

impl FieldError for IdError {
    fn problem(&self) -> (&'static str, Vec<(&'static str, String)>) {
        ("choice_unknown", Vec::new())
    }
}

impl FieldError for UnknownWord {
    fn problem(&self) -> (&'static str, Vec<(&'static str, String)>) {
        ("choice_unknown", Vec::new())
    }
}

impl FieldError for TimeError {
    fn problem(&self) -> (&'static str, Vec<(&'static str, String)>) {
        ("date_unknown", Vec::new())
    }
}

impl FieldError for std::num::ParseIntError {
    fn problem(&self) -> (&'static str, Vec<(&'static str, String)>) {
        ("whole_number", Vec::new())
    }
}

impl FieldError for std::num::ParseFloatError {
    fn problem(&self) -> (&'static str, Vec<(&'static str, String)>) {
        ("number", Vec::new())
    }
}

impl FieldError for std::convert::Infallible {
    fn problem(&self) -> (&'static str, Vec<(&'static str, String)>) {
        match *self {}
    }
}

#[cfg(test)]
mod tests {
    use base::{Date, Title};

    use super::*;

    #[test]
    fn a_form_and_a_json_body_read_alike() {
        let form = Input::from_pairs([
            ("title".to_owned(), " Send the list ".to_owned()),
            ("due".to_owned(), "2026-05-29".to_owned()),
        ]);
        let body = serde_json::json!({"title": "Send the list", "due": "2026-05-29", "note": null});
        for mut input in [form, Input::from_json(body)] {
            assert_eq!(input.required::<Title>("title").unwrap().as_str(), "Send the list");
            assert!(input.required::<Date>("due").is_some());
            assert!(input.optional::<Title>("note").is_none());
            assert!(input.check().is_ok());
        }
    }

    #[test]
    fn a_field_that_says_two_things_is_refused() {
        let twice = |one: &str, other: &str| {
            let pairs = [one, other].map(|value| ("due".to_owned(), value.to_owned()));
            let mut input = Input::from_pairs(pairs);
            input.optional::<Date>("due").ok_or_else(|| input.invalid().fields[0].code)
        };
        assert_eq!(twice("2026-05-29", "2026-06-29"), Err("given_twice"));
        assert!(twice("2026-05-29", " 2026-05-29").is_ok());
    }

    #[test]
    fn everything_wrong_is_told_at_once() {
        let mut input = Input::from_pairs([("due".to_owned(), "tomorrow".to_owned())]);
        assert!(input.required::<Title>("title").is_none());
        assert!(input.required::<Date>("due").is_none());
        let codes: Vec<_> = input.invalid().fields.iter().map(|field| field.code).collect();
        assert_eq!(codes, ["required", "date_unknown"]);
    }

    #[test]
    fn a_password_is_never_shown_again() {
        let input = Input::from_pairs([
            ("new_password".to_owned(), "hunter2".to_owned()),
            ("name".to_owned(), "Jo".to_owned()),
        ]);
        assert_eq!(input.typed().map(|(name, _)| name).collect::<Vec<_>>(), ["name"]);
    }
}

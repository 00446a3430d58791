//! Calendars as RFC 5545 writes them: read into components with properties, and written.

mod read;
mod value;
mod write;

pub use self::{
    read::{WrongCalendar, read},
    value::{Kind, Period, Value},
    write::{Line, zone},
};

/// A part of a calendar, such as an event.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Component {
    /// Its name in small letters, such as `vevent`.
    pub name: String,
    /// What it says, in its order.
    pub properties: Vec<Property>,
    /// Its own parts.
    pub components: Vec<Component>,
}

/// One line of a component.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Property {
    /// Its name in small letters, with that of its group.
    pub name: String,
    /// What is said of the value: names in small letters, each with one value or several.
    pub parameters: Vec<(String, Vec<String>)>,
    /// The value as it was written.
    pub text: String,
}

impl Component {
    /// The first property of a name.
    #[must_use]
    pub fn property(&self, name: &str) -> Option<&Property> {
        self.properties.iter().find(|property| property.name == name)
    }

    /// The text of the first property of a name.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<String> {
        let first = self.property(name)?.values().1.into_iter().next()?;
        if let Value::Text(text) = first { Some(text) } else { None }
    }
}

impl Property {
    /// A parameter's first value.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let (_, values) = self.parameters.iter().find(|(known, _)| known == name)?;
        values.first().map(String::as_str)
    }
}

//! From text to components: unfolds lines, and takes them apart.

use std::fmt;

use super::{Component, Property};

/// Why a text is no calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrongCalendar {
    /// The line, from 1; that of its first part when it is folded.
    pub line: usize,
    /// What is wrong with it.
    pub why: Why,
}

/// What can be wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It has no name, or no colon after it.
    NoProperty,
    /// A parameter has no value, or its quotes do not end.
    NoParameter,
    /// It stands in no component.
    Outside,
    /// It ends a component that did not begin.
    NotBegun,
    /// A component that began here does not end.
    NotEnded,
    /// Components stand in each other more often than any calendar needs.
    TooDeep,
}

impl fmt::Display for WrongCalendar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let why = match self.why {
            Why::NoProperty => "has no name with a colon",
            Why::NoParameter => "has a parameter that does not end",
            Why::Outside => "stands in no component",
            Why::NotBegun => "ends what did not begin",
            Why::NotEnded => "begins what does not end",
            Why::TooDeep => "begins a component too deep in others",
        };
        write!(f, "line {} {why}", self.line)
    }
}

impl std::error::Error for WrongCalendar {}

/// How deep components stand in each other at most.
const DEEPEST: usize = 8;

/// Reads the components of a text; empty lines between them are nothing.
///
/// # Errors
/// At the first line that is not one of a calendar.
pub fn read(text: &str) -> Result<Vec<Component>, WrongCalendar> {
    let mut roots = Vec::new();
    let mut open: Vec<(usize, Component)> = Vec::new();
    for (line, text) in unfolded(text) {
        let wrong = |why| WrongCalendar { line, why };
        if text.trim().is_empty() {
            continue;
        }
        let property = property(&text).map_err(wrong)?;
        match property.name.as_str() {
            "begin" if open.len() == DEEPEST => return Err(wrong(Why::TooDeep)),
            "begin" => {
                let name = property.text.trim().to_ascii_lowercase();
                open.push((line, Component { name, ..Component::default() }));
            }
            "end" => {
                let name = property.text.trim().to_ascii_lowercase();
                let (_, done) = open
                    .pop()
                    .filter(|(_, component)| component.name == name)
                    .ok_or_else(|| wrong(Why::NotBegun))?;
                match open.last_mut() {
                    Some((_, outer)) => outer.components.push(done),
                    None => roots.push(done),
                }
            }
            _ => match open.last_mut() {
                Some((_, component)) => component.properties.push(property),
                None => return Err(wrong(Why::Outside)),
            },
        }
    }
    match open.pop() {
        Some((line, _)) => Err(WrongCalendar { line, why: Why::NotEnded }),
        None => Ok(roots),
    }
}

/// Lines with the number of their first part; a line that begins with a blank goes on the one before.
fn unfolded(text: &str) -> Vec<(usize, String)> {
    let mut lines: Vec<(usize, String)> = Vec::new();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    for (at, line) in text.split('\n').enumerate() {
        let line = line.strip_suffix('\r').unwrap_or(line);
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(more), Some((_, before))) => before.push_str(more),
            _ => lines.push((at + 1, line.to_owned())),
        }
    }
    lines
}

/// `NAME;PARAMETER=value;OTHER="quoted":text`
fn property(line: &str) -> Result<Property, Why> {
    let end = line.find([';', ':']).ok_or(Why::NoProperty)?;
    let (name, mut rest) = line.split_at(end);
    if name.trim().is_empty() {
        return Err(Why::NoProperty);
    }
    let mut parameters = Vec::new();
    while let Some(after) = rest.strip_prefix(';') {
        let (name, values) = after.split_once('=').ok_or(Why::NoParameter)?;
        let (values, after) = parameter_values(values)?;
        parameters.push((name.trim().to_ascii_lowercase(), values));
        rest = after;
    }
    let text = rest.strip_prefix(':').ok_or(Why::NoProperty)?.to_owned();
    Ok(Property { name: name.trim().to_ascii_lowercase(), parameters, text })
}

/// The values up to the next parameter or the text, and the rest.
fn parameter_values(text: &str) -> Result<(Vec<String>, &str), Why> {
    let mut values = Vec::new();
    let mut rest = text;
    loop {
        let (value, after) = match rest.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"').ok_or(Why::NoParameter)?,
            None => rest.split_at(rest.find([',', ';', ':']).ok_or(Why::NoParameter)?),
        };
        values.push(unescaped(value));
        match after.strip_prefix(',') {
            Some(more) => rest = more,
            None if after.starts_with([';', ':']) => return Ok((values, after)),
            None => return Err(Why::NoParameter),
        }
    }
}

/// A parameter's value without the signs of RFC 6868.
fn unescaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut signs = value.chars().peekable();
    while let Some(sign) = signs.next() {
        let meant = match (sign, signs.peek()) {
            ('^', Some('n')) => Some('\n'),
            ('^', Some('\'')) => Some('"'),
            ('^', Some('^')) => Some('^'),
            _ => None,
        };
        text.push(meant.unwrap_or(sign));
        if meant.is_some() {
            signs.next();
        }
    }
    text
}

//! A message in the form in which it is put together: texts, arguments, and choices by an argument.
//! The list of a page asks for hundreds of messages; to resolve them by Fluent's own bundle costs ten
//! times as much, and keeps every parsed catalog in memory.

use std::borrow::Cow;

use fluent_syntax::ast::{self, Expression, InlineExpression, Pattern, PatternElement, VariantKey};

use super::{
    Arg,
    number::{number, whole},
};

/// A message.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Message(Box<[Part]>);

#[derive(Debug, PartialEq, Eq)]
enum Part {
    Text(Box<str>),
    Argument(Box<str>),
    Choice(Box<Choice>),
}

#[derive(Debug, PartialEq, Eq)]
struct Choice {
    by: Box<str>,
    of: Box<[(Key, Message)]>,
    otherwise: Message,
}

/// What chooses a variant.
#[derive(Debug, PartialEq, Eq)]
enum Key {
    /// A word.
    Word(Box<str>),
    /// The plural of one thing.
    One,
    Number(i32),
}

impl Message {
    /// The message, unless it holds more than we know.
    pub(super) fn of(message: &ast::Message<&str>) -> Option<Self> {
        message.value.as_ref().filter(|_| message.attributes.is_empty()).and_then(pattern)
    }

    /// The text of a message that needs no arguments.
    pub(super) const fn plain(&self) -> Option<&str> {
        match &*self.0 {
            [Part::Text(text)] => Some(text),
            _ => None,
        }
    }

    /// The text; an argument that is missing shows as Fluent shows it.
    pub(super) fn text(&self, args: &[(&str, Arg<'_>)]) -> String {
        let mut text = String::new();
        self.write(&mut text, args);
        text
    }

    fn write(&self, text: &mut String, args: &[(&str, Arg<'_>)]) {
        for part in &self.0 {
            match part {
                Part::Text(part) => text.push_str(part),
                Part::Argument(name) => match argument(args, name) {
                    Some(arg) => text.push_str(&written(arg)),
                    None => text.extend(["{$", name, "}"]),
                },
                Part::Choice(choice) => choice.made(args).write(text, args),
            }
        }
    }
}

fn argument<'a>(args: &'a [(&str, Arg<'_>)], name: &str) -> Option<&'a Arg<'a>> {
    args.iter().find(|(given, _)| *given == name).map(|(_, arg)| arg)
}

fn written<'a>(arg: &'a Arg<'_>) -> Cow<'a, str> {
    match arg {
        Arg::Text(text) => Cow::Borrowed(text),
        Arg::Whole(number) => Cow::Owned(whole(*number)),
        Arg::Number(fraction) => Cow::Owned(number(*fraction, 2)),
    }
}

impl Choice {
    /// Of the keys that fit, the first counts: the default is the last.
    fn made(&self, args: &[(&str, Arg<'_>)]) -> &Message {
        let fitting =
            argument(args, &self.by).and_then(|arg| self.of.iter().find(|(key, _)| key.fits(arg)));
        fitting.map_or(&self.otherwise, |(_, message)| message)
    }
}

impl Key {
    /// English and Spanish know two plurals of numbers: that of one, and that of all others.
    fn fits(&self, arg: &Arg<'_>) -> bool {
        match (self, arg) {
            (Self::Word(word), Arg::Text(text)) => **word == **text,
            (Self::One, Arg::Text(text)) => **text == *"one",
            (Self::One, Arg::Whole(whole)) => whole.unsigned_abs() == 1,
            (Self::One, Arg::Number(number)) => same(number.abs(), 1.0),
            (Self::Number(number), Arg::Whole(whole)) => i64::from(*number) == *whole,
            (Self::Number(number), Arg::Number(given)) => same(f64::from(*number), *given),
            (Self::Word(_), Arg::Whole(_) | Arg::Number(_)) | (Self::Number(_), Arg::Text(_)) => {
                false
            }
        }
    }
}

/// Whether two numbers are the same one: that `1.0000001` is one thing nobody says.
fn same(one: f64, other: f64) -> bool {
    one.total_cmp(&other).is_eq()
}

fn pattern(pattern: &Pattern<&str>) -> Option<Message> {
    let mut parts: Vec<Part> = Vec::new();
    for element in &pattern.elements {
        match (parts.last_mut(), part(element)?) {
            (Some(Part::Text(before)), Part::Text(text)) => {
                *before = format!("{before}{text}").into();
            }
            (_, part) => parts.push(part),
        }
    }
    Some(Message(parts.into()))
}

fn part(element: &PatternElement<&str>) -> Option<Part> {
    let expression = match element {
        PatternElement::TextElement { value } => return Some(Part::Text((*value).into())),
        PatternElement::Placeable { expression } => expression,
    };
    match expression {
        Expression::Inline(InlineExpression::StringLiteral { value }) => {
            // What is escaped in a literal nobody has needed.
            (!value.contains('\\')).then(|| Part::Text((*value).into()))
        }
        Expression::Inline(inline) => name(inline).map(Part::Argument),
        Expression::Select { selector, variants } => {
            let by = name(selector)?;
            let (last, others) = variants.split_last().filter(|(last, _)| last.default)?;
            let of = others.iter().map(|one| Some((key(&one.key)?, pattern(&one.value)?)));
            let of = of.collect::<Option<_>>()?;
            Some(Part::Choice(Box::new(Choice { by, of, otherwise: pattern(&last.value)? })))
        }
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "no other expression is known")]
fn name(inline: &InlineExpression<&str>) -> Option<Box<str>> {
    match inline {
        InlineExpression::VariableReference { id } => Some(id.name.into()),
        _ => None,
    }
}

fn key(key: &VariantKey<&str>) -> Option<Key> {
    match key {
        VariantKey::Identifier { name: "one" } => Some(Key::One),
        // Plurals that our messages leave to the default.
        VariantKey::Identifier { name: "zero" | "two" | "few" | "many" | "other" } => None,
        VariantKey::Identifier { name } => Some(Key::Word((*name).into())),
        VariantKey::NumberLiteral { value } => value.parse().ok().map(Key::Number),
    }
}

#[cfg(test)]
mod tests {
    use fluent_syntax::{ast::Entry, parser::parse};

    use super::*;

    fn message(source: &str) -> Option<Message> {
        let parsed = parse(source).unwrap();
        let Some(Entry::Message(message)) = parsed.body.first() else { panic!("{source}") };
        Message::of(message)
    }

    #[test]
    fn arguments_and_plurals_are_put_in() {
        let late = "late = { $count ->\n [0] today\n [one] { $count } day of { $who }\n \
            *[other] { $count } days of { $who }\n }\n";
        let late = message(late).unwrap();
        let text = |count: i64| late.text(&[("who", "A".into()), ("count", count.into())]);
        assert_eq!(text(0), "today");
        assert_eq!(text(1), "1 day of A");
        assert_eq!(text(1200), "1,200 days of A");
        assert_eq!(late.text(&[("count", 2.into())]), "2 days of {$who}");
        assert_eq!(late.text(&[("who", "A".into()), ("count", 1.5.into())]), "1.5 days of A");
    }

    #[test]
    fn what_is_more_is_not_known() {
        for source in [
            "a = { -brand } for { $who }\n",
            "a = { NUMBER($x) }\n",
            "a = { \"\\u0041\" }\n",
            "a = { $n ->\n *[one] one\n [1] exactly one\n }\n",
            "a = { $n ->\n [other] others\n *[one] one\n }\n",
            "a = { $n ->\n [many] many\n *[other] others\n }\n",
        ] {
            assert_eq!(message(source), None, "{source}");
        }
    }
}

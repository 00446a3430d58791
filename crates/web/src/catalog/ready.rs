//! Messages in the form in which they are put together: texts, arguments, and the choice of a
//! plural. What a message may hold beyond that is left to Fluent; the list of a page asks for
//! hundreds of messages, and to resolve them there costs ten times as much.

use std::borrow::Cow;

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, VariantKey};

use super::{
    Arg,
    number::{number, whole},
};

/// A message that needs no more than its arguments.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Ready(Vec<Part>);

#[derive(Debug, PartialEq, Eq)]
enum Part {
    Text(Box<str>),
    Argument(Box<str>),
    Choice { by: Box<str>, of: Vec<(Key, Ready)>, otherwise: Ready },
}

/// What chooses a variant.
#[derive(Debug, PartialEq, Eq)]
enum Key {
    /// A word.
    Word(Box<str>),
    /// The plural of one thing.
    One,
    Number(i64),
}

impl Ready {
    /// The message, unless it holds more than we know.
    pub(super) fn of(pattern: &Pattern<&str>) -> Option<Self> {
        pattern.elements.iter().map(part).collect::<Option<_>>().map(Self)
    }

    /// The text; nothing when an argument is missing or chooses in a way that we do not know.
    pub(super) fn text(&self, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let mut text = String::new();
        self.write(&mut text, args)?;
        Some(text)
    }

    fn write(&self, text: &mut String, args: &[(&str, Arg<'_>)]) -> Option<()> {
        for part in &self.0 {
            match part {
                Part::Text(part) => text.push_str(part),
                Part::Argument(name) => text.push_str(&written(argument(args, name)?)),
                Part::Choice { by, of, otherwise } => {
                    chosen(argument(args, by)?, of, otherwise)?.write(text, args)?;
                }
            }
        }
        Some(())
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

/// English and Spanish know two plurals of whole numbers: that of one, and that of all others.
fn chosen<'a>(arg: &Arg<'_>, of: &'a [(Key, Ready)], otherwise: &'a Ready) -> Option<&'a Ready> {
    let fits = |key: &Key| match (key, arg) {
        (Key::Word(word), Arg::Text(text)) => **word == **text,
        (Key::One, Arg::Text(text)) => **text == *"one",
        (Key::One, Arg::Whole(whole)) => whole.unsigned_abs() == 1,
        (Key::Number(number), Arg::Whole(whole)) => number == whole,
        (Key::Word(_) | Key::Number(_), _) | (Key::One, Arg::Number(_)) => false,
    };
    // A fraction's plural depends on how it is written.
    let known = !matches!(arg, Arg::Number(_));
    known.then(|| of.iter().find(|(key, _)| fits(key)).map_or(otherwise, |(_, ready)| ready))
}

fn part(element: &PatternElement<&str>) -> Option<Part> {
    let expression = match element {
        PatternElement::TextElement { value } => return Some(Part::Text((*value).into())),
        PatternElement::Placeable { expression } => expression,
    };
    match expression {
        Expression::Inline(inline) => name(inline).map(Part::Argument),
        Expression::Select { selector, variants } => {
            let by = name(selector)?;
            // Of the keys that fit, the first counts: the default is the last.
            let (last, others) = variants.split_last().filter(|(last, _)| last.default)?;
            let of = others.iter().map(|one| Some((key(&one.key)?, Ready::of(&one.value)?)));
            Some(Part::Choice {
                by,
                of: of.collect::<Option<_>>()?,
                otherwise: Ready::of(&last.value)?,
            })
        }
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "all other expressions are left to Fluent")]
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

    fn ready(source: &str) -> Option<Ready> {
        let parsed = parse(source).unwrap();
        let Some(Entry::Message(message)) = parsed.body.first() else { panic!("{source}") };
        Ready::of(message.value.as_ref().unwrap())
    }

    #[test]
    fn arguments_and_plurals_are_put_in() {
        let late = "late = { $count ->\n [0] today\n [one] { $count } day of { $who }\n \
            *[other] { $count } days of { $who }\n }\n";
        let late = ready(late).unwrap();
        let text = |count: i64| late.text(&[("who", "A".into()), ("count", count.into())]);
        assert_eq!(text(0).as_deref(), Some("today"));
        assert_eq!(text(1).as_deref(), Some("1 day of A"));
        assert_eq!(text(1200).as_deref(), Some("1,200 days of A"));
        assert_eq!(late.text(&[("count", 2.into())]), None);
        assert_eq!(late.text(&[("who", "A".into()), ("count", 1.5.into())]), None);
    }

    #[test]
    fn what_is_more_is_left_to_fluent() {
        for source in [
            "a = { -brand } for { $who }\n",
            "a = { NUMBER($x) }\n",
            "a = { $n ->\n *[one] one\n [1] exactly one\n }\n",
            "a = { $n ->\n [other] others\n *[one] one\n }\n",
            "a = { $n ->\n [many] many\n *[other] others\n }\n",
        ] {
            assert_eq!(ready(source), None, "{source}");
        }
    }
}

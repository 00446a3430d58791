//! What people read, in every language, by key: Fluent catalogs put together from the share of
//! each context. Escaping is the template's job.

use std::{borrow::Cow, collections::hash_map::Entry};

use base::Language;
use fluent_syntax::{ast, parser};
use foldhash::HashMap;

mod argument;
mod message;
mod number;

use message::Message;

pub use argument::{Arg, Argument};
pub(crate) use number::number;

/// Every message of the installation, in every language.
#[derive(Default)]
pub struct Catalog {
    english: Share,
    spanish: Share,
}

/// A catalog that cannot be built.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum CatalogError {
    /// A source is not Fluent.
    #[error("the `{language}` catalog does not parse near `{near}`")]
    Syntax {
        /// The catalog's language.
        language: Language,
        /// The start of what does not parse.
        near: String,
    },
    /// A key stands twice.
    #[error("the `{language}` catalog says `{key}` twice")]
    Twice {
        /// The catalog's language.
        language: Language,
        /// The key.
        key: String,
    },
    /// A message uses what is Fluent and no catalog of ours has needed: terms, functions, other
    /// messages, attributes, a default that is not the last choice.
    #[error("the `{language}` message `{key}` has more than texts, arguments and choices by one")]
    Unknown {
        /// The catalog's language.
        language: Language,
        /// The key.
        key: String,
    },
}

impl Catalog {
    /// Builds the catalogs from the shares of all contexts.
    ///
    /// # Errors
    /// When a source does not parse or holds more than we know, or a key stands twice in one
    /// language.
    pub fn new(sources: &[(Language, &str)]) -> Result<Self, CatalogError> {
        let mut catalog = Self::default();
        for (language, source) in sources {
            let share = match language {
                Language::English => &mut catalog.english,
                Language::Spanish => &mut catalog.spanish,
            };
            share.add(*language, source)?;
        }
        Ok(catalog)
    }

    /// The message; in English when the language lacks it, its key in brackets when both do.
    #[must_use]
    pub fn t(&self, language: Language, key: &str) -> Cow<'_, str> {
        match self.share(language).message(key).and_then(Message::plain) {
            Some(text) => Cow::Borrowed(text),
            None => Cow::Owned(self.with(language, key, &[])),
        }
    }

    /// The message with its arguments; numbers choose the plural and are written as the language
    /// writes them. An argument that was forgotten shows as `{$name}`.
    #[must_use]
    pub fn with(&self, language: Language, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let message = self.share(language).message(key).or_else(|| self.english.message(key));
        message.map_or_else(|| format!("[{key}]"), |message| message.text(args))
    }

    /// Whether the key has a message in any language.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.english.message(key).or_else(|| self.spanish.message(key)).is_some()
    }

    /// The keys that one language has and the other lacks.
    #[must_use]
    pub fn missing(&self) -> Vec<(Language, &str)> {
        let mut missing: Vec<_> = [Language::English, Language::Spanish]
            .into_iter()
            .flat_map(|language| {
                let there = self.share(language.other());
                let keys =
                    there.0.keys().filter(move |key| self.share(language).message(key).is_none());
                keys.map(move |key| (language, &**key))
            })
            .collect();
        missing.sort_unstable();
        missing
    }

    const fn share(&self, language: Language) -> &Share {
        match language {
            Language::English => &self.english,
            Language::Spanish => &self.spanish,
        }
    }
}

/// The messages of one language, by their keys. Nobody else chooses the keys, and a page asks for hundreds:
/// a hash that withstands chosen ones would cost it a twentieth.
#[derive(Default)]
struct Share(HashMap<Box<str>, Message>);

impl Share {
    fn message(&self, key: &str) -> Option<&Message> {
        self.0.get(key)
    }

    fn add(&mut self, language: Language, source: &str) -> Result<(), CatalogError> {
        let parsed = parser::parse(source).map_err(|(_, errors)| {
            let at = errors.first().map_or(0, |error| error.pos.start);
            let near = source.get(at..).unwrap_or_default().chars().take(60).collect();
            CatalogError::Syntax { language, near }
        })?;
        for entry in &parsed.body {
            let (key, message) = match entry {
                ast::Entry::Message(message) => (message.id.name, Message::of(message)),
                ast::Entry::Term(term) => (term.id.name, None),
                ast::Entry::Comment(_)
                | ast::Entry::GroupComment(_)
                | ast::Entry::ResourceComment(_)
                | ast::Entry::Junk { .. } => continue,
            };
            let unknown = || CatalogError::Unknown { language, key: key.to_owned() };
            let message = message.ok_or_else(unknown)?;
            match self.0.entry(key.into()) {
                Entry::Vacant(place) => drop(place.insert(message)),
                Entry::Occupied(_) => {
                    return Err(CatalogError::Twice { language, key: key.to_owned() });
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use fluent_bundle::{FluentBundle, FluentResource, FluentValue};

    use super::*;

    const ENGLISH: &str = "\
# A comment = not a key
hello = Hello from Concord
late = { $count ->
    [one] { $count } day late
   *[other] { $count } days late
 }
of = { $part } of { $whole }
only-english = Only here
";
    const SPANISH: &str = "\
hello = Hola
late = { $count ->
    [one] { $count } día de retraso
   *[other] { $count } días de retraso
 }
of = { $part } de { $whole }
only-spanish = Solo aquí
";

    fn catalog() -> Catalog {
        Catalog::new(&[(Language::English, ENGLISH), (Language::Spanish, SPANISH)]).unwrap()
    }

    #[test]
    fn a_plain_message_is_borrowed() {
        let catalog = catalog();
        let text = catalog.t(Language::English, "hello");
        assert_eq!(text, "Hello from Concord");
        assert!(matches!(text, Cow::Borrowed(_)));
        assert_eq!(catalog.t(Language::Spanish, "hello"), "Hola");
    }

    #[test]
    fn numbers_choose_the_plural_and_are_written_out() {
        let catalog = catalog();
        let late = |language, days: i64| catalog.with(language, "late", &[("count", days.into())]);
        assert_eq!(late(Language::English, 1), "1 day late");
        assert_eq!(late(Language::English, 1200), "1,200 days late");
        assert_eq!(late(Language::Spanish, 1), "1 día de retraso");
        assert_eq!(late(Language::Spanish, 2), "2 días de retraso");
        let of =
            catalog.with(Language::English, "of", &[("part", "44".into()), ("whole", 51.into())]);
        assert_eq!(of, "44 of 51");
    }

    #[test]
    fn a_missing_key_falls_back_to_english_and_then_shows_itself() {
        let catalog = catalog();
        assert_eq!(catalog.t(Language::Spanish, "only-english"), "Only here");
        assert_eq!(catalog.t(Language::Spanish, "nowhere"), "[nowhere]");
        assert_eq!(catalog.t(Language::English, "only-spanish"), "[only-spanish]");
    }

    #[test]
    fn keys_that_one_language_lacks_are_listed() {
        assert_eq!(
            catalog().missing(),
            [(Language::English, "only-spanish"), (Language::Spanish, "only-english")]
        );
    }

    #[test]
    fn a_key_said_twice_and_a_broken_source_are_refused() {
        let twice = [(Language::English, "a = 1\n"), (Language::English, "a = 2\n")];
        let wrong = CatalogError::Twice { language: Language::English, key: "a".into() };
        assert_eq!(Catalog::new(&twice).err(), Some(wrong));
        let broken = Catalog::new(&[(Language::Spanish, "a = { $x\n")]).err().unwrap();
        assert!(broken.to_string().contains("`es` catalog does not parse"), "{broken}");
        for source in
            ["-brand = Concord\n", "a = { b }\n", "a = 1\n .title = 2\n", "a =\n .b = 1\n"]
        {
            let unknown = Catalog::new(&[(Language::English, source)]).err();
            assert!(matches!(unknown, Some(CatalogError::Unknown { .. })), "{source}");
        }
    }

    /// What Fluent itself makes of all messages of a language.
    struct Peer(FluentBundle<FluentResource>);

    impl Peer {
        fn of(language: Language, sources: &[String]) -> Self {
            let mut bundle = FluentBundle::new(vec![language.as_str().parse().unwrap()]);
            bundle.set_use_isolating(false);
            bundle.set_formatter(Some(|value, _| match value {
                FluentValue::Number(given) => Some(number(given.value, 2)),
                FluentValue::String(_)
                | FluentValue::Custom(_)
                | FluentValue::None
                | FluentValue::Error => None,
            }));
            for source in sources {
                bundle.add_resource(FluentResource::try_new(source.clone()).unwrap()).unwrap();
            }
            Self(bundle)
        }

        fn text(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
            let args = args.iter().map(|(name, arg)| {
                let value = match arg {
                    Arg::Text(text) => FluentValue::from(text.as_ref()),
                    Arg::Whole(number) => FluentValue::from(*number),
                    Arg::Number(number) => FluentValue::from(*number),
                };
                (*name, value)
            });
            let pattern = self.0.get_message(key).unwrap().value().unwrap();
            self.0.format_pattern(pattern, Some(&args.collect()), &mut Vec::new()).into_owned()
        }
    }

    fn sources(file: &str) -> Vec<String> {
        let crates = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let packages = std::fs::read_dir(crates).unwrap();
        let paths = packages.map(|package| package.unwrap().path().join("messages").join(file));
        paths.filter_map(|path| std::fs::read_to_string(path).ok()).collect()
    }

    /// The arguments that each message of a source names.
    fn names(source: &str) -> Vec<(&str, BTreeSet<&str>)> {
        let mut all: Vec<(&str, BTreeSet<&str>)> = Vec::new();
        for line in source.lines() {
            if line.starts_with(|sign: char| sign.is_ascii_alphabetic()) {
                all.extend(line.split_once('=').map(|(key, _)| (key.trim_end(), BTreeSet::new())));
            }
            let named = line.split('$').skip(1).filter_map(|rest| {
                rest.split(|sign: char| !sign.is_alphanumeric() && sign != '-').next()
            });
            all.last_mut()
                .into_iter()
                .zip(Some(named))
                .for_each(|((_, names), named)| names.extend(named));
        }
        all
    }

    /// Every message of the project, with every number that makes a difference, and with none.
    #[test]
    fn what_is_put_together_reads_as_fluent_writes_it() {
        let mut compared = 0;
        let mut args: Vec<Option<Arg<'_>>> = vec![None, Some("one".into()), Some("kept".into())];
        for value in [0, 1, -1, 2, 5, 1200, 1_000_000] {
            args.extend([Some(value.into()), Some(value.to_string().into())]);
        }
        args.extend([0.0, 1.0, -1.0, 1.5, 0.001, 2.0, 1234.5].map(|value: f64| Some(value.into())));
        for (language, file) in [(Language::English, "en.ftl"), (Language::Spanish, "es.ftl")] {
            let sources = sources(file);
            let shares: Vec<_> = sources.iter().map(|source| (language, source.as_str())).collect();
            let catalog = Catalog::new(&shares).unwrap();
            let peer = Peer::of(language, &sources);
            for (key, names) in sources.iter().flat_map(|source| names(source)) {
                for arg in &args {
                    let args: Vec<_> =
                        names.iter().copied().zip(arg.iter().cloned().cycle()).collect();
                    let text = catalog.with(language, key, &args);
                    assert_eq!(text, peer.text(key, &args), "{language} {key} {args:?}");
                    compared += 1;
                }
            }
        }
        assert!(compared > 100_000, "{compared}");
    }

    #[test]
    fn the_shares_of_this_package_have_the_same_keys_in_both_languages() {
        let catalog = Catalog::new(&[
            (Language::English, include_str!("../messages/en.ftl")),
            (Language::Spanish, include_str!("../messages/es.ftl")),
        ])
        .unwrap();
        assert_eq!(catalog.missing(), []);
    }
}

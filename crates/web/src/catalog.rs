//! What people read, in every language, by key: Fluent catalogs put together from the share of
//! each context. Escaping is the template's job.

use std::{borrow::Cow, collections::BTreeSet, collections::HashMap};

use base::Language;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue, concurrent};
use fluent_syntax::ast::Entry;

mod argument;
mod number;
mod ready;

use ready::Ready;

pub use argument::{Arg, Argument};
pub(crate) use number::number;

/// Every message of the installation, in every language.
///
/// Invariant: messages without arguments are resolved when the catalog is built, so that looking
/// one up formats nothing.
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
}

/// No messages at all: every key shows as itself.
impl Default for Catalog {
    fn default() -> Self {
        Self { english: Share::empty(Language::English), spanish: Share::empty(Language::Spanish) }
    }
}

impl Catalog {
    /// Builds the catalogs from the shares of all contexts.
    ///
    /// # Errors
    /// When a source does not parse, or a key stands twice in one language.
    pub fn new(sources: &[(Language, &str)]) -> Result<Self, CatalogError> {
        let of = |wanted| {
            let texts = sources.iter().filter(|(language, _)| *language == wanted);
            Share::new(wanted, &texts.map(|(_, text)| *text).collect::<Vec<_>>())
        };
        Ok(Self { english: of(Language::English)?, spanish: of(Language::Spanish)? })
    }

    /// The message; in English when the language lacks it, its key in brackets when both do.
    #[must_use]
    pub fn t(&self, language: Language, key: &str) -> Cow<'_, str> {
        match self.plain(language, key) {
            Some(text) => Cow::Borrowed(text),
            None => Cow::Owned(self.with(language, key, &[])),
        }
    }

    /// The message with its arguments; numbers choose the plural and are written as the language
    /// writes them.
    #[must_use]
    pub fn with(&self, language: Language, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let english = (language != Language::English).then_some(&self.english);
        [Some(self.share(language)), english]
            .into_iter()
            .flatten()
            .find_map(|share| share.format(key, args))
            .unwrap_or_else(|| format!("[{key}]"))
    }

    /// Whether the key has a message in any language.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.english.keys.contains(key) || self.spanish.keys.contains(key)
    }

    /// The keys that one language has and the other lacks.
    #[must_use]
    pub fn missing(&self) -> Vec<(Language, &str)> {
        let lacking = |language, here: &Share, there: &Share| {
            there.keys.difference(&here.keys).map(|key| (language, key.clone())).collect::<Vec<_>>()
        };
        let mut missing = lacking(Language::English, &self.english, &self.spanish);
        missing.extend(lacking(Language::Spanish, &self.spanish, &self.english));
        missing
            .into_iter()
            .filter_map(|(language, key)| {
                let share = self.share(language.other());
                share.keys.get(&key).map(|key| (language, key.as_str()))
            })
            .collect()
    }

    fn plain(&self, language: Language, key: &str) -> Option<&str> {
        self.share(language).plain.get(key).map(AsRef::as_ref)
    }

    const fn share(&self, language: Language) -> &Share {
        match language {
            Language::English => &self.english,
            Language::Spanish => &self.spanish,
        }
    }
}

/// The messages of one language.
struct Share {
    keys: BTreeSet<String>,
    plain: HashMap<Box<str>, Box<str>>,
    /// Those that need nothing but their arguments.
    ready: HashMap<Box<str>, Ready>,
    bundle: concurrent::FluentBundle<FluentResource>,
}

impl Share {
    fn empty(language: Language) -> Self {
        let locales = language.as_str().parse().into_iter().collect();
        let mut bundle = concurrent::FluentBundle::new_concurrent(locales);
        // The marks around arguments are for scripts of mixed direction, which we do not have.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| number::formatted(value)));
        Self { keys: BTreeSet::new(), plain: HashMap::new(), ready: HashMap::new(), bundle }
    }

    fn new(language: Language, sources: &[&str]) -> Result<Self, CatalogError> {
        let Self { mut keys, mut ready, mut bundle, .. } = Self::empty(language);
        for source in sources {
            keys.extend(keys_of(source));
            let resource =
                FluentResource::try_new((*source).to_owned()).map_err(|(_, errors)| {
                    let at = errors.first().map_or(0, |error| error.pos.start);
                    let near = source.get(at..).unwrap_or_default().chars().take(60).collect();
                    CatalogError::Syntax { language, near }
                })?;
            ready.extend(resource.entries().filter_map(prepared));
            bundle.add_resource(resource).map_err(|errors| twice(language, &errors))?;
        }
        let mut share = Self { keys, plain: HashMap::new(), ready, bundle };
        share.plain = share
            .keys
            .iter()
            .filter_map(|key| Some((key.as_str().into(), share.resolved(key)?)))
            .collect();
        Ok(share)
    }

    /// The text of a message that needs no arguments.
    fn resolved(&self, key: &str) -> Option<Box<str>> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut unresolved = Vec::new();
        let text = self.bundle.format_pattern(pattern, None, &mut unresolved);
        unresolved.is_empty().then(|| text.into())
    }

    fn format(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        if let Some(text) = self.plain.get(key) {
            return Some(text.as_ref().to_owned());
        }
        let ready = self.ready.get(key).and_then(|ready| ready.text(args));
        ready.or_else(|| self.by_fluent(key, args))
    }

    fn by_fluent(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let args: FluentArgs<'_> =
            args.iter().map(|(name, arg)| (Cow::Borrowed(*name), FluentValue::from(arg))).collect();
        // What stays unresolved shows as `{$name}`: the reader sees which argument was forgotten.
        let mut unresolved = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(&args), &mut unresolved).into_owned())
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "only messages are asked for")]
fn prepared(entry: &Entry<&str>) -> Option<(Box<str>, Ready)> {
    match entry {
        Entry::Message(message) => {
            Some((message.id.name.into(), Ready::of(message.value.as_ref()?)?))
        }
        _ => None,
    }
}

/// The keys of a source: a message begins at the start of a line, a term with `-`, a comment
/// with `#`, all else is indented.
fn keys_of(source: &str) -> impl Iterator<Item = String> {
    source.lines().filter_map(|line| {
        let (key, _) = line.split_once('=')?;
        let begins = key.starts_with(|sign: char| sign.is_ascii_alphabetic());
        begins.then(|| key.trim_end().to_owned())
    })
}

fn twice(language: Language, errors: &[FluentError]) -> CatalogError {
    let key = errors.iter().find_map(|error| match error {
        FluentError::Overriding { id, .. } => Some(id.clone()),
        FluentError::ParserError(_) | FluentError::ResolverError(_) => None,
    });
    CatalogError::Twice { language, key: key.unwrap_or_default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: &str = "\
# A comment = not a key
-brand = Concord
hello = Hello from { -brand }
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
    fn a_plain_message_is_resolved_once_and_borrowed() {
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
    }

    /// Every message of the project, with every number that makes a difference.
    #[test]
    fn what_is_put_together_reads_as_fluent_writes_it() {
        let crates = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let mut compared = 0;
        for (language, file) in [(Language::English, "en.ftl"), (Language::Spanish, "es.ftl")] {
            for package in std::fs::read_dir(crates).unwrap() {
                let path = package.unwrap().path().join("messages").join(file);
                let Ok(source) = std::fs::read_to_string(path) else { continue };
                let share = Share::new(language, &[&source]).unwrap();
                let names: BTreeSet<&str> = source
                    .split('$')
                    .skip(1)
                    .filter_map(|rest| {
                        rest.split(|c: char| !c.is_alphanumeric() && c != '-').next()
                    })
                    .collect();
                for key in share.keys.iter().filter(|key| share.ready.contains_key(key.as_str())) {
                    for value in [0, 1, -1, 2, 5, 1200, 1_000_000] {
                        let number: Vec<_> =
                            names.iter().map(|name| (*name, Arg::from(value))).collect();
                        let text: Vec<_> = names
                            .iter()
                            .map(|name| (*name, Arg::from(value.to_string())))
                            .collect();
                        for args in [number, text] {
                            let ready = share.format(key, &args);
                            assert_eq!(ready, share.by_fluent(key, &args), "{language} {key}");
                            compared += 1;
                        }
                    }
                }
            }
        }
        assert!(compared > 5000, "{compared}");
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

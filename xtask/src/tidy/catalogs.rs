//! What people read: the same in both languages, all of it used, none of it missing.

use std::collections::{BTreeMap, BTreeSet};

use crate::tidy::{
    Finding, Rule,
    fluent::{Message, messages},
    rust::{Code, Kind},
    tree::{File, Tree},
};

/// Both catalogs have the same messages.
pub(super) const LANGUAGES: Rule = Rule {
    name: "languages",
    holds: "a package's catalogs have the same keys, with the same variables, in English and Spanish",
    check: languages,
};

/// Every message that is asked for exists, and every one that exists is asked for.
pub(super) const MESSAGES: Rule = Rule {
    name: "messages",
    holds: "every message key in code and templates exists, once, and no message is unused",
    check: used,
};

fn languages(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    let packages: BTreeSet<&str> = tree
        .ending(".ftl")
        .filter(|file| file.is_module("messages"))
        .filter_map(File::package)
        .collect();
    for package in packages {
        let paths =
            ["en", "es"].map(|language| format!("crates/{package}/messages/{language}.ftl"));
        let catalogs = paths.each_ref().map(|path| tree.file(path));
        let [Some(english), Some(spanish)] = catalogs else {
            for (path, there) in paths.iter().zip(catalogs) {
                if there.is_none() && catalogs.iter().any(Option::is_some) {
                    found.push(Finding::at(
                        path,
                        "the catalog is missing",
                        "write it; both have the same keys",
                    ));
                }
            }
            continue;
        };
        found.extend(lacking(english, spanish));
        found.extend(lacking(spanish, english));
    }
    found
}

/// What `here` says and `there` does not, or says with other variables.
fn lacking(here: &File, there: &File) -> Vec<Finding> {
    let other: BTreeMap<String, Message> =
        messages(&there.text).into_iter().map(|message| (message.key.clone(), message)).collect();
    messages(&here.text)
        .iter()
        .filter_map(|message| match other.get(&message.key) {
            None => Some(Finding::new(
                here,
                message.line,
                format!("`{}` is missing in {}", message.key, there.path),
                "translate it there",
            )),
            Some(twin) if !message.variables().is_subset(&twin.variables()) => Some(Finding::new(
                there,
                twin.line,
                format!("`{}` does not use every variable that {} uses", message.key, here.path),
                "use the same variables in both languages",
            )),
            Some(_) => None,
        })
        .collect()
}

fn used(tree: &Tree) -> Vec<Finding> {
    let mut keys: BTreeMap<String, (&File, usize)> = BTreeMap::new();
    let mut found = Vec::new();
    for file in tree.ending("/messages/en.ftl") {
        for message in messages(&file.text) {
            if let Some((other, _)) = keys.get(&message.key) {
                let what = format!("`{}` is also in {}", message.key, other.path);
                found.push(Finding::new(file, message.line, what, "keep one"));
            } else {
                keys.insert(message.key, (file, message.line));
            }
        }
    }
    let mentions = mentions(tree);
    let topics: BTreeSet<&str> =
        keys.keys().filter_map(|key| key.split_once('-').map(|(topic, _)| topic)).collect();
    for mention in &mentions {
        if !mention.is_missing(&keys, &topics) {
            continue;
        }
        found.push(Finding::new(
            mention.file,
            mention.line,
            format!("there is no message `{}`", mention.text),
            "add it to messages/en.ftl and messages/es.ftl",
        ));
    }
    let whole: BTreeSet<&str> = mentions.iter().map(|mention| mention.text.as_str()).collect();
    let mut starts: BTreeSet<String> =
        mentions.iter().filter_map(Mention::start).map(str::to_owned).collect();
    // A text that is no key itself and begins some is the start of them all.
    starts.extend(
        mentions
            .iter()
            .filter(|mention| mention.beside_shell || mention.text.contains('-'))
            .filter(|mention| mention.text.chars().all(is_key_char))
            .filter(|mention| !keys.contains_key(&mention.text))
            .map(|mention| format!("{}-", mention.text)),
    );
    for (key, (file, line)) in &keys {
        // The rule on errors looks after those.
        let is_used = whole.contains(key.as_str())
            || key.starts_with("error-")
            || starts_of(key).any(|start| starts.contains(start));
        // A message may be part of another one: `{ -term }`, `{ other-message }`.
        let is_part = || file.text.contains(&format!("{{ {key}"));
        if !is_used && !is_part() {
            let what = format!("nothing asks for the message `{key}`");
            found.push(Finding::new(file, *line, what, "delete it in both languages"));
        }
    }
    found
}

/// A text in code or in a template that may be the key of a message.
struct Mention<'t> {
    file: &'t File,
    line: usize,
    text: String,
    /// Whether it stands where only a key can stand.
    is_key: bool,
    /// Whether it follows `shell` among the parameters of a call, as keys and their starts do.
    beside_shell: bool,
}

impl Mention<'_> {
    /// The fixed start of a key that is put together, such as `commitments-state-{}`.
    fn start(&self) -> Option<&str> {
        let start = self.text.split('{').next().unwrap_or_default();
        let fixed = start.len() < self.text.len() || start.ends_with('-');
        let first = start.split('-').next().unwrap_or_default();
        (fixed && start.contains('-') && is_plain(first) && start.chars().all(is_key_char))
            .then_some(start)
    }

    fn is_missing(&self, keys: &BTreeMap<String, (&File, usize)>, topics: &BTreeSet<&str>) -> bool {
        if let Some(start) = self.start() {
            let is_topic = topics.contains(start.split('-').next().unwrap_or_default());
            return is_topic && !begins_one(keys, start);
        }
        let topic = self.text.split_once('-').map(|(topic, _)| topic);
        let looks_like_one = self.text.split('-').all(is_plain)
            && topic.is_some_and(|topic| self.is_key || topics.contains(topic));
        // What is no key itself may be the start of some: `word(shell, "body-kind", kind)`.
        looks_like_one
            && !keys.contains_key(&self.text)
            && (self.is_key || !begins_one(keys, &format!("{}-", self.text)))
    }
}

/// The starts of a key that end in a dash.
fn starts_of(key: &str) -> impl Iterator<Item = &str> {
    key.match_indices('-').filter_map(|(at, _)| key.get(..=at))
}

fn begins_one(keys: &BTreeMap<String, (&File, usize)>, start: &str) -> bool {
    keys.range(start.to_owned()..).next().is_some_and(|(key, _)| key.starts_with(start))
}

fn is_plain(part: &str) -> bool {
    !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
}

fn is_key_char(c: char) -> bool {
    c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'
}

fn mentions(tree: &Tree) -> Vec<Mention<'_>> {
    let mut found = Vec::new();
    for file in tree.sources() {
        collect(file, file.code(), 0, &mut found);
    }
    for file in tree.files().filter(|file| file.path.contains("/templates/")) {
        for (line, text) in file.text.lines().enumerate() {
            found.extend(done(text).map(|text| of(file, line + 1, text)));
        }
        for (line, inside) in expressions(&file.text) {
            collect(file, &Code::read(inside), line, &mut found);
        }
    }
    found
}

fn collect<'t>(file: &'t File, code: &Code, above: usize, found: &mut Vec<Mention<'t>>) {
    for (at, token) in code.tokens.iter().enumerate() {
        if token.kind != Kind::Text || token.in_test {
            continue;
        }
        let is_key = ["t", "t1", "tn", "notice"]
            .iter()
            .any(|name| at >= 3 && code.is_at(at - 3, &[".", name, "("]));
        let beside_shell = at >= 2 && code.is_at(at - 2, &["shell", ","]);
        let line = above + token.line;
        found.extend(done(&token.text).map(|text| of(file, line, text)));
        found.push(Mention { file, line, text: token.text.clone(), is_key, beside_shell });
    }
}

/// The messages that addresses ask for: `/me?done=account-saved-notice`.
fn done(text: &str) -> impl Iterator<Item = String> {
    text.split("?done=").skip(1).map(|rest| rest.chars().take_while(|&c| is_key_char(c)).collect())
}

fn of(file: &File, line: usize, text: String) -> Mention<'_> {
    Mention { file, line, text, is_key: true, beside_shell: false }
}

/// What stands between `{{ }}` and `{% %}`, with the number of lines above it.
fn expressions(template: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    for (open, close) in [("{{", "}}"), ("{%", "%}")] {
        for (at, _) in template.match_indices(open) {
            let inside = template.get(at + 2..).unwrap_or_default();
            let inside = inside.split(close).next().unwrap_or_default();
            let above = template.get(..at).unwrap_or_default().matches('\n').count();
            found.push((above, inside));
        }
    }
    found
}

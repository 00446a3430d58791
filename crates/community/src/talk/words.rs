//! How talk is spoken of on pages: titles, places, what can be read and why something cannot.

use std::fmt::Display;

use web::Shell;

use super::{Act, Post, PostState, Ruling, Thread, lists::Entry};

/// The most characters of a first post that stand for its thread.
const MOST_LETTERS: usize = 100;

/// A word of a vocabulary in the language of the page.
pub(super) fn said(shell: &Shell, prefix: &str, word: impl Display) -> String {
    shell.t(&format!("{prefix}-{word}").replace('_', "-")).into_owned()
}

/// What kind of record something is, as a word.
pub(super) fn kind(shell: &Shell, kind: &str) -> String {
    let key = format!("talk-kind-{kind}").replace('_', "-");
    if shell.has(&key) {
        shell.t(&key).into_owned()
    } else {
        shell.t("talk-kind-other").into_owned()
    }
}

/// What a thread is called: by its title, its line, or how it begins.
pub(super) fn title(shell: &Shell, entry: &Entry) -> String {
    named(shell, &entry.thread, entry.begins.as_ref().map(super::Body::as_str))
}

/// The same, with how its first post reads; what cannot be read names nothing.
pub(super) fn named(shell: &Shell, thread: &Thread, begins: Option<&str>) -> String {
    match (begins, &thread.title) {
        (None, _) => shell.t1("talk-untitled", "name", thread.about.name()),
        (Some(_), Some(title)) => title.to_string(),
        (Some(begins), None) => excerpt(begins),
    }
}

/// The first words of a text, without the signs of Markdown.
pub(super) fn excerpt(text: &str) -> String {
    let plain: String = text
        .chars()
        .filter(|sign| !matches!(sign, '*' | '_' | '#' | '>' | '`' | '~'))
        .map(|sign| if sign.is_whitespace() { ' ' } else { sign })
        .collect();
    let plain = plain.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    if plain.chars().count() <= MOST_LETTERS {
        return plain;
    }
    let cut: String = plain.chars().take(MOST_LETTERS).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole} …")
}

/// "Line 12 of version 3".
pub(super) fn place(shell: &Shell, thread: &Thread) -> Option<String> {
    let anchor = thread.anchor.as_ref()?;
    Some(shell.t2("talk-line", "line", anchor.line, "version", anchor.version))
}

/// Why a post cannot be read by all.
pub(super) fn gone(shell: &Shell, post: &Post, rulings: &[(Ruling, String)]) -> Option<String> {
    match post.state {
        PostState::Shown => None,
        PostState::TakenBack => Some(shell.t("talk-taken-back").into_owned()),
        PostState::Hidden => {
            let hid = |ruling: &Ruling| ruling.post == post.id && ruling.act == Act::Hidden;
            let last = rulings.iter().rev().find(|(ruling, _)| hid(ruling));
            Some(match last {
                Some((ruling, who)) => {
                    shell.t2("talk-hidden", "who", who.as_str(), "why", ruling.why.as_str())
                }
                None => shell.t("talk-hidden-plain").into_owned(),
            })
        }
    }
}

/// A few letters that stand for a person.
pub(super) fn letters(name: &str) -> String {
    let words: Vec<&str> = name.split(' ').filter(|word| !word.is_empty()).collect();
    let first = words.first().and_then(|word| word.chars().next());
    let last = words.last().filter(|_| words.len() > 1).and_then(|word| word.chars().next());
    first.into_iter().chain(last).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_beginning_is_cut_between_words() {
        assert_eq!(excerpt("**Who** covers\n\nTuesdays?"), "Who covers Tuesdays?");
        let long = excerpt(&"night outreach ".repeat(20));
        assert!(long.ends_with("outreach …") || long.ends_with("night …"), "{long}");
        assert!(long.chars().count() <= MOST_LETTERS + 2);
    }

    #[test]
    fn letters_are_those_of_the_first_and_the_last_name() {
        assert_eq!(letters("Jo Lindqvist"), "JL");
        assert_eq!(letters("Maria de la Cruz"), "MC");
        assert_eq!(letters("Jo"), "J");
        assert_eq!(letters(""), "");
    }
}

//! The piece of a text in which a word was found, with the words marked.

/// How many characters a piece has.
const LENGTH: usize = 180;
/// How many of them stand before the first word that was found.
const BEFORE: usize = 50;

/// A part of a piece: its text, and whether it is a word that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) text: String,
    pub(crate) is_found: bool,
}

/// The first of some texts in which a word is found, as a piece with the words marked; without one
/// the beginning of the first text.
pub(crate) fn piece(texts: &[String], words: &[String]) -> Vec<Part> {
    let found = texts.iter().find_map(|text| Some((text, spans(text, words).first()?.0)));
    match found.or_else(|| texts.first().map(|text| (text, 0))) {
        Some((text, first)) => cut(text, first, words),
        None => Vec::new(),
    }
}

/// A whole text with the words marked.
pub(crate) fn marked(text: &str, words: &[String]) -> Vec<Part> {
    let chars: Vec<char> = text.chars().collect();
    parts(&chars, 0, chars.len(), &spans(text, words))
}

fn cut(text: &str, first: usize, words: &[String]) -> Vec<Part> {
    let chars: Vec<char> = text.chars().map(|sign| if sign == '\n' { ' ' } else { sign }).collect();
    let is_blank = |at: &usize| chars.get(*at).is_some_and(|sign| sign.is_whitespace());
    // Begins and ends between words.
    let begin = first.saturating_sub(BEFORE);
    let begin =
        if begin == 0 { 0 } else { (begin..first).find(is_blank).map_or(begin, |at| at + 1) };
    let end = (begin + LENGTH).min(chars.len());
    let end =
        if end == chars.len() { end } else { (begin..end).rev().find(is_blank).unwrap_or(end) };
    let mut all = parts(&chars, begin, end, &spans(text, words));
    if begin > 0 {
        all.insert(0, Part { text: "… ".to_owned(), is_found: false });
    }
    if end < chars.len() {
        all.push(Part { text: " …".to_owned(), is_found: false });
    }
    all
}

fn parts(chars: &[char], begin: usize, end: usize, spans: &[(usize, usize)]) -> Vec<Part> {
    let mut all = Vec::new();
    let mut push = |from: usize, to: usize, is_found: bool| {
        let text: String = chars.get(from..to).unwrap_or_default().iter().collect();
        if !text.is_empty() {
            all.push(Part { text, is_found });
        }
    };
    let mut at = begin;
    for &(from, to) in spans.iter().filter(|(from, to)| *from >= begin && *to <= end) {
        push(at, from, false);
        push(from, to, true);
        at = to;
    }
    push(at, end, false);
    all
}

/// Where words begin with one of those asked for, in characters.
fn spans(text: &str, words: &[String]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let (mut word, mut begin) = (String::new(), 0);
    let ended = text.chars().chain([' ']).enumerate();
    for (at, sign) in ended {
        if sign.is_alphanumeric() {
            if word.is_empty() {
                begin = at;
            }
            word.extend(folded(sign));
        } else if !word.is_empty() {
            if words.iter().any(|asked| word.starts_with(asked.as_str())) {
                found.push((begin, at));
            }
            word.clear();
        }
    }
    found
}

/// A letter as the index compares it.
fn folded(sign: char) -> Vec<char> {
    let mut text = tantivy_fold(sign);
    text.make_ascii_lowercase();
    text.chars().flat_map(char::to_lowercase).collect()
}

fn tantivy_fold(sign: char) -> String {
    use tantivy::tokenizer::{AsciiFoldingFilter, RawTokenizer, TextAnalyzer, TokenStream as _};
    if sign.is_ascii() {
        return sign.to_string();
    }
    let mut analyzer =
        TextAnalyzer::builder(RawTokenizer::default()).filter(AsciiFoldingFilter).build();
    let text = sign.to_string();
    let mut stream = analyzer.token_stream(&text);
    if stream.advance() { stream.token().text.clone() } else { text.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(all: &[&str]) -> Vec<String> {
        all.iter().map(|word| (*word).to_owned()).collect()
    }

    fn shown(parts: &[Part]) -> String {
        let part = |part: &Part| {
            if part.is_found { format!("[{}]", part.text) } else { part.text.clone() }
        };
        parts.iter().map(part).collect()
    }

    #[test]
    fn words_are_marked_without_regard_to_accents_and_capitals() {
        let text = "The Núñez house, and HOUSES of others";
        assert_eq!(
            shown(&marked(text, &words(&["hous", "nunez"]))),
            "The [Núñez] [house], and [HOUSES] of others"
        );
        assert_eq!(shown(&marked(text, &words(&["ouse"]))), text);
    }

    #[test]
    fn a_long_text_is_cut_around_what_was_found() {
        let text = format!("{} landlord {}", "before ".repeat(40), "after ".repeat(80));
        let piece = shown(&piece(&[text], &words(&["landlord"])));
        assert!(piece.starts_with("… before") && piece.ends_with("after …"), "{piece}");
        assert!(piece.contains("[landlord]") && piece.chars().count() < 200, "{piece}");
    }

    #[test]
    fn the_text_that_holds_the_word_goes_first() {
        let texts = words(&["Nothing here", "The landlord signs"]);
        assert_eq!(shown(&piece(&texts, &words(&["landl"]))), "The [landlord] signs");
        assert_eq!(shown(&piece(&texts, &words(&["zebra"]))), "Nothing here");
        assert!(piece(&[], &words(&["zebra"])).is_empty());
    }

    #[test]
    fn letters_of_any_script_cut_nothing_in_two() {
        for text in ["ẞtraße Ⅷ ﬁne", "日本語 の 家", "e\u{301}\u{301} x", ""] {
            let all = marked(text, &words(&["s", "日", "e", "f"]));
            let again: String = all.iter().map(|part| part.text.as_str()).collect();
            assert_eq!(again, text);
        }
    }
}

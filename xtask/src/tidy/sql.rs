//! SQL as far as the rules read it: words with their lines, and the tables that migrations make.

use crate::tidy::tree::{File, Tree};

/// A word, a mark or a quoted text of SQL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// As it is written.
    pub text: String,
    /// The line it begins on, from 1.
    pub line: usize,
}

/// A table of a migration.
#[derive(Debug)]
pub struct Table<'t> {
    /// Its name.
    pub name: String,
    /// The package whose migration makes it.
    pub owner: &'t str,
    /// The migration.
    pub file: &'t File,
    /// The line of its `CREATE TABLE`.
    pub line: usize,
    /// What stands between the brackets, cut at the commas.
    pub parts: Vec<Vec<Word>>,
}

impl Word {
    /// Whether it is this word, in whatever case.
    #[must_use]
    pub fn is(&self, text: &str) -> bool {
        self.text.eq_ignore_ascii_case(text)
    }
}

/// Cuts SQL into words and marks; comments are left out.
#[must_use]
pub fn words(sql: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut line = 1;
    let mut chars = sql.chars().peekable();
    while let Some(first) = chars.next() {
        let start = line;
        let mut text = String::from(first);
        if first == '\n' {
            line += 1;
        } else if first == '-' && chars.peek() == Some(&'-') {
            while chars.next_if(|&c| c != '\n').is_some() {}
        } else if first == '\'' || first == '"' {
            for next in chars.by_ref() {
                line += usize::from(next == '\n');
                text.push(next);
                if next == first {
                    break;
                }
            }
            found.push(Word { text, line: start });
        } else if first.is_alphanumeric() || matches!(first, '_' | '$') {
            while let Some(next) = chars.next_if(|&c| c.is_alphanumeric() || c == '_') {
                text.push(next);
            }
            found.push(Word { text, line: start });
        } else if !first.is_whitespace() {
            found.push(Word { text, line: start });
        }
    }
    found
}

/// The migrations of all packages.
pub fn migrations(tree: &Tree) -> impl Iterator<Item = &File> {
    tree.ending(".sql")
        .filter(|file| file.package().is_some() && file.path.contains("/migrations/"))
}

/// The tables that the migrations make, each once for each migration that makes it.
#[must_use]
pub fn tables(tree: &Tree) -> Vec<Table<'_>> {
    let mut found = Vec::new();
    for file in migrations(tree) {
        let Some(owner) = file.package() else { continue };
        let words = words(&file.text);
        for (at, word) in words.iter().enumerate() {
            let second = words.get(at + 1);
            if word.is("CREATE") && second.is_some_and(|second| second.is("TABLE")) {
                let rest = words.get(at + 2..).unwrap_or_default();
                let skip = if rest.first().is_some_and(|word| word.is("IF")) { 3 } else { 0 };
                let rest = rest.get(skip..).unwrap_or_default();
                let Some((name, rest)) = rest.split_first() else { continue };
                let parts = bracketed(rest);
                found.push(Table { name: name.text.clone(), owner, file, line: word.line, parts });
            }
        }
    }
    found
}

/// What stands in the first brackets, cut at the commas between the parts.
#[must_use]
pub fn bracketed(words: &[Word]) -> Vec<Vec<Word>> {
    let mut parts = vec![Vec::new()];
    let mut depth = 0_usize;
    for word in words {
        match word.text.as_str() {
            "(" => depth += 1,
            ")" => depth = depth.saturating_sub(1),
            _ => {}
        }
        match (depth, word.text.as_str()) {
            (0, ")") => break,
            (1, "(") | (0, _) => {}
            (1, ",") => parts.push(Vec::new()),
            _ => parts.last_mut().into_iter().for_each(|part| part.push(word.clone())),
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

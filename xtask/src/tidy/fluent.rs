//! Message catalogs, as far as the rules read them.

use std::collections::BTreeSet;

/// One message of a catalog.
#[derive(Debug)]
pub struct Message {
    /// Its key.
    pub key: String,
    /// Its line, from 1.
    pub line: usize,
    /// What it says, attributes included.
    pub text: String,
}

impl Message {
    /// What it says for those who read code: what is put in as its name, and of several forms
    /// the general one.
    #[must_use]
    pub fn plain(&self) -> String {
        let lines: Vec<&str> = self.text.lines().collect();
        let chosen = lines.iter().find_map(|line| line.strip_prefix("*[")?.split_once(']'));
        let before = self.text.split('{').next().unwrap_or_default();
        let whole = match chosen {
            Some((_, general)) if self.text.contains("->") => format!("{before}{}", general.trim()),
            _ => lines.join(" "),
        };
        let whole =
            whole.replace("{ $", "`").replace("{$", "`").replace(" }", "`").replace('}', "`");
        whole.trim().trim_end_matches('.').replace('|', "or")
    }

    /// The names of what is put into it.
    #[must_use]
    pub fn variables(&self) -> BTreeSet<String> {
        self.text
            .split('$')
            .skip(1)
            .map(|rest| rest.chars().take_while(|&c| is_key(c)).collect())
            .collect()
    }
}

/// The messages of a catalog, in order; its terms too.
#[must_use]
pub fn messages(text: &str) -> Vec<Message> {
    let mut found: Vec<Message> = Vec::new();
    for (line, text) in text.lines().enumerate() {
        let begins = text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-');
        if let Some((key, rest)) = text.split_once('=').filter(|_| begins) {
            let (key, text) = (key.trim().to_owned(), rest.trim().to_owned());
            found.push(Message { key, line: line + 1, text });
        } else if let Some(last) = found.last_mut().filter(|_| text.starts_with([' ', '}'])) {
            last.text.push('\n');
            last.text.push_str(text.trim());
        }
    }
    found
}

fn is_key(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '-'
}

//! Rust as a row of words and marks, which is all that the rules need. Macros and half-typed code
//! are read like everything else, and nothing has to compile.

use std::collections::HashMap;

/// A piece of code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// The word or mark, or the value of a text.
    pub text: String,
    /// The line it begins on, from 1.
    pub line: usize,
    /// The line it ends on.
    pub last_line: usize,
    /// Whether it stands under `#[cfg(test)]`.
    pub in_test: bool,
}

/// What a piece of code is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A name, a keyword or a number.
    Word,
    /// A text between quotes.
    Text,
    /// Punctuation; `::`, `=>` and `->` are one mark each.
    Mark,
    /// A lifetime or a character.
    Quoted,
}

/// A file of Rust.
#[derive(Debug, Default)]
pub struct Code {
    /// Its pieces in order, without comments.
    pub tokens: Vec<Token>,
    /// Its `///` comments: line and text.
    pub docs: Vec<(usize, String)>,
    /// Where each word and mark stands.
    places: HashMap<String, Vec<usize>>,
}

/// A function with a body.
#[derive(Debug)]
pub struct Function<'c> {
    /// Its name.
    pub name: &'c str,
    /// The line of its `fn`.
    pub line: usize,
    /// What stands between its braces.
    pub body: &'c [Token],
}

impl Token {
    /// Whether it is this word or mark (never a text).
    #[must_use]
    pub fn is(&self, text: &str) -> bool {
        self.kind != Kind::Text && self.text == text
    }
}

impl Code {
    /// Reads a file.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut reader =
            Reader { chars: text.chars().collect(), at: 0, line: 1, code: Self::default() };
        while reader.step() {}
        let mut code = reader.code;
        for (at, token) in
            code.tokens.iter().enumerate().filter(|(_, token)| token.kind != Kind::Text)
        {
            match code.places.get_mut(&token.text) {
                Some(places) => places.push(at),
                None => drop(code.places.insert(token.text.clone(), vec![at])),
            }
        }
        code.mark_tests();
        code
    }

    /// Where this row of words and marks begins; `""` stands for any text between quotes.
    pub fn find<'c>(&'c self, row: &'c [&'c str]) -> impl Iterator<Item = usize> + 'c {
        // The rarest of them leads to the few places worth a look.
        let steps = row.iter().enumerate().filter(|(_, want)| !want.is_empty());
        let places =
            steps.map(|(step, want)| (step, self.places.get(*want).map_or(&[][..], Vec::as_slice)));
        let (step, places) = places.min_by_key(|(_, places)| places.len()).unwrap_or_default();
        let starts = places.iter().filter_map(move |at| at.checked_sub(step));
        starts.filter(move |&at| self.is_at(at, row))
    }

    /// Whether this row of words and marks stands here; `""` stands for any text between quotes.
    #[must_use]
    pub fn is_at(&self, at: usize, row: &[&str]) -> bool {
        row.iter().enumerate().all(|(step, want)| {
            self.tokens.get(at + step).is_some_and(|token| match *want {
                "" => token.kind == Kind::Text,
                want => token.is(want),
            })
        })
    }

    /// The texts between quotes, outside `#[cfg(test)]`.
    pub fn texts(&self) -> impl Iterator<Item = &Token> {
        self.tokens.iter().filter(|token| token.kind == Kind::Text && !token.in_test)
    }

    /// What stands between the bracket at `open` and its partner.
    #[must_use]
    pub fn within(&self, open: usize) -> &[Token] {
        let end = self.closing(open);
        self.tokens.get(open + 1..end).unwrap_or_default()
    }

    /// Where the bracket at `open` is closed; the end of the file when it is not.
    #[must_use]
    pub fn closing(&self, open: usize) -> usize {
        let mut depth = 0_usize;
        for (at, token) in self.tokens.iter().enumerate().skip(open) {
            if token.kind == Kind::Mark {
                match token.text.as_str() {
                    "(" | "[" | "{" => depth += 1,
                    ")" | "]" | "}" => depth = depth.saturating_sub(1),
                    _ => {}
                }
            }
            if depth == 0 {
                return at;
            }
        }
        self.tokens.len()
    }

    /// Every function with a body, those in macros and in other functions too.
    #[must_use]
    pub fn functions(&self) -> Vec<Function<'_>> {
        let mut found = Vec::new();
        for start in self.find(&["fn"]) {
            let Some(name) = self.tokens.get(start + 1).filter(|token| token.kind == Kind::Word)
            else {
                continue;
            };
            let mut at = start + 2;
            while let Some(token) = self.tokens.get(at) {
                if token.is("(") || token.is("[") {
                    at = self.closing(at);
                } else if token.is("{") {
                    let line = self.tokens.get(start).map_or(1, |token| token.line);
                    found.push(Function { name: &name.text, line, body: self.within(at) });
                    break;
                } else if token.is(";") {
                    break;
                }
                at += 1;
            }
        }
        found
    }

    fn mark_tests(&mut self) {
        let starts: Vec<usize> = self.find(&["#", "[", "cfg", "(", "test", ")", "]"]).collect();
        for start in starts {
            let mut at = start + 7;
            while self.tokens.get(at).is_some_and(|token| !token.is("{") && !token.is(";")) {
                at += 1;
            }
            let end = if self.is_at(at, &["{"]) { self.closing(at) } else { at };
            for token in self.tokens.iter_mut().take(end + 1).skip(start) {
                token.in_test = true;
            }
        }
    }
}

struct Reader {
    chars: Vec<char>,
    at: usize,
    line: usize,
    code: Code,
}

impl Reader {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    fn next(&mut self) -> Option<char> {
        let next = self.peek(0)?;
        self.at += 1;
        if next == '\n' {
            self.line += 1;
        }
        Some(next)
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> String {
        let rest = self.chars.get(self.at..).unwrap_or_default();
        let end = rest.iter().position(|&c| !wanted(c)).unwrap_or(rest.len());
        let taken = rest.get(..end).unwrap_or_default();
        self.line += taken.iter().filter(|c| **c == '\n').count();
        self.at += end;
        taken.iter().collect()
    }

    fn push(&mut self, kind: Kind, text: String, line: usize) {
        let last_line = self.line;
        self.code.tokens.push(Token { kind, text, line, last_line, in_test: false });
    }

    /// Reads one piece; false at the end.
    fn step(&mut self) -> bool {
        let line = self.line;
        match (self.peek(0), self.peek(1)) {
            (None, _) => return false,
            (Some('/'), Some('/')) => self.comment(),
            (Some('/'), Some('*')) => self.block_comment(),
            (Some('"'), _) => self.text(line),
            (Some('\''), _) => self.quote(line),
            (Some(c), _) if c.is_whitespace() => drop(self.take_while(char::is_whitespace)),
            (Some(c), _) if c.is_alphanumeric() || c == '_' => self.word(line),
            (Some(first), second) => self.mark(first, second, line),
        }
        true
    }

    fn comment(&mut self) {
        let line = self.line;
        let text = self.take_while(|c| c != '\n');
        if let Some(doc) = text.strip_prefix("///") {
            self.code.docs.push((line, doc.trim().to_owned()));
        }
    }

    fn block_comment(&mut self) {
        let mut depth = 0_usize;
        loop {
            match (self.peek(0), self.peek(1)) {
                (None, _) => return,
                (Some('/'), Some('*')) => {
                    depth += 1;
                    self.next();
                }
                (Some('*'), Some('/')) => {
                    depth -= 1;
                    self.next();
                }
                _ => {}
            }
            self.next();
            if depth == 0 {
                return;
            }
        }
    }

    fn text(&mut self, line: usize) {
        self.next();
        let mut text = String::new();
        while let Some(next) = self.next() {
            match next {
                '"' => break,
                '\\' => match self.next() {
                    Some('\n') => drop(self.take_while(char::is_whitespace)),
                    Some('n') => text.push('\n'),
                    Some(other) => text.push(other),
                    None => break,
                },
                other => text.push(other),
            }
        }
        self.push(Kind::Text, text, line);
    }

    fn raw_text(&mut self, line: usize) {
        let fence = self.take_while(|c| c == '#').len();
        self.next();
        let end: String = std::iter::once('"').chain(std::iter::repeat_n('#', fence)).collect();
        let mut text = String::new();
        while let Some(next) = self.next() {
            text.push(next);
            if let Some(value) = text.strip_suffix(&end) {
                text.truncate(value.len());
                break;
            }
        }
        self.push(Kind::Text, text, line);
    }

    fn quote(&mut self, line: usize) {
        self.next();
        let mut text = String::from("'");
        if self.peek(0) == Some('\\') {
            self.next();
            text.extend(self.next());
            text.push_str(&self.take_while(|c| c != '\''));
            self.next();
        } else if self.peek(1) == Some('\'') {
            text.extend(self.next());
            self.next();
        } else {
            text.push_str(&self.take_while(|c| c.is_alphanumeric() || c == '_'));
        }
        self.push(Kind::Quoted, text, line);
    }

    fn word(&mut self, line: usize) {
        let mut word = self.take_while(|c| c.is_alphanumeric() || c == '_');
        let raw = matches!(word.as_str(), "r" | "br" | "cr");
        match (self.peek(0), self.peek(1)) {
            (Some('"'), _) | (Some('#'), Some('"' | '#')) if raw => return self.raw_text(line),
            (Some('#'), Some(c)) if word == "r" && c.is_alphabetic() => {
                self.next();
                word = self.take_while(|c| c.is_alphanumeric() || c == '_');
            }
            (Some('"'), _) if matches!(word.as_str(), "b" | "c") => return self.text(line),
            (Some('\''), _) if word == "b" => return self.quote(line),
            (Some('.'), Some(c))
                if c.is_ascii_digit() && word.starts_with(|c: char| c.is_ascii_digit()) =>
            {
                word.push('.');
                self.next();
                word.push_str(&self.take_while(|c| c.is_alphanumeric() || c == '_'));
            }
            _ => {}
        }
        self.push(Kind::Word, word, line);
    }

    fn mark(&mut self, first: char, second: Option<char>, line: usize) {
        self.next();
        let mut text = String::from(first);
        if let (':', Some(':')) | ('=' | '-', Some('>')) = (first, second) {
            text.extend(self.next());
        }
        self.push(Kind::Mark, text, line);
    }
}

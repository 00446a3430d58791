//! The error codes that the code gives: of problems, of fields and of refused rows.

use std::collections::{BTreeMap, BTreeSet};

use crate::tidy::{
    rust::{Code as Rust, Function, Kind, Token},
    tree::{File, Tree},
};

/// A code, and what the code around it says of it.
pub(super) struct Code<'t> {
    pub(super) word: String,
    pub(super) file: &'t File,
    pub(super) line: usize,
    /// Of which kind its problem is, where that can be read.
    pub(super) kind: Option<String>,
    /// The doc comment of its variant.
    pub(super) when: Option<String>,
}

impl Code<'_> {
    pub(super) fn package(&self) -> &str {
        self.file.package().unwrap_or_default()
    }
}

/// Every code, once.
pub(super) fn collect(tree: &Tree) -> BTreeMap<String, Code<'_>> {
    let mut all = BTreeMap::new();
    for file in tree.sources() {
        let found = of_problems(file).into_iter().chain(of_fields(file)).chain(of_rows(file));
        for code in found {
            all.entry(code.word.clone()).or_insert(code);
        }
    }
    all
}

/// The codes in the bodies of `fn code(…) -> &'static str`.
fn of_problems(file: &File) -> Vec<Code<'_>> {
    if file.code().find(&["fn", "code"]).next().is_none() {
        return Vec::new();
    }
    let functions = file.code().functions();
    let named = |name: &'static str| functions.iter().filter(move |function| function.name == name);
    let kinds: BTreeMap<&str, String> = named("kind")
        .flat_map(|function| arms(function))
        .filter_map(|arm| Some((arm.variants, kind_in(arm.result)?)))
        .flat_map(|(variants, kind)| {
            variants.into_iter().map(move |variant| (variant, kind.clone()))
        })
        .collect();
    let mut found = Vec::new();
    for function in named("code") {
        for arm in arms(function) {
            let variant = arm.variants.first().copied();
            for text in arm.result.iter().filter(|token| token.kind == Kind::Text && !token.in_test)
            {
                found.push(Code {
                    word: text.text.clone(),
                    file,
                    line: text.line,
                    // Codes without a kind are those of fields.
                    kind: match variant {
                        _ if kinds.is_empty() => Some("field".to_owned()),
                        Some(variant) => kinds.get(variant).cloned(),
                        None => None,
                    },
                    when: variant.and_then(|variant| doc_of(file.code(), variant)),
                });
            }
        }
    }
    found
}

/// The codes that are given to fields: `input.refuse("due", "date_past", …)`,
/// `Error::field("due", "date_past")`, `FieldProblem { code: "date_past", … }`.
fn of_fields(file: &File) -> Vec<Code<'_>> {
    let code = file.code();
    let mut texts: Vec<&Token> = Vec::new();
    for (row, open) in
        [([".", "refuse", "("], 2), (["::", "field", "("], 2), (["::", "field_with", "("], 2)]
    {
        for at in code.find(&row) {
            texts.extend(second_argument(code.within(at + open)));
        }
    }
    texts.extend(code.find(&["code", ":", ""]).filter_map(|at| code.tokens.get(at + 2)));
    texts
        .into_iter()
        .filter(|text| !text.in_test)
        .map(|text| Code {
            word: text.text.clone(),
            file,
            line: text.line,
            kind: Some("field".to_owned()),
            when: None,
        })
        .collect()
}

/// The codes of an `enum Code` made by `words!`: why an importer refuses a row.
fn of_rows(file: &File) -> Vec<Code<'_>> {
    let code = file.code();
    let mut found = Vec::new();
    for at in code.find(&["enum", "Code", "{"]) {
        for three in code.within(at + 2).windows(3) {
            let [variant, equals, text] = three else { continue };
            if equals.is("=") && text.kind == Kind::Text {
                found.push(Code {
                    word: text.text.clone(),
                    file,
                    line: text.line,
                    kind: Some("row".to_owned()),
                    when: doc_of(code, &variant.text),
                });
            }
        }
    }
    found
}

struct Arm<'c> {
    variants: Vec<&'c str>,
    result: &'c [Token],
}

/// The arms of the outermost `match` of a function; the whole body when there is none.
fn arms<'c>(function: &Function<'c>) -> Vec<Arm<'c>> {
    let arrows: Vec<usize> = (0..function.body.len())
        .filter(|&at| function.body.get(at).is_some_and(|token| token.is("=>")))
        .collect();
    if arrows.is_empty() {
        return vec![Arm { variants: Vec::new(), result: function.body }];
    }
    let mut found = Vec::new();
    let mut start = 0;
    for (nth, &arrow) in arrows.iter().enumerate() {
        let pattern = function.body.get(start..arrow).unwrap_or_default();
        let next = arrows.get(nth + 1).copied().unwrap_or(function.body.len());
        let after = function.body.get(arrow + 1..next).unwrap_or_default();
        // The comma, or the brace of a block, ends the result; the next pattern follows.
        let end =
            after.iter().position(|token| token.is(",") || token.is("}")).unwrap_or(after.len());
        let variants = pattern
            .windows(2)
            .filter_map(|pair| match pair {
                [colons, name] if colons.is("::") => Some(name.text.as_str()),
                _ => None,
            })
            .collect();
        found.push(Arm { variants, result: after.get(..end).unwrap_or_default() });
        start = arrow + 1 + end;
    }
    found
}

fn kind_in(result: &[Token]) -> Option<String> {
    let name = result.windows(3).find_map(|three| match three {
        [kind, colons, name] if kind.is("Kind") && colons.is("::") => Some(&name.text),
        _ => None,
    })?;
    let mut kind = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() && !kind.is_empty() {
            kind.push('_');
        }
        kind.push(c.to_ascii_lowercase());
    }
    Some(kind)
}

/// The doc comment above a variant, where the enum stands in the same file.
fn doc_of(code: &Rust, variant: &str) -> Option<String> {
    let follows = ["{", "(", ",", "="];
    let enums = code.find(&["enum"]).filter_map(|at| {
        let open = (at..at + 4).find(|&at| code.is_at(at, &["{"]))?;
        Some((open, code.closing(open)))
    });
    let attributes: BTreeSet<usize> =
        code.tokens.iter().filter(|token| token.is("#")).map(|token| token.line).collect();
    for (open, close) in enums {
        let Some(line) = (open + 1..close).find_map(|at| {
            let is_variant = code.is_at(at, &[variant])
                && (code.is_at(at + 1, &["}"])
                    || follows.iter().any(|mark| code.is_at(at + 1, &[mark])));
            is_variant.then(|| code.tokens.get(at)).flatten().map(|token| token.line)
        }) else {
            continue;
        };
        // Attributes stand between the comment and the variant.
        let above = code
            .tokens
            .iter()
            .rfind(|token| token.line < line && !attributes.contains(&token.line))?
            .line;
        let doc: Vec<&str> = code
            .docs
            .iter()
            .filter(|(at, _)| (above..line).contains(at))
            .map(|(_, text)| text.as_str())
            .collect();
        return (!doc.is_empty()).then(|| doc.join(" ").trim_end_matches('.').replace('|', "or"));
    }
    None
}

/// The second argument of a call, when it is a text.
fn second_argument(arguments: &[Token]) -> Option<&Token> {
    let mut depth = 0_usize;
    for pair in arguments.windows(2) {
        let [mark, next] = pair else { continue };
        match mark.text.as_str() {
            "(" | "[" | "{" if mark.kind == Kind::Mark => depth += 1,
            ")" | "]" | "}" if mark.kind == Kind::Mark => depth = depth.saturating_sub(1),
            "," if mark.kind == Kind::Mark && depth == 0 => {
                return (next.kind == Kind::Text).then_some(next);
            }
            _ => {}
        }
    }
    None
}

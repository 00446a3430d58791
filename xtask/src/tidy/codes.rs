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
    /// The kinds that its problems have, where that can be read.
    pub(super) kinds: BTreeSet<String>,
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
    let mut all: BTreeMap<String, Code<'_>> = BTreeMap::new();
    for file in tree.sources() {
        let found = of_problems(file).into_iter().chain(of_fields(file)).chain(of_rows(file));
        for mut code in found {
            match all.get_mut(&code.word) {
                Some(known) => known.kinds.append(&mut code.kinds),
                None => drop(all.insert(code.word.clone(), code)),
            }
        }
    }
    all
}

fn code<'t>(file: &'t File, text: &Token, kind: Option<&str>, when: Option<String>) -> Code<'t> {
    let kinds = kind.into_iter().map(str::to_owned).collect();
    Code { word: text.text.clone(), file, line: text.line, kinds, when }
}

/// The codes in the bodies of `fn code(…) -> &'static str`, and those that stand beside their kind:
/// `(Kind::Conflict, "too_late")`.
fn of_problems(file: &File) -> Vec<Code<'_>> {
    let mut found = Vec::new();
    let rust = file.code();
    if rust.find(&["fn", "code"]).chain(rust.find(&["Kind", "::"])).next().is_none() {
        return found;
    }
    let functions = rust.functions();
    let named = |name: &'static str| functions.iter().filter(move |one| one.name == name);
    let kinds: BTreeMap<&str, String> = named("kind")
        .flat_map(arms)
        .filter_map(|arm| Some((arm.variants, kind_in(arm.result)?)))
        .flat_map(|(variants, kind)| {
            variants.into_iter().map(move |variant| (variant, kind.clone()))
        })
        .collect();
    for arm in named("code").flat_map(arms) {
        let variant = arm.variants.first().copied();
        for text in arm.result.iter().filter(|token| is_code(token)) {
            // Codes without a kind are those of fields.
            let kind = match variant.and_then(|variant| kinds.get(variant)) {
                None if kinds.is_empty() => Some("field"),
                kind => kind.map(String::as_str),
            };
            found.push(code(file, text, kind, variant.and_then(|variant| doc_of(rust, variant))));
        }
    }
    for arm in functions.iter().flat_map(arms) {
        for five in arm.result.windows(5) {
            let [kind, colons, _, comma, text] = five else { continue };
            if kind.is("Kind") && colons.is("::") && comma.is(",") && is_code(text) {
                let variant = arm.variants.first();
                let when = variant.and_then(|variant| doc_of(rust, variant));
                found.push(code(file, text, kind_in(five).as_deref(), when));
            }
        }
    }
    found
}

/// The codes that are given to fields: `input.refuse("due", "date_past", …)`,
/// `Error::field("due", "date_past")`, `FieldProblem { code: "date_past", … }`, and those in the
/// bodies of `fn problem(&self)`.
fn of_fields(file: &File) -> Vec<Code<'_>> {
    let rust = file.code();
    let mut texts: Vec<&Token> = Vec::new();
    let calls =
        [([".", "refuse", "("], 2), (["::", "field", "("], 2), (["::", "field_with", "("], 2)];
    for (row, open) in &calls {
        for at in rust.find(row) {
            texts.extend(second_argument(rust.within(at + open)));
        }
    }
    texts.extend(rust.find(&["code", ":", ""]).filter_map(|at| rust.tokens.get(at + 2)));
    for at in rust.find(&["fn", "problem", "(", "&", "self", ")"]) {
        // A trait's own declaration has no body.
        let stop = (at..rust.tokens.len())
            .find(|&at| ["{", ";"].iter().any(|mark| rust.is_at(at, &[mark])));
        let open = stop.filter(|&stop| rust.is_at(stop, &["{"]));
        texts.extend(open.into_iter().flat_map(|open| outside_lists(rust.within(open))));
    }
    texts.retain(|text| is_code(text));
    texts.into_iter().map(|text| code(file, text, Some("field"), None)).collect()
}

/// The tokens that are not in a `vec![…]`, which holds what a message needs.
fn outside_lists(body: &[Token]) -> Vec<&Token> {
    let mut found = Vec::new();
    let (mut depth, mut after_vec) = (0_usize, false);
    for token in body {
        match token.text.as_str() {
            "[" if after_vec || depth > 0 => depth += 1,
            "]" => depth = depth.saturating_sub(1),
            _ if depth == 0 => found.push(token),
            _ => {}
        }
        after_vec = token.is("vec") || (after_vec && token.is("!"));
    }
    found
}

fn is_code(token: &Token) -> bool {
    token.kind == Kind::Text
        && !token.in_test
        && !token.text.is_empty()
        && token.text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

/// The codes of an `enum Code` made by `words!`: why an importer refuses a row.
fn of_rows(file: &File) -> Vec<Code<'_>> {
    let rust = file.code();
    let mut found = Vec::new();
    for at in rust.find(&["enum", "Code", "{"]) {
        for three in rust.within(at + 2).windows(3) {
            let [variant, equals, text] = three else { continue };
            if equals.is("=") && is_code(text) {
                found.push(code(file, text, Some("row"), doc_of(rust, &variant.text)));
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
        let end = end_of_result(after);
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

/// Where an arm's result ends and the next pattern follows: at its comma, or after its block.
fn end_of_result(after: &[Token]) -> usize {
    let mut depth = 0_usize;
    let is_block = after.first().is_some_and(|token| token.is("{"));
    for (at, token) in after.iter().enumerate() {
        match (token.text.as_str(), depth) {
            _ if token.kind != Kind::Mark => {}
            ("(" | "[" | "{", _) => depth += 1,
            (")" | "]" | "}" | ",", 0) => return at,
            ("}", 1) if is_block => return at + 1,
            (")" | "]" | "}", _) => depth -= 1,
            _ => {}
        }
    }
    after.len()
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
    // Attributes stand between the comment and the variant.
    let mut attributes = BTreeSet::new();
    let mut line = 0;
    for (at, token) in code.tokens.iter().enumerate() {
        if token.line > line && token.is("#") {
            let end = code.tokens.get(code.closing(at + 1));
            attributes.extend(token.line..=end.map_or(token.line, |end| end.line));
        }
        line = token.line;
    }
    for (open, close) in enums {
        let Some(line) = (open + 1..close).find_map(|at| {
            let is_variant = code.is_at(at, &[variant])
                && (code.is_at(at + 1, &["}"])
                    || follows.iter().any(|mark| code.is_at(at + 1, &[mark])));
            is_variant.then(|| code.tokens.get(at)).flatten().map(|token| token.line)
        }) else {
            continue;
        };
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
        let doc = doc.join(" ").replace("[`", "`").replace("`]", "`").replace('|', "or");
        return Some(doc.trim_end_matches('.').to_owned()).filter(|doc| !doc.is_empty());
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

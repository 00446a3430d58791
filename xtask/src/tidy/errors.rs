//! Every error code is documented, and said in both languages.

use std::collections::BTreeMap;

use crate::tidy::{
    Finding, Rule,
    codes::{self, Code},
    fluent::messages,
    tree::{File, Tree},
};

/// Error codes are in docs/errors.md and in both catalogs.
pub(super) const ERRORS: Rule = Rule {
    name: "errors",
    holds: "every error code has a row in docs/errors.md and a message `error-…` in both catalogs, and no row or message is left over",
    check,
};

const PAGE: &str = "docs/errors.md";
/// What an import finds in a file is said with the words of its report.
const FOUND: &str = "measures-found-";

struct Row {
    line: usize,
    kind: String,
    cells: usize,
}

fn check(tree: &Tree) -> Vec<Finding> {
    let codes = codes::collect(tree);
    let rows = tree.file(PAGE).map(rows).unwrap_or_default();
    let catalogs = ["en", "es"].map(|language| said(tree, language));
    let mut found = Vec::new();
    for code in codes.values() {
        found.extend(documented(code, &rows, &catalogs));
        let key = key(&code.word);
        let missing: Vec<&str> = ["en", "es"]
            .into_iter()
            .zip(&catalogs)
            .filter(|(_, catalog)| !catalog.contains_key(&key))
            .map(|(language, _)| language)
            .collect();
        if !missing.is_empty() {
            let what = format!("`{}` has no message in {}", code.word, missing.join(" and "));
            let home = home(code.package());
            let mend = format!("say how to mend it in crates/{home}/messages: `{key} = …`");
            found.push(Finding::new(code.file, code.line, what, mend));
        }
    }
    if let Some(page) = tree.file(PAGE) {
        for (name, row) in &rows {
            if !codes.contains_key(name) {
                let what = format!("no code gives `{name}` any more");
                found.push(Finding::new(page, row.line, what, "delete the row"));
            } else if row.cells != 4 {
                let what = format!("the row of `{name}` has {} cells", row.cells);
                found.push(Finding::new(
                    page,
                    row.line,
                    what,
                    "write code, kind, when, how to mend",
                ));
            }
        }
    }
    for (key, (file, line, _)) in catalogs.iter().flatten() {
        if !codes.keys().any(|code| self::key(code) == *key) {
            let what = format!("no error has the message `{key}`");
            found.push(Finding::new(file, *line, what, "delete it in both languages"));
        }
    }
    found
}

/// Whether the page has the code's row, and says its kind.
fn documented(
    code: &Code<'_>,
    rows: &BTreeMap<String, Row>,
    catalogs: &[Catalog<'_>; 2],
) -> Option<Finding> {
    let Some(row) = rows.get(&code.word) else {
        let [english, _] = catalogs;
        let mend = english.get(&key(&code.word)).map_or("…", |(_, _, text)| text.as_str());
        let kind = code.kinds.first().map_or("…", String::as_str);
        let when = code.when.as_deref().unwrap_or("…");
        return Some(Finding::new(
            code.file,
            code.line,
            format!("`{}` is not in {PAGE}", code.word),
            format!("add the row: | `{}` | {kind} | {when} | {mend} |", code.word),
        ));
    };
    if code.kinds.is_empty() || code.kinds.contains(&row.kind) {
        return None;
    }
    let kinds: Vec<&str> = code.kinds.iter().map(String::as_str).collect();
    Some(Finding {
        path: PAGE.to_owned(),
        line: row.line,
        what: format!("`{}` is said to be {}", code.word, row.kind),
        mend: format!("the code says {}", kinds.join(" or ")),
    })
}

/// The messages `error-…` of one language: where each stands and its first line.
type Catalog<'t> = BTreeMap<String, (&'t File, usize, String)>;

fn said<'t>(tree: &'t Tree, language: &str) -> Catalog<'t> {
    let end = format!("/messages/{language}.ftl");
    let mut all = BTreeMap::new();
    for file in tree.files().filter(|file| file.path.ends_with(&end)) {
        for message in messages(&file.text) {
            let text = message.plain();
            if message.key.starts_with("error-") {
                all.insert(message.key, (file, message.line, text));
            } else if let Some(code) = message.key.strip_prefix(FOUND) {
                all.entry(format!("error-{code}")).or_insert((file, message.line, text));
            }
        }
    }
    all
}

fn rows(page: &File) -> BTreeMap<String, Row> {
    let mut rows = BTreeMap::new();
    for (line, text) in page.text.lines().enumerate() {
        let Some(inner) = text.trim().strip_prefix('|').and_then(|text| text.strip_suffix('|'))
        else {
            continue;
        };
        let cells: Vec<&str> = inner.split('|').map(str::trim).collect();
        let Some(code) = cells.first().and_then(|cell| cell.strip_prefix('`')?.strip_suffix('`'))
        else {
            continue;
        };
        let filled = cells.iter().filter(|cell| !cell.is_empty() && **cell != "…").count();
        let kind = cells.get(1).map_or_else(String::new, |&kind| kind.to_owned());
        rows.insert(code.to_owned(), Row { line: line + 1, kind, cells: filled });
    }
    rows
}

/// The package in whose catalogs the code's message stands: the lower ones have none.
fn home(package: &str) -> &str {
    match package {
        "base" | "store" => "web",
        "standards" => "measures",
        package => package,
    }
}

fn key(code: &str) -> String {
    format!("error-{}", code.replace('_', "-"))
}

//! Statements are known to the test that prepares them, and exceptions are written down.

use crate::tidy::{
    Finding, Rule,
    tree::{File, Tree},
};

/// Every block of statements is listed.
pub(super) const STATEMENTS: Rule = Rule {
    name: "statements",
    holds: "every `statements!`, `installation_statements!` and `clauses!` block is listed in its `CONTEXT`",
    check: listed,
};

/// What is not bound to a partnership is an exception.
pub(super) const INSTALLATION: Rule = Rule {
    name: "installation",
    holds: "`installation_statements!` stands only in the files that crates/store/README.md excepts",
    check: installation,
};

/// Where the exceptions are listed: tables whose keys do not begin with the partnership, and files
/// whose statements the transaction does not bind.
pub(super) const EXCEPTIONS: &str = "crates/store/README.md";

/// The names at the start of the items below a heading that speaks of exceptions, with their
/// lines.
pub(super) fn exceptions(tree: &Tree) -> Vec<(String, usize)> {
    let items = items(tree, "exception", 1).into_iter();
    items.flat_map(|(names, line)| names.into_iter().map(move |name| (name, line))).collect()
}

/// The names between backticks in each list item and table row below a heading that holds these
/// words. A colon, or the end of the row's first `cells`, ends the names: the reason follows.
pub(super) fn items(tree: &Tree, heading: &str, cells: usize) -> Vec<(Vec<String>, usize)> {
    let mut found = Vec::new();
    let mut below = false;
    let text = tree.file(EXCEPTIONS).map_or("", |file| &file.text);
    for (line, text) in text.lines().enumerate() {
        if text.starts_with('#') {
            below = text.to_lowercase().contains(heading);
        }
        let item = text.trim_start_matches(['|', '-', '*', ' ']);
        if below && item.len() < text.len() && item.starts_with('`') {
            let item = item.split(':').next().unwrap_or_default();
            let names: Vec<&str> = item.split('|').take(cells).collect();
            let names = names.concat().split('`').skip(1).step_by(2).map(str::to_owned).collect();
            found.push((names, line + 1));
        }
    }
    found
}

const BLOCKS: [(&str, &str); 3] = [
    ("statements", "ALL"),
    ("installation_statements", "ALL_INSTALLATION"),
    ("clauses", "CLAUSES"),
];

fn listed(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for file in tree.sources() {
        for (block, list) in BLOCKS {
            let Some(line) = first_use(file, block) else { continue };
            let Some(package) = file.package() else { continue };
            let module = module_of(file);
            let row: Vec<&str> =
                module.iter().flat_map(|part| [part.as_str(), "::"]).chain([list]).collect();
            let is_listed = tree
                .sources()
                .filter(|other| other.package() == Some(package) && other.path != file.path)
                .any(|other| other.code().find(&row).next().is_some());
            if !is_listed {
                let row = row.concat();
                found.push(Finding::new(
                    file,
                    line,
                    format!("`{block}!` is not listed, so no test prepares it"),
                    format!("add `{row}` to the `CONTEXT` of `{package}`"),
                ));
            }
        }
    }
    found
}

fn installation(tree: &Tree) -> Vec<Finding> {
    let exceptions = exceptions(tree);
    let mut found: Vec<Finding> = tree
        .sources()
        .filter(|file| file.package() != Some("store"))
        .filter(|file| !exceptions.iter().any(|(name, _)| *name == file.path))
        .filter_map(|file| {
            let line = first_use(file, "installation_statements")?;
            Some(Finding::new(
                file,
                line,
                "statements without a partnership in a file that is not excepted",
                format!(
                    "bind the partnership, or list `{}` with the reason in {EXCEPTIONS}",
                    file.path
                ),
            ))
        })
        .collect();
    for (name, line) in exceptions {
        let used = tree
            .file(&name)
            .is_some_and(|file| first_use(file, "installation_statements").is_some());
        if name.contains('/') && !used {
            let what = format!("`{name}` is excepted but has no such statements");
            found.extend(
                tree.file(EXCEPTIONS).map(|file| Finding::new(file, line, what, "delete the line")),
            );
        }
    }
    found
}

/// The line on which the file first uses the macro.
fn first_use(file: &File, block: &str) -> Option<usize> {
    let code = file.code();
    let row = [block, "!"];
    code.find(&row)
        .filter_map(|at| code.tokens.get(at))
        .find(|token| !token.in_test)
        .map(|token| token.line)
}

/// `crates/plan/src/commitment/store.rs` is `commitment::store`.
fn module_of(file: &File) -> Vec<String> {
    let inner = file.path.split_once("/src/").map_or("", |(_, inner)| inner);
    inner.trim_end_matches(".rs").split('/').map(str::to_owned).collect()
}

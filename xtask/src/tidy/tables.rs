//! Who may name a table, and where SQL may stand.

use std::collections::{BTreeMap, BTreeSet};

use crate::tidy::{
    Finding, Rule,
    sql::{self, Word},
    statements,
    tree::{File, Tree},
};

/// A table is its owner's.
pub(super) const TABLES: Rule = Rule {
    name: "tables",
    holds: "a table is made by one package, changed only in that package's `store.rs` and read by others only where crates/store/README.md lists them",
    check: tables,
};

/// SQL stands in `store.rs`.
pub(super) const SQL: Rule =
    Rule { name: "sql", holds: "SQL stands only in a `store.rs`", check: sql_outside };

fn tables(tree: &Tree) -> Vec<Finding> {
    let mut owners: BTreeMap<String, &str> = BTreeMap::new();
    let mut found = Vec::new();
    for table in sql::tables(tree) {
        let owner = *owners.entry(table.name.clone()).or_insert(table.owner);
        if owner != table.owner {
            found.push(Finding::new(
                table.file,
                table.line,
                format!("the table `{}` is also made by `{owner}`", table.name),
                "choose another name",
            ));
        }
    }
    let mut used: BTreeSet<(&str, String)> = BTreeSet::new();
    let readers = statements::items(tree, "else reads", 2);
    for file in tree.sources() {
        for text in file.code().texts() {
            for name in named(&sql::words(&text.text)) {
                let Some(owner) = owners.get(&name.table) else { continue };
                used.insert((file.package().unwrap_or_default(), name.table.clone()));
                found.extend(
                    misplaced(file, &name, owner, &readers).map(|(what, mend)| {
                        Finding::new(file, text.line + name.line - 1, what, mend)
                    }),
                );
            }
        }
    }
    found.extend(stale(tree, &readers, &used));
    for file in sql::migrations(tree) {
        for Name { table, line, .. } in named(&sql::words(&file.text)) {
            let Some(owner) = owners.get(&table) else { continue };
            if file.package() != Some(*owner) {
                let what = format!("a migration names the table `{table}` of `{owner}`");
                found.push(Finding::new(file, line, what, "put it into the owner's migration"));
            }
        }
    }
    found
}

/// Readers that are listed and read nothing.
fn stale(
    tree: &Tree,
    readers: &[(Vec<String>, usize)],
    used: &BTreeSet<(&str, String)>,
) -> Vec<Finding> {
    let Some(file) = tree.file(statements::EXCEPTIONS) else { return Vec::new() };
    let mut found = Vec::new();
    for (names, line) in readers {
        let Some((reader, tables)) = names.split_first() else { continue };
        for table in tables.iter().filter(|table| !used.contains(&(reader, (*table).clone()))) {
            let what = format!("`{reader}` is listed and does not read `{table}`");
            found.push(Finding::new(file, *line, what, "take it off the list"));
        }
    }
    found
}

/// What is wrong with naming the table here, and how to mend it.
fn misplaced(
    file: &File,
    name: &Name,
    owner: &str,
    readers: &[(Vec<String>, usize)],
) -> Option<(String, String)> {
    let table = &name.table;
    let package = file.package()?;
    let in_store = package == "store" || file.is_module("store");
    let may_read = readers.iter().any(|(names, _)| {
        names.first().is_some_and(|reader| reader == package)
            && names.iter().skip(1).any(|read| read == table)
    });
    if in_store && (package == owner || (may_read && !name.changes)) {
        return None;
    }
    let (what, mend) = if package == owner || may_read && !name.changes {
        ("is named here", "move the statement to this folder's store.rs".to_owned())
    } else if name.changes {
        ("is changed here", format!("ask `{owner}` for a command"))
    } else {
        let mend = format!(
            "ask `{owner}` for a query, or list `{package}` as a reader in {}",
            statements::EXCEPTIONS
        );
        ("is named here", mend)
    };
    Some((format!("the table `{table}` of `{owner}` {what}"), mend))
}

/// A word that stands where SQL has a table.
struct Name {
    table: String,
    line: usize,
    /// Whether rows of it are written.
    changes: bool,
}

fn named(words: &[Word]) -> Vec<Name> {
    let mut found = Vec::new();
    for (at, before) in words.iter().enumerate() {
        // Capitals only: `from` and `update` are also English.
        let keyword = before.text.as_str();
        if !matches!(keyword, "FROM" | "JOIN" | "INTO" | "UPDATE" | "TABLE" | "ON") {
            continue;
        }
        let deletes = at
            .checked_sub(1)
            .and_then(|at| words.get(at))
            .is_some_and(|word| word.text == "DELETE");
        let changes = matches!(keyword, "INTO" | "UPDATE" | "TABLE") || deletes;
        let mut rest = words.get(at + 1..).unwrap_or_default();
        while let Some((name, after)) = rest.split_first() {
            found.push(Name { table: name.text.clone(), line: name.line, changes });
            // `FROM a, b` and `FROM a x, b y` name two.
            let comma = after.iter().take(3).position(|word| word.text == ",");
            match comma {
                Some(comma) if keyword == "FROM" => {
                    rest = after.get(comma + 1..).unwrap_or_default();
                }
                _ => break,
            }
        }
    }
    found
}

fn sql_outside(tree: &Tree) -> Vec<Finding> {
    let verbs = [
        ["SELECT", "FROM"],
        ["INSERT", "INTO"],
        ["UPDATE", "SET"],
        ["DELETE", "FROM"],
        ["WITH", "AS"],
    ];
    tree.sources()
        .filter(|file| !file.is_module("store") && file.package() != Some("store"))
        .flat_map(|file| {
            file.code()
                .texts()
                .filter(|text| {
                    let words = sql::words(&text.text);
                    let first = words.first().map_or("", |word| word.text.as_str());
                    verbs.iter().any(|[verb, second]| {
                        *verb == first && words.iter().any(|word| word.text == *second)
                    })
                })
                .map(move |text| {
                    Finding::new(
                        file,
                        text.line,
                        "a statement outside store.rs",
                        "name it in `statements!` of a store.rs",
                    )
                })
        })
        .collect()
}

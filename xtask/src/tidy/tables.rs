//! Who may name a table, and where SQL may stand.

use std::collections::BTreeMap;

use crate::tidy::{
    Finding, Rule,
    sql::{self, Word},
    tree::Tree,
};

/// A table is its owner's.
pub(super) const TABLES: Rule = Rule {
    name: "tables",
    holds: "a table is made by one package and named only in that package's `store.rs`",
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
    for file in tree.sources() {
        for text in file.code().texts() {
            for (table, line) in named(&sql::words(&text.text)) {
                let Some(owner) = owners.get(&table) else { continue };
                let at_home = file.package() == Some(*owner);
                if at_home && (*owner == "store" || file.is_module("store")) {
                    continue;
                }
                let mend = if at_home {
                    "move the statement to this folder's store.rs".to_owned()
                } else {
                    format!("ask `{owner}` for a query, or subscribe to its events")
                };
                let what = format!("the table `{table}` of `{owner}` is named here");
                found.push(Finding::new(file, text.line + line - 1, what, mend));
            }
        }
    }
    for file in sql::migrations(tree) {
        for (table, line) in named(&sql::words(&file.text)) {
            let Some(owner) = owners.get(&table) else { continue };
            if file.package() != Some(*owner) {
                let what = format!("a migration names the table `{table}` of `{owner}`");
                found.push(Finding::new(file, line, what, "put it into the owner's migration"));
            }
        }
    }
    found
}

/// The words that stand where SQL has a table, with their lines.
fn named(words: &[Word]) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    for (at, before) in words.iter().enumerate() {
        // Capitals only: `from` and `update` are also English.
        if !matches!(before.text.as_str(), "FROM" | "JOIN" | "INTO" | "UPDATE" | "TABLE" | "ON") {
            continue;
        }
        let mut rest = words.get(at + 1..).unwrap_or_default();
        while let Some((name, after)) = rest.split_first() {
            found.push((name.text.clone(), name.line));
            // `FROM a, b` and `FROM a x, b y` name two.
            let comma = after.iter().take(3).position(|word| word.text == ",");
            match comma {
                Some(comma) if before.text == "FROM" => {
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

//! Every key begins with the partnership, so that a distributed database can shard by it.

use crate::tidy::{
    Finding, Rule, sql,
    sql::Word,
    statements::{EXCEPTIONS, exceptions},
    tree::Tree,
};

/// Keys begin with the partnership.
pub(super) const KEYS: Rule = Rule {
    name: "keys",
    holds: "every primary and unique key begins with `partnership`, but for the tables that crates/store/README.md excepts",
    check,
};

fn check(tree: &Tree) -> Vec<Finding> {
    let exceptions = exceptions(tree);
    let is_excepted = |table: &str| exceptions.iter().any(|(name, _)| name == table);
    let tables = sql::tables(tree);
    let mut found = Vec::new();
    for table in tables.iter().filter(|table| !is_excepted(&table.name)) {
        let keys: Vec<_> = table.parts.iter().filter_map(|part| key(part)).collect();
        if !keys.iter().any(|key| key.primary) {
            let what = format!("`{}` has no primary key", table.name);
            found.push(Finding::new(
                table.file,
                table.line,
                what,
                "give it one that begins with `partnership`",
            ));
        }
        for key in keys.iter().filter(|key| key.first != "partnership") {
            let what = format!("a key of `{}` begins with `{}`", table.name, key.first);
            let mend = format!(
                "begin it with `partnership`, or list `{}` with the reason in {EXCEPTIONS}",
                table.name
            );
            found.push(Finding::new(table.file, key.line, what, mend));
        }
    }
    for file in sql::migrations(tree) {
        let words = sql::words(&file.text);
        for at in 0..words.len() {
            let rest = words.get(at..).unwrap_or_default();
            let [create, unique, index, _, on, table, rest @ ..] = rest else { continue };
            if !(create.is("CREATE") && unique.is("UNIQUE") && index.is("INDEX") && on.is("ON")) {
                continue;
            }
            let first = sql::bracketed(rest).into_iter().flatten().next();
            if !is_excepted(&table.text) && !first.is_some_and(|first| first.is("partnership")) {
                let what =
                    format!("a unique index of `{}` does not begin with `partnership`", table.text);
                found.push(Finding::new(file, create.line, what, "put `partnership` first"));
            }
        }
    }
    if let Some(readme) = tree.file(EXCEPTIONS) {
        for (name, line) in exceptions.iter().filter(|(name, _)| !name.contains('/')) {
            if !tables.iter().any(|table| table.name == *name) {
                let what = format!("`{name}` is excepted but no migration makes it");
                found.push(Finding::new(readme, *line, what, "delete the line"));
            }
        }
    }
    found
}

struct Key {
    primary: bool,
    first: String,
    line: usize,
}

/// The key that a part of a table's definition makes, if it makes one.
fn key(part: &[Word]) -> Option<Key> {
    let at = part.iter().position(|word| word.is("PRIMARY") || word.is("UNIQUE"))?;
    let word = part.get(at)?;
    let opening = part.iter().skip(at).position(|word| word.text == "(");
    // A table's constraint names its columns; a column's constraint means the column.
    let first = match opening {
        Some(open) if at == 0 || part.first()?.is("CONSTRAINT") => part.get(at + open + 1)?,
        _ => part.first()?,
    };
    Some(Key { primary: word.is("PRIMARY"), first: first.text.clone(), line: word.line })
}

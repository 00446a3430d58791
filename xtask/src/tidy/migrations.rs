//! Migrations: their names, the list they stand in, and the dialect of both databases.

use std::collections::BTreeSet;

use crate::tidy::{
    Finding, Rule, sql,
    tree::{File, Tree},
};

/// Migrations are named by time and listed.
pub(super) const MIGRATIONS: Rule = Rule {
    name: "migrations",
    holds: "a migration is named by its time, listed in its context, and forked only in pairs",
    check: migrations,
};

/// Migrations speak the dialect that both databases share.
pub(super) const DIALECT: Rule = Rule {
    name: "dialect",
    holds: "columns have the five shared types, and no migration uses what one database lacks",
    check: dialect,
};

const TYPES: [&str; 5] = ["TEXT", "BIGINT", "DOUBLE", "BOOLEAN", "BLOB"];

const LACKING: [&str; 13] = [
    "SERIAL",
    "BIGSERIAL",
    "AUTOINCREMENT",
    "TRIGGER",
    "JSON",
    "JSONB",
    "TIMESTAMP",
    "TIMESTAMPTZ",
    "NUMERIC",
    "NOW",
    "CURRENT_TIMESTAMP",
    "SEQUENCE",
    "ROWID",
];

fn migrations(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for file in sql::migrations(tree) {
        let name = file.name().trim_end_matches(".sql");
        let topic = name.trim_end_matches(".sqlite").trim_end_matches(".postgres");
        if !is_timed(topic) {
            found.push(Finding::new(
                file,
                1,
                format!("`{name}` does not begin with its time"),
                "name it `20270114_0930_topic.sql`: date, time, topic in small letters",
            ));
        }
        for (fork, other) in [(".sqlite", ".postgres"), (".postgres", ".sqlite")] {
            if name.ends_with(fork) {
                let twin = file.path.replace(fork, other);
                if !tree.has(&twin) {
                    found.push(Finding::new(
                        file,
                        1,
                        "half of a fork",
                        format!("write {twin} too"),
                    ));
                }
                if !file.text.trim_start().starts_with("--") {
                    found.push(Finding::new(
                        file,
                        1,
                        "a fork without its reason",
                        "begin with a comment that says why the shared dialect could not",
                    ));
                }
            }
        }
        let listed = tree
            .sources()
            .filter(|source| source.package() == file.package())
            .flat_map(|source| source.code().texts())
            .any(|text| text.text == topic || text.text.contains(&format!("migrations/{name}")));
        if !listed {
            let what =
                format!("no code of `{}` lists this migration", file.package().unwrap_or_default());
            found.push(Finding::new(file, 1, what, format!("add \"{topic}\" to `migrations![…]`")));
        }
    }
    found
}

fn is_timed(topic: &str) -> bool {
    let mut parts = topic.splitn(3, '_');
    let mut digits = |count: usize| {
        parts
            .next()
            .is_some_and(|part| part.len() == count && part.bytes().all(|b| b.is_ascii_digit()))
    };
    let timed = digits(8) && digits(4);
    timed
        && parts.next().is_some_and(|rest| {
            !rest.is_empty()
                && rest.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
        })
}

fn dialect(tree: &Tree) -> Vec<Finding> {
    let mut found: Vec<Finding> =
        sql::migrations(tree).filter(|file| !is_fork(file)).flat_map(lacking).collect();
    let mut seen = BTreeSet::new();
    for table in sql::tables(tree).iter().filter(|table| !is_fork(table.file)) {
        for part in &table.parts {
            let [column, kind, ..] = part.as_slice() else { continue };
            let is_constraint = ["PRIMARY", "UNIQUE", "CHECK", "FOREIGN", "CONSTRAINT"]
                .iter()
                .any(|word| column.is(word));
            if !is_constraint
                && !TYPES.contains(&kind.text.as_str())
                && seen.insert((table.file.path.clone(), kind.line))
            {
                let what = format!("`{}` has the type `{}`", column.text, kind.text);
                let mend = "use TEXT, BIGINT, DOUBLE PRECISION, BOOLEAN or BLOB";
                found.push(Finding::new(table.file, kind.line, what, mend));
            }
        }
    }
    found
}

fn lacking(file: &File) -> Vec<Finding> {
    sql::words(&file.text)
        .iter()
        .filter(|word| LACKING.iter().any(|lacking| word.is(lacking)))
        .map(|word| {
            Finding::new(
                file,
                word.line,
                format!("`{}` is not in the shared dialect", word.text),
                "say it in the shared dialect, or fork the migration and say why",
            )
        })
        .collect()
}

fn is_fork(file: &File) -> bool {
    file.path.ends_with(".sqlite.sql") || file.path.ends_with(".postgres.sql")
}

//! The rules that a test can hold. Each is a function from the tree to findings; none runs a
//! program, so all of them together take a second.

use std::fmt;

use crate::tidy::tree::{File, Tree};

mod catalogs;
mod codes;
mod contexts;
mod errors;
pub mod fluent;
mod habits;
mod keys;
mod limits;
mod links;
mod lock;
mod machine;
mod markup;
mod migrations;
mod names;
mod notes;
mod packages;
mod routes;
pub mod run;
pub mod rust;
mod seams;
pub mod sql;
mod statements;
mod tables;
pub mod tree;

/// One thing that a rule found.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The file.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub what: String,
    /// How to mend it.
    pub mend: String,
}

impl Finding {
    /// A finding in this file.
    pub fn new(file: &File, line: usize, what: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { path: file.path.clone(), line, what: what.into(), mend: mend.into() }
    }

    /// A finding about a file that may not be there.
    pub fn at(path: impl Into<String>, what: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { path: path.into(), line: 1, what: what.into(), mend: mend.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}; {}", self.path, self.line, self.what, self.mend)
    }
}

/// A rule of the project.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Its short name.
    pub name: &'static str,
    /// What holds where it finds nothing.
    pub holds: &'static str,
    /// Looks for what breaks it.
    pub check: fn(&Tree) -> Vec<Finding>,
}

/// Every rule, in the order in which findings are shown.
pub const RULES: &[Rule] = &[
    packages::ARROWS,
    packages::GATES,
    packages::MANIFESTS,
    packages::READMES,
    contexts::CONTEXTS,
    seams::HTTP,
    seams::ENVIRONMENT,
    seams::SERIALIZATION,
    seams::ENGINES,
    seams::UNSAFE,
    tables::TABLES,
    tables::SQL,
    statements::STATEMENTS,
    statements::INSTALLATION,
    migrations::MIGRATIONS,
    migrations::DIALECT,
    keys::KEYS,
    routes::PERMISSIONS,
    routes::REFUSALS,
    errors::ERRORS,
    catalogs::LANGUAGES,
    catalogs::MESSAGES,
    limits::FILES,
    limits::FUNCTIONS,
    habits::TESTS,
    names::NAMES,
    markup::MARKUP,
    links::LINKS,
    machine::MACHINE,
    lock::LOCK,
    notes::NOTES,
    notes::DECISIONS,
];

/// What every rule finds in the tree, with the rule's name.
#[must_use]
pub fn check(tree: &Tree) -> Vec<(&'static str, Finding)> {
    RULES
        .iter()
        .flat_map(|rule| (rule.check)(tree).into_iter().map(|finding| (rule.name, finding)))
        .collect()
}

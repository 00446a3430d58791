//! What stays at the edges: HTTP, the environment, serialized shapes; and what engines lack.

use crate::tidy::{
    Finding, Rule,
    rust::{Kind, Token},
    tree::{File, Tree},
};

/// HTTP is known to `web`, pages and APIs.
pub(super) const HTTP: Rule = Rule {
    name: "http",
    holds: "HTTP types occur only in `web`, `pages.rs` and `api.rs`, and status codes only in `web`",
    check: http,
};

/// The environment is read by the binary.
pub(super) const ENVIRONMENT: Rule = Rule {
    name: "environment",
    holds: "environment and arguments are read only in `concord`",
    check: environment,
};

/// Types that serialize live at the edges.
pub(super) const SERIALIZATION: Rule = Rule {
    name: "serialization",
    holds: "in a context, types serialize only in `api.rs` with its `views.rs` and `report.rs`, `events.rs` and `jobs.rs`",
    check: serialization,
};

/// Engines decide and do nothing else.
pub(super) const ENGINES: Rule = Rule {
    name: "engines",
    holds: "`base` and the engines have no async code, no files, no network and no processes",
    check: engines,
};

/// `unsafe` has one home.
pub(super) const UNSAFE: Rule = Rule {
    name: "unsafe",
    holds: "`unsafe` occurs only in crates/linkage/src/simd.rs",
    check: unsafe_code,
};

fn http(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for file in tree.sources().filter(|file| file.package() != Some("web")) {
        let at_edge = file.is_module("pages") || file.is_module("api");
        for (at, token) in words(file) {
            let path = file.code().is_at(at + 1, &["::"]);
            if token.is("StatusCode") {
                found.push(Finding::new(
                    file,
                    token.line,
                    "a status code is named outside `web`",
                    "return an error of the right `Kind`; `web` turns it into a status",
                ));
            } else if !at_edge
                && path
                && ["axum", "http", "hyper", "tower", "tower_http"]
                    .iter()
                    .any(|name| token.is(name))
            {
                found.push(Finding::new(
                    file,
                    token.line,
                    format!("`{}` is named outside `web`, `pages.rs` and `api.rs`", token.text),
                    "move the HTTP part to pages.rs or api.rs",
                ));
            }
        }
    }
    found
}

fn environment(tree: &Tree) -> Vec<Finding> {
    let names = ["var", "var_os", "vars", "vars_os", "args", "args_os", "set_var"];
    tree.sources()
        .filter(|file| file.package() != Some("concord"))
        .flat_map(|file| {
            words(file)
                .filter(|&(at, token)| {
                    token.is("env")
                        && names.iter().any(|name| file.code().is_at(at + 1, &["::", name]))
                })
                .map(move |(_, token)| {
                    Finding::new(
                        file,
                        token.line,
                        "the environment is read outside `concord`",
                        "take the value as a parameter and read it in crates/concord/src/config.rs",
                    )
                })
        })
        .collect()
}

fn serialization(tree: &Tree) -> Vec<Finding> {
    let inner =
        ["base", "standards", "policy", "linkage", "allocate", "ledger", "store", "web", "concord"];
    tree.sources()
        .filter(|file| !inner.iter().any(|name| file.package() == Some(name)))
        .filter(|file| {
            !["api", "views", "report", "events", "jobs"].iter().any(|name| file.is_module(name))
        })
        .flat_map(|file| {
            file.code().find(&["derive", "("]).flat_map(move |at| {
                file.code()
                    .within(at + 1)
                    .iter()
                    .filter(|token| {
                        !token.in_test && (token.is("Serialize") || token.is("Deserialize"))
                    })
                    .take(1)
                    .map(move |token| {
                        Finding::new(
                            file,
                            token.line,
                            "a type of the domain serializes itself",
                            "make a type for the wire in api.rs, events.rs or jobs.rs, and convert",
                        )
                    })
            })
        })
        .collect()
}

fn engines(tree: &Tree) -> Vec<Finding> {
    let engines = ["base", "standards", "policy", "linkage", "allocate", "ledger"];
    tree.sources()
        .filter(|file| engines.iter().any(|name| file.package() == Some(name)))
        .flat_map(|file| {
            words(file)
                .filter(|&(at, token)| {
                    token.is("async")
                        || (token.is("std")
                            && ["fs", "net", "process", "thread"]
                                .iter()
                                .any(|name| file.code().is_at(at + 1, &["::", name])))
                })
                .map(move |(_, token)| {
                    Finding::new(
                        file,
                        token.line,
                        "an engine reaches for the world",
                        "take bytes or values as parameters, and do the reading where it is called",
                    )
                })
        })
        .collect()
}

fn unsafe_code(tree: &Tree) -> Vec<Finding> {
    tree.ending(".rs")
        .filter(|file| file.path != "crates/linkage/src/simd.rs")
        .flat_map(|file| {
            file.code().tokens.iter().filter(|token| token.is("unsafe")).map(move |token| {
                Finding::new(
                    file,
                    token.line,
                    "`unsafe` outside crates/linkage/src/simd.rs",
                    "use the safe way; where there is none, a page in docs/decisions/ says so",
                )
            })
        })
        .collect()
}

/// The words of a file outside its tests, each with its place.
fn words(file: &File) -> impl Iterator<Item = (usize, &Token)> {
    file.code()
        .tokens
        .iter()
        .enumerate()
        .filter(|(_, token)| token.kind == Kind::Word && !token.in_test)
}

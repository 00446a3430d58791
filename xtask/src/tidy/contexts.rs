//! The one list that every context stands in.

use crate::tidy::{Finding, Rule, tree::Tree};

/// Every `CONTEXT` is in the list.
pub(super) const CONTEXTS: Rule = Rule {
    name: "contexts",
    holds: "every context stands in crates/concord/src/contexts.rs",
    check,
};

const LIST: &str = "crates/concord/src/contexts.rs";

fn check(tree: &Tree) -> Vec<Finding> {
    tree.sources()
        // The binary's own, such as the demo's, are there only when it says so.
        .filter(|file| file.package() != Some("concord"))
        .filter(|file| file.code().find(&["const", "CONTEXT"]).next().is_some())
        .filter_map(|file| {
            let package = file.package()?;
            let listed = tree
                .file(LIST)
                .is_some_and(|list| list.code().find(&[package, "::", "CONTEXT"]).next().is_some());
            (!listed).then(|| {
                Finding::new(
                    file,
                    file.line_of("CONTEXT"),
                    format!("`{package}` is not in the list of contexts"),
                    format!("add `{package}::CONTEXT` to {LIST}"),
                )
            })
        })
        .collect()
}

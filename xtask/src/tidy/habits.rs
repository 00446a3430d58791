//! Tests that always run and never wait, and one way to lay out modules.

use crate::tidy::{
    Finding, Rule,
    tree::{File, Tree},
};

/// Tests run and do not sleep.
pub(super) const TESTS: Rule =
    Rule { name: "tests", holds: "no test is ignored or sleeps, and there is no `mod.rs`", check };

fn check(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for file in tree.ending(".rs") {
        if file.name() == "mod.rs" {
            found.push(Finding::new(
                file,
                1,
                "`mod.rs` hides its name",
                "name it after the module, beside its folder",
            ));
        }
        found.extend(ignored(file));
        found.extend(sleeping(file));
    }
    for file in
        tree.files().filter(|file| file.path.starts_with("tests/browser/") && is_script(file))
    {
        for (line, text) in file.text.lines().enumerate() {
            if text.contains("waitForTimeout(")
                || text.contains(".skip(")
                || text.contains(".only(")
            {
                found.push(Finding::new(
                    file,
                    line + 1,
                    "a browser test waits for time to pass, or leaves tests out",
                    "wait for what should appear; delete tests that should not run",
                ));
            }
        }
    }
    found
}

fn ignored(file: &File) -> impl Iterator<Item = Finding> {
    let code = file.code();
    code.find(&["#", "[", "ignore"])
        .filter_map(|at| code.tokens.get(at))
        .map(|token| {
            Finding::new(
                file,
                token.line,
                "an ignored test",
                "mend it or delete it; what needs a program fails with a clear message when it is missing",
            )
        })
}

fn sleeping(file: &File) -> impl Iterator<Item = Finding> {
    let code = file.code();
    let all =
        file.path.contains("/tests/") || file.is_module("testing") || file.name() == "tests.rs";
    code.find(&["sleep", "("])
        .filter_map(|at| code.tokens.get(at))
        .filter(move |token| all || token.in_test)
        .map(|token| {
            Finding::new(
                file,
                token.line,
                "a test sleeps",
                "wait for the condition itself, or move the test's clock",
            )
        })
}

fn is_script(file: &File) -> bool {
    file.has_extension(&["mjs", "js"])
}

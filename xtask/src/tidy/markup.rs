//! What a page writes without escaping it.

use crate::tidy::{Finding, Rule, tree::Tree};

/// Only what is markup by its type is written as it is.
pub(super) const MARKUP: Rule = Rule {
    name: "markup",
    holds: "a template writes nothing unescaped but `.markup()` of a type that was made safe",
    check,
};

/// What the frame writes: pages that templates have made.
const FRAME: (&str, [&str; 2]) = ("crates/web/templates/shell.html", ["hero", "main"]);

fn check(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for file in tree.ending(".html").filter(|file| file.path.contains("/templates/")) {
        for (line, text) in file.text.lines().enumerate() {
            // Filters may stand apart from their pipes.
            let text = text.replace(' ', "");
            for (at, _) in text.match_indices("|safe") {
                let before = text.get(..at).unwrap_or_default();
                let of_frame = FRAME.0 == file.path
                    && FRAME.1.iter().any(|name| before.ends_with(&["{{", name].concat()));
                if !before.ends_with(".markup()") && !of_frame {
                    found.push(Finding::new(
                        file,
                        line + 1,
                        "a text is written as markup",
                        "leave `|safe` out, or make it a `web::Html`",
                    ));
                }
            }
        }
    }
    found
}

//! Notes on changes and decisions have one form.

use crate::tidy::{Finding, Rule, tree::Tree};

/// Change notes are named by topic and sort.
pub(super) const NOTES: Rule = Rule {
    name: "notes",
    holds: "a change note is `changelog.d/<topic>.<added|changed|fixed>.md`",
    check: notes,
};

/// Decisions are numbered and answer four questions.
pub(super) const DECISIONS: Rule = Rule {
    name: "decisions",
    holds: "a decision is numbered without gaps and has a question, a choice, a cost and what would change it",
    check: decisions,
};

const PARTS: [&str; 4] = ["**Question.**", "**Choice.**", "**Cost.**", "**What would change it.**"];

fn notes(tree: &Tree) -> Vec<Finding> {
    tree.files()
        .filter(|file| file.path.starts_with("changelog.d/") && file.name() != "README.md")
        .filter(|file| {
            let parts: Vec<&str> = file.name().split('.').collect();
            !matches!(parts.as_slice(), [_, "added" | "changed" | "fixed", "md"])
        })
        .map(|file| {
            let what = format!("`{}` does not say what sort of change it is", file.name());
            Finding::new(file, 1, what, "name it <topic>.added.md, .changed.md or .fixed.md")
        })
        .collect()
}

fn decisions(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    let pages = tree
        .ending(".md")
        .filter(|file| file.path.starts_with("docs/decisions/") && file.name() != "README.md");
    for (before, file) in pages.enumerate() {
        let number = format!("{:04}-", before + 1);
        if !file.name().starts_with(&number) {
            let what = "the number is taken, or one before it is missing";
            found.push(Finding::new(file, 1, what, format!("begin the name with {number}")));
        }
        for part in PARTS {
            if !file.text.lines().any(|line| line.starts_with(part)) {
                let what = format!("the page lacks `{part}`");
                found.push(Finding::new(file, 1, what, "answer it in a few sentences"));
            }
        }
    }
    found
}

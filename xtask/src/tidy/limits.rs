//! How long a file and a function may be.

use crate::tidy::{Finding, Rule, rust::Token, tree::Tree};

/// Files are short.
pub(super) const FILES: Rule =
    Rule { name: "files", holds: "a file of code or template has at most 500 lines", check: files };

/// Functions are short.
pub(super) const FUNCTIONS: Rule =
    Rule { name: "functions", holds: "a function has at most 60 lines of code", check: functions };

const FILE_LINES: usize = 500;
const FUNCTION_LINES: usize = 60;
const CODE: [&str; 8] = ["rs", "html", "js", "mjs", "css", "py", "sh", "sql"];

fn files(tree: &Tree) -> Vec<Finding> {
    tree.files()
        .filter(|file| file.has_extension(&CODE))
        .filter_map(|file| {
            let lines = file.text.lines().count();
            (lines > FILE_LINES).then(|| {
                Finding::new(
                    file,
                    lines,
                    format!("{lines} lines are more than {FILE_LINES}"),
                    "move one concept to a file of its own",
                )
            })
        })
        .collect()
}

fn functions(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for file in tree.ending(".rs") {
        for function in file.code().functions() {
            let lines = lines_of_code(function.body);
            if lines > FUNCTION_LINES {
                found.push(Finding::new(
                    file,
                    function.line,
                    format!(
                        "`{}` has {lines} lines of code, more than {FUNCTION_LINES}",
                        function.name
                    ),
                    "give a part of it a name",
                ));
            }
        }
    }
    found
}

fn lines_of_code(body: &[Token]) -> usize {
    let (mut lines, mut last) = (0, 0);
    for token in body {
        lines += (token.last_line + 1).saturating_sub(token.line.max(last + 1));
        last = token.last_line;
    }
    lines
}

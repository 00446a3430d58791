//! Names that say nothing.

use crate::tidy::{Finding, Rule, tree::Tree};

/// Names say what a thing is.
pub(super) const NAMES: Rule = Rule {
    name: "names",
    holds: "no type is a `…Manager`, `…Helper`, `…Util`, `…Data` or `…Info`, no function `get_…`, no file `common` or `utils`",
    check,
};

const EMPTY_ENDS: [&str; 6] = ["Manager", "Helper", "Util", "Utils", "Data", "Info"];
const EMPTY_MODULES: [&str; 8] =
    ["common", "utils", "util", "helpers", "types", "models", "handlers", "misc"];

fn check(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for file in tree.ending(".rs") {
        let stem = file.name().trim_end_matches(".rs");
        if EMPTY_MODULES.contains(&stem) && file.path.split('/').count() <= 4 {
            let what = format!("a file named `{stem}` takes in everything");
            found.push(Finding::new(file, 1, what, "name it after its concept"));
        }
        let tokens = &file.code().tokens;
        for pair in tokens.windows(2) {
            let [keyword, name] = pair else { continue };
            let is_type = ["struct", "enum", "trait", "type"].iter().any(|word| keyword.is(word));
            if is_type && EMPTY_ENDS.iter().any(|end| name.text.ends_with(end)) {
                let what = format!("`{}` does not say what it is", name.text);
                found.push(Finding::new(file, name.line, what, "use the field's own word"));
            }
            if keyword.is("fn") && name.text.starts_with("get_") {
                let what = format!("`{}` begins with `get_`", name.text);
                found.push(Finding::new(file, name.line, what, "say what comes back"));
            }
        }
    }
    found
}

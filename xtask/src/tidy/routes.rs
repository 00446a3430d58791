//! Routes are data: each says who may use it, and each is tried by those who may not.

use std::collections::BTreeSet;

use crate::tidy::{
    Finding, Rule,
    rust::{Kind, Token},
    tree::{File, Tree},
};

/// Every route declares its permissions.
pub(super) const PERMISSIONS: Rule = Rule {
    name: "permissions",
    holds: "every route declares at least one permission",
    check: permissions,
};

/// Every route has refusal tests.
pub(super) const REFUSALS: Rule = Rule {
    name: "refusals",
    holds: "every route is tried by nobody, by a stranger and in the wrong role",
    check: refusals,
};

/// The list that `concord routes` prints and a snapshot test keeps: what the authorization matrix
/// walks through.
const MATRIX: &str = "crates/concord/tests/it/matrix/routes.txt";

const METHODS: [(&str, &str); 9] = [
    ("page", "GET"),
    ("form", "POST"),
    ("get", "GET"),
    ("post", "POST"),
    ("put", "PUT"),
    ("patch", "PATCH"),
    ("delete", "DELETE"),
    ("download", "GET"),
    ("stream", "GET"),
];

struct Route<'t> {
    file: &'t File,
    line: usize,
    method: &'static str,
    path: &'t str,
    permissions: &'t [Token],
}

fn permissions(tree: &Tree) -> Vec<Finding> {
    routes(tree)
        .into_iter()
        .filter(|route| route.permissions.is_empty())
        .map(|route| {
            Finding::new(
                route.file,
                route.line,
                format!("`{} {}` has no permission", route.method, route.path),
                "name it from access.rs: `&[access::READ]`",
            )
        })
        .collect()
}

fn refusals(tree: &Tree) -> Vec<Finding> {
    let listed: BTreeSet<(&str, &str)> = tree
        .file(MATRIX)
        .map_or("", |file| &file.text)
        .lines()
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            Some((words.next()?, words.next()?.trim_start_matches("/api/v1")))
        })
        .collect();
    routes(tree)
        .into_iter()
        .filter(|route| !listed.contains(&(route.method, route.path)) && !is_refused(tree, route))
        .map(|route| {
            Finding::new(
                route.file,
                route.line,
                format!("nobody was refused at `{} {}`", route.method, route.path),
                format!(
                    "take it up into {MATRIX}, or try it in tests/it/refusals.rs of its package"
                ),
            )
        })
        .collect()
}

/// Whether the package's own refusal tests name the path.
fn is_refused(tree: &Tree, route: &Route<'_>) -> bool {
    tree.ending(".rs")
        .filter(|file| file.package() == route.file.package())
        .filter(|file| file.path.contains("/tests/it/refusals"))
        .flat_map(|file| &file.code().tokens)
        .any(|token| token.kind == Kind::Text && token.text == route.path)
}

fn routes(tree: &Tree) -> Vec<Route<'_>> {
    let mut found = Vec::new();
    for file in tree.sources() {
        let code = file.code();
        for (name, method) in METHODS {
            for at in code.find(&[".", name, "(", "", ","]) {
                let (Some(path), Some(next)) = (code.tokens.get(at + 3), code.tokens.get(at + 5))
                else {
                    continue;
                };
                let open = if next.is("&") { at + 6 } else { at + 5 };
                if path.in_test || !path.text.starts_with('/') || !code.is_at(open, &["["]) {
                    continue;
                }
                let permissions = code.within(open);
                found.push(Route { file, line: path.line, method, path: &path.text, permissions });
            }
        }
    }
    found
}

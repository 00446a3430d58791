//! One version of what must be one, and one way to speak TLS.

use crate::tidy::{Finding, Rule, tree::Tree};

/// The tree of dependencies has one web stack and one TLS stack.
pub(super) const LOCK: Rule = Rule {
    name: "lock",
    holds: "Cargo.lock has one version of the web, database and TLS crates, and no second TLS stack",
    check,
};

/// Two versions of these are a mistake, not a detail.
const SINGLE: [&str; 12] = [
    "axum",
    "axum-core",
    "hyper",
    "http",
    "h2",
    "tokio",
    "rustls",
    "tokio-rustls",
    "rusqlite",
    "libsqlite3-sys",
    "tokio-postgres",
    "askama",
];

/// TLS is rustls; another stack means another set of flaws to follow.
const UNWANTED: [&str; 6] =
    ["native-tls", "openssl", "openssl-sys", "boring", "wolfssl", "schannel"];

fn check(tree: &Tree) -> Vec<Finding> {
    let Some(file) = tree.file("Cargo.lock") else { return Vec::new() };
    let Ok(lock) = file.text.parse::<toml::Table>() else {
        return vec![Finding::new(
            file,
            1,
            "Cargo.lock cannot be read",
            "run `cargo generate-lockfile`",
        )];
    };
    let names: Vec<&str> = lock
        .get("package")
        .and_then(toml::Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|package| package.get("name")?.as_str())
        .collect();
    let line = |name: &str| file.line_of(&format!("name = \"{name}\""));
    let twice =
        SINGLE.iter().filter(|single| names.iter().filter(|name| name == single).count() > 1);
    let unwanted = UNWANTED.iter().filter(|unwanted| names.contains(unwanted));
    twice
        .map(|name| {
            let mend = format!("see `cargo tree -d -i {name}` and align the versions");
            Finding::new(file, line(name), format!("`{name}` is there in two versions"), mend)
        })
        .chain(unwanted.map(|name| {
            let mend =
                format!("see `cargo tree -i {name}` and choose the feature that uses rustls");
            Finding::new(file, line(name), format!("`{name}` brings a second TLS stack"), mend)
        }))
        .collect()
}

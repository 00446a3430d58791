//! Which package may know of which, and what every manifest says.

use crate::tidy::{
    Finding, Rule,
    tree::{File, Tree},
};

/// Packages of ours depend only downwards.
pub(super) const ARROWS: Rule = Rule {
    name: "arrows",
    holds: "a package depends only on the packages below it",
    check: |tree| {
        manifests(tree)
            .flat_map(|(package, file, manifest)| arrows(package, file, &manifest))
            .collect()
    },
};

/// Some crates have one door.
pub(super) const GATES: Rule = Rule {
    name: "gates",
    holds: "databases, HTTP and arguments are each known to one package",
    check: |tree| {
        manifests(tree)
            .flat_map(|(package, file, manifest)| gates(package, file, &manifest))
            .collect()
    },
};

/// Manifests take versions and lints from the workspace.
pub(super) const MANIFESTS: Rule = Rule {
    name: "manifests",
    holds: "versions, licence and lints are said once, in the workspace manifest",
    check: |tree| {
        manifests(tree).flat_map(|(_, file, manifest)| inherits(file, &manifest)).collect()
    },
};

/// Every package says what it is.
pub(super) const READMES: Rule =
    Rule { name: "readmes", holds: "every package has a README of one screen", check: readmes };

const ENGINES: [&str; 5] = ["policy", "linkage", "allocate", "ledger", "standards"];
const CONTEXTS: [&str; 7] =
    ["record", "agreements", "plan", "measures", "services", "delivery", "community"];

/// One screen, with some patience.
const README_LINES: usize = 80;

/// Crates that only these packages may use in the program itself.
const DOORS: &[(&[&str], &[&str])] = &[
    (&["rusqlite", "tokio-postgres", "deadpool-postgres", "sqlx", "diesel"], &["store"]),
    (&["axum", "axum-core", "hyper", "hyper-util", "tower", "tower-http"], &["web"]),
    (&["clap", "figment", "config"], &["concord", "xtask"]),
];

/// The packages that this one may use; nothing when it is not known.
fn below(package: &str) -> Option<Vec<&'static str>> {
    let base = vec!["base"];
    let edges = [vec!["base", "store", "web"], ENGINES.to_vec()].concat();
    let context = [edges.clone(), vec!["identity", "notices", "partnership"]].concat();
    let and = |more: &[&'static str]| [context.clone(), more.to_vec()].concat();
    Some(match package {
        "base" | "xtask" => Vec::new(),
        "store" => vec!["base", "ledger"],
        "web" => vec!["base", "store"],
        "identity" | "search" => edges,
        "notices" => [edges, vec!["identity"]].concat(),
        "partnership" => [edges, vec!["identity", "notices"]].concat(),
        "agreements" | "plan" | "record" => context,
        "services" => and(&["agreements"]),
        "delivery" => and(&["services", "agreements"]),
        "community" => and(&["plan"]),
        "measures" => and(&["plan", "services", "delivery"]),
        "concord" => [and(&CONTEXTS), vec!["search"]].concat(),
        engine if ENGINES.contains(&engine) => base,
        _ => return None,
    })
}

fn arrows(package: &str, file: &File, manifest: &toml::Table) -> Vec<Finding> {
    let Some(below) = below(package) else {
        return vec![Finding::new(
            file,
            1,
            format!("the package `{package}` has no level"),
            "give it one in xtask/src/tidy/packages.rs and a page in docs/decisions/",
        )];
    };
    dependencies(manifest)
        .map(|(_, name, _)| name)
        .filter(|name| self::below(name).is_some() && *name != package && !below.contains(name))
        .map(|name| {
            Finding::new(
                file,
                file.line_of(name),
                format!("`{package}` may not know of `{name}`"),
                format!(
                    "record an event in `{package}` and subscribe to it above, or write a page in docs/decisions/"
                ),
            )
        })
        .collect()
}

fn gates(package: &str, file: &File, manifest: &toml::Table) -> Vec<Finding> {
    dependencies(manifest)
        .filter(|(section, _, _)| *section == "dependencies")
        .filter_map(|(_, name, _)| {
            let (_, owners) = DOORS.iter().find(|(crates, _)| crates.contains(&name))?;
            (!owners.contains(&package)).then(|| {
                Finding::new(
                    file,
                    file.line_of(name),
                    format!("`{package}` may not use `{name}`"),
                    format!("ask `{}` for what you need", owners.join("` or `")),
                )
            })
        })
        .collect()
}

fn inherits(file: &File, manifest: &toml::Table) -> Vec<Finding> {
    let says = |table: &toml::Table, key: &str| {
        table.get(key).and_then(|value| value.get("workspace")).and_then(toml::Value::as_bool)
            == Some(true)
    };
    let package = manifest.get("package").and_then(toml::Value::as_table);
    let mut found: Vec<Finding> = ["version", "edition", "rust-version", "license", "publish"]
        .into_iter()
        .filter(|key| !package.is_some_and(|package| says(package, key)))
        .map(|key| {
            Finding::new(
                file,
                1,
                format!("`{key}` is not inherited"),
                format!("write `{key}.workspace = true`"),
            )
        })
        .collect();
    if manifest.get("lints").and_then(|lints| lints.get("workspace")).is_none() {
        found.push(Finding::new(
            file,
            1,
            "the lints are not inherited",
            "add `[lints]` with `workspace = true`",
        ));
    }
    found.extend(
        dependencies(manifest)
            .filter(|(_, _, value)| {
                // A package takes itself by its path, for the feature `testing`.
                let itself = value.get("path").and_then(toml::Value::as_str) == Some(".");
                !itself && value.get("workspace").and_then(toml::Value::as_bool) != Some(true)
            })
            .map(|(_, name, _)| {
                Finding::new(
                    file,
                    file.line_of(name),
                    format!("`{name}` is not taken from the workspace"),
                    format!("name it in the root manifest and write `{name}.workspace = true`"),
                )
            }),
    );
    found
}

fn readmes(tree: &Tree) -> Vec<Finding> {
    tree.packages()
        .filter_map(|package| {
            let path = format!("crates/{package}/README.md");
            let Some(file) = tree.file(&path) else {
                return Some(Finding::at(
                    path,
                    "the package says nothing about itself",
                    "write what it owns, its invariants and where to start, on one screen",
                ));
            };
            let lines = file.text.lines().count();
            (lines > README_LINES).then(|| {
                Finding::new(
                    file,
                    lines,
                    format!("{lines} lines are more than a screen"),
                    format!("keep to {README_LINES}; the rest belongs in doc comments or docs/"),
                )
            })
        })
        .collect()
}

fn manifests(tree: &Tree) -> impl Iterator<Item = (&str, &File, toml::Table)> {
    let xtask = tree.file("xtask/Cargo.toml").map(|file| ("xtask", file));
    let packages = tree
        .packages()
        .filter_map(|package| Some((package, tree.file(&format!("crates/{package}/Cargo.toml"))?)));
    // What is not TOML stops cargo long before it comes here.
    packages
        .chain(xtask)
        .filter_map(|(package, file)| Some((package, file, file.text.parse().ok()?)))
}

/// Section, name and value of each dependency.
fn dependencies(
    manifest: &toml::Table,
) -> impl Iterator<Item = (&'static str, &str, &toml::Value)> {
    ["dependencies", "dev-dependencies", "build-dependencies"].into_iter().flat_map(|section| {
        manifest
            .get(section)
            .and_then(toml::Value::as_table)
            .into_iter()
            .flatten()
            .map(move |(name, value)| (section, name.as_str(), value))
    })
}

//! Nothing in the project depends on the machine it was made on.

use crate::tidy::{
    Finding, Rule,
    tree::{File, Tree},
};

/// No machine paths and no private registries.
pub(super) const MACHINE: Rule = Rule {
    name: "machine",
    holds: "no file names a folder of somebody's machine or a registry of their own",
    check,
};

/// Folders of one machine. Put together here, so that this file does not find itself.
const FOLDERS: [&str; 4] =
    [concat!("/", "work/"), concat!("/", "root/"), concat!("/", "home/"), concat!("/", "Users/")];

/// Where packages come from, as the lock files write it.
const REGISTRIES: [(&str, &str, &str); 2] = [
    ("Cargo.lock", "source = \"", "registry+https://github.com/rust-lang/crates.io-index"),
    ("package-lock.json", "\"resolved\": \"", "https://registry.npmjs.org/"),
];

fn check(tree: &Tree) -> Vec<Finding> {
    tree.files().flat_map(|file| [folders(file), registries(file)].concat()).collect()
}

fn folders(file: &File) -> Vec<Finding> {
    let mut found = Vec::new();
    for (line, text) in file.text.lines().enumerate() {
        for folder in FOLDERS {
            let named = text.match_indices(folder).any(|(at, _)| {
                // `$HOME/work/` and `example.org/home/` are not at the root.
                !text
                    .get(..at)
                    .unwrap_or_default()
                    .ends_with(|c: char| c.is_alphanumeric() || "}_-.~".contains(c))
            });
            if named {
                let what = format!("`{folder}` is a folder of one machine");
                found.push(Finding::new(
                    file,
                    line + 1,
                    what,
                    "take it from an argument, or use a relative path",
                ));
            }
        }
    }
    found
}

fn registries(file: &File) -> Vec<Finding> {
    let mut found = Vec::new();
    for (name, before, expected) in REGISTRIES {
        if file.name() != name {
            continue;
        }
        for (line, text) in file.text.lines().enumerate() {
            if text.split_once(before).is_some_and(|(_, source)| !source.starts_with(expected)) {
                let what = "a package from another registry";
                found.push(Finding::new(file, line + 1, what, format!("lock it from {expected}")));
            }
        }
    }
    if [".npmrc", "pip.conf", "config.toml"].contains(&file.name()) {
        for (line, text) in file.text.lines().enumerate() {
            if ["registry", "index-url", "replace-with"].iter().any(|word| text.contains(word)) {
                let what = "a registry of one machine";
                found.push(Finding::new(file, line + 1, what, "keep it in your own configuration"));
            }
        }
    }
    found
}

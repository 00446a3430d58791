//! Links in documents lead somewhere.

use std::collections::BTreeSet;

use crate::tidy::{
    Finding, Rule,
    tree::{File, Tree},
};

/// Links resolve.
pub(super) const LINKS: Rule = Rule {
    name: "links",
    holds: "every link and image in a document leads to a file and heading that exist",
    check,
};

fn check(tree: &Tree) -> Vec<Finding> {
    tree.ending(".md")
        .flat_map(|file| {
            links(&file.text).into_iter().filter_map(move |(line, target)| {
                let wrong = lost(tree, file, &target)?;
                Some(Finding::new(file, line, format!("`{target}` {wrong}"), "mend the link"))
            })
        })
        .collect()
}

/// Why the link leads nowhere, if it does.
fn lost(tree: &Tree, from: &File, target: &str) -> Option<&'static str> {
    let elsewhere = ["http://", "https://", "mailto:", "data:"];
    if elsewhere.iter().any(|scheme| target.starts_with(scheme)) {
        return None;
    }
    let (path, anchor) =
        target.split_once('#').map_or((target, None), |(path, anchor)| (path, Some(anchor)));
    let path = if path.is_empty() { from.path.clone() } else { resolve(&from.path, path)? };
    if !tree.has(&path) {
        return Some("leads to no file");
    }
    let (Some(anchor), Some(file)) = (anchor, tree.file(&path)) else { return None };
    (file.has_extension(&["md"]) && !anchors(&file.text).contains(anchor))
        .then_some("leads to no heading")
}

/// The path of a link, from the root; `None` when it leads out of the project.
fn resolve(from: &str, link: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    if link.starts_with('/') {
        parts.clear();
    }
    for part in link.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The targets of links, images and link definitions, with their lines; code is left out.
fn links(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (line, text) in prose(text) {
        let without_code: String = text.split('`').step_by(2).collect::<Vec<_>>().join("`");
        for rest in without_code.split("](").skip(1) {
            let target = rest.split([')', ' ']).next().unwrap_or_default();
            found.push((line, target.trim_matches(['<', '>']).to_owned()));
        }
        if let Some((name, target)) =
            text.split_once("]: ").filter(|(name, _)| name.starts_with('['))
            && !name.contains(' ')
        {
            found.push((line, target.split_whitespace().next().unwrap_or_default().to_owned()));
        }
    }
    found
}

/// The names of a document's headings, as forges make them.
fn anchors(text: &str) -> BTreeSet<String> {
    prose(text)
        .filter(|(_, line)| line.starts_with('#'))
        .map(|(_, line)| {
            line.trim_start_matches('#')
                .trim()
                .to_lowercase()
                .chars()
                .filter(|&c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
                .map(|c| if c == ' ' { '-' } else { c })
                .collect()
        })
        .collect()
}

/// The lines outside fenced code, numbered from 1.
fn prose(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut fenced = false;
    text.lines().enumerate().filter_map(move |(line, text)| {
        if text.trim_start().starts_with("```") {
            fenced = !fenced;
            return None;
        }
        (!fenced).then_some((line + 1, text))
    })
}

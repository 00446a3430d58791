//! An item with what is below it, as a tree to be read.

use base::Date;
use partnership::Directory;
use web::Shell;

use crate::{
    goal::{Item, Outline, words},
    words::Status,
};

/// An item and what serves it.
pub(super) struct Leaf {
    pub(super) title: String,
    pub(super) href: String,
    pub(super) layer: String,
    pub(super) about: String,
    pub(super) mark: Status,
    pub(super) under: Vec<Self>,
}

/// Draws an item and all below it.
pub(super) fn leaf(
    shell: &Shell,
    outline: &Outline,
    directory: &Directory,
    item: &Item,
    list: &str,
    today: Date,
) -> Leaf {
    let standing = outline.standing(item, today);
    let due = item.span.due.map(|due| shell.t1("goals-leaf-due", "date", shell.date(due)));
    let texts = [
        Some(directory.name(item.aim.owner).to_owned()),
        due,
        Some(words::done(shell, &standing.progress)).filter(|text| !text.is_empty()),
    ];
    Leaf {
        title: item.aim.title.to_string(),
        href: shell.href(&format!("{list}/{}", item.id)),
        layer: words::layer(shell, item.layer),
        about: texts.into_iter().flatten().collect::<Vec<_>>().join(", "),
        mark: words::mark(shell, item, &standing),
        under: outline
            .under(item.id)
            .map(|lower| leaf(shell, outline, directory, lower, list, today))
            .collect(),
    }
}

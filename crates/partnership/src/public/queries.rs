//! The page for everybody, as far as the partnership shows it.

use std::sync::Arc;

use ::store::{Cx, Place};
use web::{Failure, Item, Panel, PanelPlace, Record, Registry, panel_items};

use super::Part;
use crate::{Directory, access, directory, foundation, story};

/// What everybody may read of a partnership.
pub(crate) struct Front {
    pub(crate) place: Arc<Place>,
    pub(crate) vision: Option<String>,
    /// Every organization that sits in it or did.
    pub(crate) directory: Directory,
    pub(crate) panels: Vec<(&'static Panel, Vec<Item>)>,
    pub(crate) stories: Vec<(Record, String)>,
}

pub(crate) async fn front(cx: &Cx) -> Result<Front, Failure> {
    let mut tx = cx.read(access::PUBLIC).await?;
    let place = tx.place()?;
    let vision = foundation::vision(&mut tx).await?;
    let directory = directory::directory(&tx).await?;
    let shown = tx.shown_parts().await?;
    let stories = if shown.iter().any(|part| part == "stories") {
        story::store::public(&tx).await?
    } else {
        Vec::new()
    };
    drop(tx);
    // Parts that are not shown are refused, and left out like anything that is refused.
    let panels = panel_items(cx, PanelPlace::Public).await?;
    let vision = vision.map(|vision| vision.to_string());
    Ok(Front { place, vision, directory, panels, stories })
}

/// The parts that can be shown, and whether each is.
pub(crate) async fn parts(cx: &Cx) -> Result<(Arc<Place>, Vec<(Part, bool)>), Failure> {
    let registry = cx.extension::<Registry>().unwrap_or_default();
    let tx = cx.read(access::SETTINGS).await?;
    let shown = tx.shown_parts().await?;
    let parts = super::parts(&registry).into_iter();
    let parts = parts.map(|part| (part, shown.iter().any(|name| name == part.name)));
    Ok((tx.place()?, parts.collect()))
}

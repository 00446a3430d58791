//! Deciding what everybody may see.

use ::store::Cx;
use web::Record;

use super::events::{PartsShown, StoryHidden, StoryPublished};
use crate::{Error, access, story::store};

/// Shows these parts of a partnership to everybody, and none of the others that its settings list. What
/// is opened elsewhere, as a log or a document, stays as it is.
///
/// # Errors
/// When the caller is no coordinator.
pub async fn show_parts(cx: &Cx, wanted: &[&str]) -> Result<(), Error> {
    let mut tx = cx.write(access::SETTLE).await?;
    let before = tx.shown_parts().await?;
    let registry = cx.extension::<web::Registry>().unwrap_or_default();
    let mut changed = false;
    for part in super::parts(&registry).iter().filter(|part| !wanted.contains(&part.name)) {
        changed |= tx.show(part.name, false).await?;
    }
    for part in wanted {
        changed |= tx.show(part, true).await?;
    }
    if !changed {
        return Ok(());
    }
    let shown = tx.shown_parts().await?;
    let partnership = tx.place()?.partnership;
    let count = shown.len();
    Ok(tx.commit(&PartsShown { partnership, shown, before, count }).await?)
}

/// Lets everybody read the story of a record with this title, where the partnership shows stories.
///
/// # Errors
/// When the caller is no coordinator.
pub async fn publish_story(cx: &Cx, record: &Record, title: &str) -> Result<(), Error> {
    let mut tx = cx.write(access::SETTLE).await?;
    if !store::publish(&mut tx, record, Some(title)).await? {
        // Somebody else was faster; it is as it was wanted.
        return Ok(());
    }
    let partnership = tx.place()?.partnership;
    let (of, id, title) = (record.kind.clone(), record.id.clone(), title.to_owned());
    Ok(tx.commit(&StoryPublished { partnership, of, record: id, title }).await?)
}

/// Lets only partners read the story of a record again.
///
/// # Errors
/// When the caller is no coordinator.
pub async fn hide_story(cx: &Cx, record: &Record, title: &str) -> Result<(), Error> {
    let mut tx = cx.write(access::SETTLE).await?;
    if !store::publish(&mut tx, record, None).await? {
        return Ok(());
    }
    let partnership = tx.place()?.partnership;
    let (of, id, title) = (record.kind.clone(), record.id.clone(), title.to_owned());
    Ok(tx.commit(&StoryHidden { partnership, of, record: id, title }).await?)
}

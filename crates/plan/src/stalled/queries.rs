//! What stalls in a partnership now, by how it stalls.

use std::sync::Arc;

use partnership::Directory;
use store::{Cx, Place};

use super::{ANSWER_DAYS, NEAR_DAYS, OVERDUE_DAYS, QUIET_DAYS, StallKind};
use crate::{
    Error, Shelf, access,
    list::{Entry, store as rows},
};

/// How many of each kind a page shows; the oldest come first.
const SHOWN: usize = 25;

/// What stalls.
#[derive(Debug, Clone)]
pub struct Stalled {
    /// Where, and what the reader may be there.
    pub place: Arc<Place>,
    /// The partners.
    pub directory: Directory,
    /// Each kind with the longest stalled first; those that stall beyond what is shown come up
    /// as these are solved.
    pub kinds: Vec<(StallKind, Vec<Entry>)>,
}

/// What stalls, the longest first.
///
/// # Errors
/// When the caller may not read it.
pub async fn stalled_commitments(cx: &Cx) -> Result<Stalled, Error> {
    let tx = cx.read(access::READ).await?;
    let place = tx.place()?;
    let mut kinds = Vec::new();
    for (kind, shelf, days) in [
        (StallKind::Overdue, Shelf::Active, OVERDUE_DAYS),
        (StallKind::Unanswered, Shelf::Offered, ANSWER_DAYS),
        (StallKind::Unconfirmed, Shelf::Claimed, ANSWER_DAYS),
    ] {
        let until = place.today.plus_days(-days);
        kinds.push((kind, rows::until(&tx, shelf, until, SHOWN).await?));
    }
    let today = place.today;
    let quiet = (today, today.plus_days(NEAR_DAYS), today.plus_days(-QUIET_DAYS));
    kinds.push((StallKind::Quiet, rows::quiet(&tx, quiet, SHOWN).await?));
    let directory = partnership::directory(&tx).await?;
    Ok(Stalled { place, directory, kinds })
}

//! The figures of every partner, and of one.

use std::{collections::BTreeMap, sync::Arc};

use base::OrganizationId;
use partnership::Directory;
use store::{Cx, Place};

use super::{FollowThrough, Reply, store as rows};
use crate::{Error, access, list, list::Entry};

/// The figures of every partner.
#[derive(Debug, Clone)]
pub struct Everybody {
    /// Where, and what the reader may be there.
    pub place: Arc<Place>,
    /// All partners together.
    pub all: FollowThrough,
    /// Each of them; who promised nothing is left out.
    pub each: BTreeMap<OrganizationId, FollowThrough>,
    /// The last reply of each.
    pub replies: BTreeMap<OrganizationId, Reply>,
    /// The partners.
    pub directory: Directory,
}

/// The figures of one partner.
#[derive(Debug, Clone)]
pub struct One {
    /// Where, and what the reader may be there.
    pub place: Arc<Place>,
    /// Which partner.
    pub organization: OrganizationId,
    /// Its figures.
    pub figures: FollowThrough,
    /// Its replies, the latest first.
    pub replies: Vec<Reply>,
    /// What it owes and is late with, the oldest first.
    pub overdue: Vec<Entry>,
    /// The partners.
    pub directory: Directory,
}

/// Every partner's follow-through.
///
/// # Errors
/// When the caller may not read it.
pub async fn follow_through(cx: &Cx) -> Result<Everybody, Error> {
    let tx = cx.read(access::READ).await?;
    let place = tx.place()?;
    let judged = rows::judged(&tx, place.today).await?;
    Ok(Everybody {
        all: judged.all,
        each: judged.each,
        replies: rows::replies(&tx).await?,
        directory: partnership::directory(&tx).await?,
        place,
    })
}

/// One partner's follow-through.
///
/// # Errors
/// When the caller may not read it, or there is no such partner.
pub async fn follow_through_of(cx: &Cx, organization: OrganizationId) -> Result<One, Error> {
    let tx = cx.read(access::READ).await?;
    let place = tx.place()?;
    let directory = partnership::directory(&tx).await?;
    directory.get(organization).ok_or(Error::Missing)?;
    let filter = list::Filter {
        partner: Some(organization),
        due: Some(list::Due::Overdue),
        ..list::Filter::default()
    };
    let overdue = list::store::page(&tx, &filter, place.today, None, 20).await?;
    Ok(One {
        figures: rows::judged_one(&tx, Some(organization), place.today).await?,
        replies: rows::replies_of(&tx, organization).await?,
        overdue: overdue.items,
        organization,
        directory,
        place,
    })
}

//! One's own notices.

use ::store::{Cx, Page};
use base::PartnershipId;
use web::Failure;

use super::{Entry, Filter, store};
use crate::{
    Error, access,
    answer::{self, Reply},
};

/// A page of notices with what stands around it.
#[derive(Debug)]
pub(crate) struct Mine {
    pub(crate) page: Page<Entry>,
    pub(crate) waiting: i64,
    /// The reader's partnerships: identifier, short name, name.
    pub(crate) partnerships: Vec<(PartnershipId, String, String)>,
    pub(crate) replies: Vec<Reply>,
}

/// One page of the caller's notices, the latest first.
pub(crate) async fn mine(cx: &Cx, filter: &Filter, after: Option<&str>) -> Result<Mine, Error> {
    let tx = cx.read(access::SEE).await?;
    let partnerships = store::partnerships(&tx).await?;
    let chosen = filter.partnership.as_ref().map(|slug| {
        let found = partnerships.iter().find(|(_, known, _)| known == slug);
        found.map(|(id, _, _)| *id)
    });
    let page = match chosen {
        // A partnership that is none of theirs has nothing for them.
        Some(None) => Page { items: Vec::new(), next: None },
        Some(Some(id)) => store::page(&tx, filter, Some(id), after).await?,
        None => store::page(&tx, filter, None, after).await?,
    };
    let waiting = store::waiting(&tx).await?;
    let replies = answer::store::replies(&tx).await?;
    Ok(Mine { page, waiting, partnerships, replies })
}

/// How many notices wait for the caller, for the bell.
pub(crate) async fn waiting(cx: Cx) -> Result<i64, Failure> {
    let tx = cx.glance(access::SEE).await?;
    Ok(store::waiting(&tx).await?)
}

//! Tasks of one's organizations.

use std::sync::Arc;

use ::store::{Cx, Page, Place};
use base::{Instant, OrganizationId};
use partnership::{Directory, People};

use super::{Duty, DutyId, store};
use crate::{
    Error, access,
    receipt::{queries::sight, store as receipts},
    request::RequestError,
};

/// How many rows a page of tasks has.
pub(crate) const PAGE: usize = 50;

/// One page of an organization's tasks.
#[derive(Debug, Clone)]
pub struct Duties {
    /// Where, and what the reader may be there.
    pub place: Arc<Place>,
    /// The partners.
    pub directory: Directory,
    /// The reader's organizations.
    pub organizations: Vec<OrganizationId>,
    /// The one whose page it is.
    pub organization: Option<OrganizationId>,
    /// The page.
    pub page: Page<Duty>,
    /// When it is looked at.
    pub now: Instant,
}

/// One page of the tasks of one of the reader's organizations, what is due first first.
///
/// # Errors
/// When the caller may not read them, or the mark is none of ours.
pub async fn duties(
    cx: &Cx,
    of: Option<OrganizationId>,
    is_open: bool,
    after: Option<&str>,
) -> Result<Duties, Error> {
    let tx = cx.read(access::CLIENTS).await?;
    let place = tx.place()?;
    let organizations = access::serving(&place.standing);
    let organization =
        of.filter(|of| organizations.contains(of)).or(organizations.first().copied());
    let page = match organization {
        Some(of) => store::page(&tx, (of, is_open), after, PAGE).await?,
        None => Page { items: Vec::new(), next: None },
    };
    Ok(Duties {
        directory: partnership::directory(&tx).await?,
        organizations,
        organization,
        page,
        place,
        now: cx.now(),
    })
}

/// A task with the names of those who did it.
#[derive(Debug, Clone)]
pub struct Seen {
    /// Where, and what the reader may be there.
    pub place: Arc<Place>,
    /// The task.
    pub duty: Duty,
    /// Whether the reader has a part in the receipt that it comes from.
    pub has_receipt: bool,
    /// The partners.
    pub directory: Directory,
    /// Who did it.
    pub people: People,
    /// When it is looked at.
    pub now: Instant,
}

/// A task of one of the reader's organizations.
///
/// # Errors
/// When there is none that the caller may know of.
pub async fn duty(cx: &Cx, id: DutyId) -> Result<Seen, Error> {
    let tx = cx.read(access::CLIENTS).await?;
    let place = tx.place()?;
    let duty = store::find(&tx, id).await?;
    if !access::serves(&place.standing, duty.organization) {
        return Err(RequestError::DutyMissing.into());
    }
    let receipt = receipts::find(&tx, duty.receipt).await?;
    let has_receipt = match &receipt {
        Some(receipt) => sight(cx, &tx, receipt).await?.is_some(),
        None => false,
    };
    let by: Vec<base::PersonId> = duty.done.and_then(|(_, by)| by).into_iter().collect();
    Ok(Seen {
        directory: partnership::directory(&tx).await?,
        people: partnership::people(&tx, &by).await?,
        place,
        duty,
        has_receipt,
        now: cx.now(),
    })
}

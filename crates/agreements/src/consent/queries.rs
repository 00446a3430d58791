//! What clients allowed, for the staff of the one who keeps it.

use std::sync::Arc;

use ::store::{Cx, Page, Place};
use base::{Instant, OrganizationId};
use partnership::Directory;
use policy::{ConsentId, Form};

use super::{ClientReference, Consent, store};
use crate::{
    Error, access,
    receipt::{Receipt, store as receipts},
    vocabulary::{Vocabulary, store as names},
};

/// How many rows a page of consents has.
pub(crate) const PAGE: usize = 50;

base::words! {
    /// Which consents a list shows.
    pub enum Which {
        /// Those that serve.
        InForce = "in_force",
        /// Those that end within 30 days.
        EndsSoon = "ends_soon",
        /// Those that have ended.
        Ended = "ended",
        /// Those that were taken back.
        Revoked = "revoked",
    }
}

/// What a list is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// For which of the reader's organizations.
    pub organization: Option<OrganizationId>,
    /// How they stand.
    pub which: Option<Which>,
    /// Of a form.
    pub form: Option<Form>,
}

/// One page of consents.
#[derive(Debug, Clone)]
pub struct Consents {
    /// Where, and what the reader may be there.
    pub place: Arc<Place>,
    /// The partners.
    pub directory: Directory,
    /// The names of data.
    pub vocabulary: Vocabulary,
    /// The reader's organizations.
    pub organizations: Vec<OrganizationId>,
    /// The one whose page it is.
    pub organization: Option<OrganizationId>,
    /// The page.
    pub page: Page<Consent>,
    /// When it is looked at.
    pub now: Instant,
}

/// One page of the consents that one of the reader's organizations keeps, the latest first.
///
/// # Errors
/// When the caller may not read them, or the mark is none of ours.
pub async fn consents(cx: &Cx, filter: &Filter, after: Option<&str>) -> Result<Consents, Error> {
    let tx = cx.read(access::CONSENTS).await?;
    let place = tx.place()?;
    let organizations = access::serving(&place.standing);
    let chosen = filter.organization.filter(|of| organizations.contains(of));
    let organization = chosen.or(organizations.first().copied());
    let page = match organization {
        Some(of) => store::of_holder(&tx, of, (filter, cx.now()), after, PAGE).await?,
        None => Page { items: Vec::new(), next: None },
    };
    Ok(Consents {
        directory: partnership::directory(&tx).await?,
        vocabulary: names::vocabulary(&tx).await?,
        organizations,
        organization,
        page,
        place,
        now: cx.now(),
    })
}

/// A consent with all that its page shows.
#[derive(Debug, Clone)]
pub struct Seen {
    /// Where, and what the reader may be there.
    pub place: Arc<Place>,
    /// The consent.
    pub consent: Consent,
    /// Whose it is.
    pub client: ClientReference,
    /// What went under it.
    pub receipts: Vec<Receipt>,
    /// The partners.
    pub directory: Directory,
    /// The names of data.
    pub vocabulary: Vocabulary,
    /// When it is looked at.
    pub now: Instant,
}

/// A consent of a client of one of the reader's organizations.
///
/// # Errors
/// When there is none that the caller may know of.
pub async fn consent(cx: &Cx, id: ConsentId) -> Result<Seen, Error> {
    let tx = cx.read(access::CONSENTS).await?;
    let place = tx.place()?;
    let consent = store::consent(&tx, id).await?.ok_or(Error::ConsentMissing)?;
    if !access::serves(&place.standing, consent.holder) {
        return Err(Error::ConsentMissing);
    }
    let client = store::client(&tx, consent.client).await?.ok_or(Error::Stored)?;
    let since = Instant::from_micros(0);
    let mut all = receipts::of_client(&tx, (consent.holder, consent.client), since).await?;
    let under = receipts::under_consent(&tx, (consent.holder, consent.client), id).await?;
    all.retain(|receipt| under.iter().any(|(one, _, _)| *one == receipt.id));
    all.reverse();
    Ok(Seen {
        directory: partnership::directory(&tx).await?,
        vocabulary: names::vocabulary(&tx).await?,
        place,
        consent,
        client,
        receipts: all,
        now: cx.now(),
    })
}

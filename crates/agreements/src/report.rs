//! The report of the person: who got what about them, when, why and under what, and how to stop it. Only the
//! holder that serves them gives it to them. It is made of receipts and counted against the record.

pub(crate) mod api;
pub(crate) mod pages;

use std::{collections::HashMap, sync::Arc};

use ::store::{Cx, Place};
use base::{Instant, Title};
use partnership::Directory;
use policy::ClientId;

use crate::{
    AgreementId, Error, access,
    agreement::queries::store as agreements,
    consent::{ClientReference, Consent, store as clients},
    receipt::{
        Receipt,
        store::{self as receipts, Entry},
    },
    vocabulary::{Vocabulary, store as names},
};

/// The report covers six years: 45 CFR 164.528.
const SIX_YEARS_SECONDS: i64 = 6 * 366 * 86_400;

/// Whether what was refused is in a report, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusals {
    /// It is left out.
    Hidden,
    /// It is told.
    Shown,
}

/// The report of a person.
#[derive(Debug, Clone)]
pub struct Report {
    /// Where, and what the reader may be there.
    pub place: Arc<Place>,
    /// Whose report it is.
    pub client: ClientReference,
    /// What went, and what was opened in an emergency; the oldest first.
    pub disclosures: Vec<Receipt>,
    /// What was asked for and refused.
    pub refused: Vec<Receipt>,
    /// What stands in the accounting that a law wants.
    pub accounted: Vec<Entry>,
    /// What they allowed and can still take back.
    pub consents: Vec<Consent>,
    /// How many receipts there are, and how many of them the record has.
    pub counts: (usize, i64),
    /// The partners.
    pub directory: Directory,
    /// The names of data.
    pub vocabulary: Vocabulary,
    /// What the agreements are called.
    pub titles: HashMap<AgreementId, Title>,
    /// Since when.
    pub since: Instant,
    /// When it was made.
    pub now: Instant,
}

impl Report {
    /// Whether every receipt is in the record, and none is missing here.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        i64::try_from(self.counts.0) == Ok(self.counts.1)
    }
}

/// The report of a client of one of the reader's organizations.
///
/// # Errors
/// When there is no client that the caller may know of.
pub async fn report(cx: &Cx, id: ClientId, refusals: Refusals) -> Result<Report, Error> {
    let tx = cx.read(access::CLIENTS).await?;
    let place = tx.place()?;
    let client = clients::client(&tx, id).await?.ok_or(Error::ClientMissing)?;
    if !access::serves(&place.standing, client.holder) {
        return Err(Error::ClientMissing);
    }
    let since = cx.now().plus_seconds(-SIX_YEARS_SECONDS);
    let all = receipts::of_person(&tx, id, since).await?;
    let counts = (all.len(), receipts::recorded(&tx, id, since).await?);
    let (disclosures, mut refused): (Vec<Receipt>, Vec<Receipt>) =
        all.into_iter().partition(Receipt::gave);
    if refusals == Refusals::Hidden {
        refused.clear();
    }
    let mut consents = clients::of_client(&tx, id).await?;
    consents.retain(|consent| consent.state(cx.now()) == crate::consent::StateName::InForce);
    Ok(Report {
        accounted: receipts::accounted(&tx, (client.holder, id), since).await?,
        directory: partnership::directory(&tx).await?,
        vocabulary: names::vocabulary(&tx).await?,
        titles: agreements::titles(&tx).await?,
        place,
        client,
        disclosures,
        refused,
        consents,
        counts,
        since,
        now: cx.now(),
    })
}

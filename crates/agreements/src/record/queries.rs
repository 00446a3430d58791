//! A holder's clients, what it keeps about them, what they allowed, and who got what.

use std::sync::Arc;

use ::store::{Cx, Page, Place};
use base::{Instant, OrganizationId, PersonId};
use partnership::{Directory, People};
use policy::ClientId;

use super::{Record, RecordId, store};
use crate::{
    Error, access,
    consent::{ClientReference, Consent, store as clients},
    receipt::{Receipt, store as receipts},
    vocabulary::{Holding, Vocabulary, store as names},
};

/// How many rows a page of clients has.
pub(crate) const PAGE: usize = 50;

/// How far back the page of a client looks for what was decided.
const YEAR_SECONDS: i64 = 366 * 86_400;

/// One page of a holder's clients.
#[derive(Debug, Clone)]
pub struct Clients {
    /// Where, and what the reader may be there.
    pub place: Arc<Place>,
    /// The partners.
    pub directory: Directory,
    /// The reader's organizations.
    pub organizations: Vec<OrganizationId>,
    /// The one whose page it is.
    pub organization: Option<OrganizationId>,
    /// The page.
    pub page: Page<ClientReference>,
}

/// One page of the clients of one of the reader's organizations, the latest first.
///
/// # Errors
/// When the caller may not read them, or the mark is none of ours.
pub async fn clients(
    cx: &Cx,
    of: Option<OrganizationId>,
    number: Option<&str>,
    after: Option<&str>,
) -> Result<Clients, Error> {
    let tx = cx.read(access::CLIENTS).await?;
    let place = tx.place()?;
    let organizations = access::serving(&place.standing);
    let organization =
        of.filter(|of| organizations.contains(of)).or(organizations.first().copied());
    let page = match organization {
        Some(of) => clients::clients(&tx, (of, number), after, PAGE).await?,
        None => Page { items: Vec::new(), next: None },
    };
    let directory = partnership::directory(&tx).await?;
    Ok(Clients { place, directory, organizations, organization, page })
}

/// A client with all that the holder's staff see.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Where, and what the reader may be there.
    pub place: Arc<Place>,
    /// The client.
    pub client: ClientReference,
    /// What is kept about them.
    pub records: Vec<Record>,
    /// What they allowed.
    pub consents: Vec<Consent>,
    /// What was decided about them in the last year, the latest first.
    pub receipts: Vec<Receipt>,
    /// What the parties keep, and under which laws.
    pub holdings: Vec<Holding>,
    /// The partners.
    pub directory: Directory,
    /// The people who are named.
    pub people: People,
    /// The names of data.
    pub vocabulary: Vocabulary,
    /// When it is looked at.
    pub now: Instant,
}

/// A client of one of the reader's organizations.
///
/// # Errors
/// When there is none that the caller may know of.
pub async fn client(cx: &Cx, id: ClientId) -> Result<Kept, Error> {
    let tx = cx.read(access::CLIENTS).await?;
    let place = tx.place()?;
    let client = clients::client(&tx, id).await?.ok_or(Error::ClientMissing)?;
    if !access::serves(&place.standing, client.holder) {
        return Err(Error::ClientMissing);
    }
    let records = store::of_client(&tx, client.holder, id).await?;
    let since = cx.now().plus_seconds(-YEAR_SECONDS);
    let mut receipts = receipts::of_client(&tx, (client.holder, id), since).await?;
    receipts.reverse();
    let mut people: Vec<PersonId> = records.iter().filter_map(|one| one.entered_by).collect();
    people.extend(receipts.iter().map(|receipt| receipt.asker));
    people.sort_unstable();
    people.dedup();
    Ok(Kept {
        consents: clients::of_client(&tx, id).await?,
        holdings: names::holdings(&tx).await?,
        directory: partnership::directory(&tx).await?,
        people: partnership::people(&tx, &people).await?,
        vocabulary: names::vocabulary(&tx).await?,
        place,
        client,
        records,
        receipts,
        now: cx.now(),
    })
}

/// A record of one of the reader's organizations, with its client.
///
/// # Errors
/// When there is none that the caller may know of.
pub async fn record(cx: &Cx, id: RecordId) -> Result<(Record, Kept), Error> {
    let tx = cx.read(access::CLIENTS).await?;
    let record = store::find(&tx, id).await?;
    if !access::serves(&tx.place()?.standing, record.holder) {
        return Err(Error::ClientMissing);
    }
    drop(tx);
    let kept = client(cx, record.client).await?;
    Ok((record, kept))
}

/// Copies that one of the reader's organizations has of the records of others.
#[derive(Debug, Clone)]
pub struct Copies {
    /// Where, and what the reader may be there.
    pub place: Arc<Place>,
    /// The partners.
    pub directory: Directory,
    /// The names of data.
    pub vocabulary: Vocabulary,
    /// The organizations for whose data the reader answers.
    pub organizations: Vec<OrganizationId>,
    /// The one whose page it is.
    pub organization: Option<OrganizationId>,
    /// The page, without what the copies say.
    pub page: Page<Record>,
    /// When it is looked at.
    pub now: Instant,
}

/// One page of the copies of one of the organizations for whose data the reader answers, the latest first.
///
/// # Errors
/// When the caller may not read them, or the mark is none of ours.
pub async fn copies(
    cx: &Cx,
    of: Option<OrganizationId>,
    after: Option<&str>,
) -> Result<Copies, Error> {
    let tx = cx.read(access::COPIES).await?;
    let place = tx.place()?;
    let organizations = access::answering(&place.standing);
    let organization =
        of.filter(|of| organizations.contains(of)).or(organizations.first().copied());
    let mut page = match organization {
        Some(of) => store::copies(&tx, of, after, PAGE).await?,
        None => Page { items: Vec::new(), next: None },
    };
    // What they say is read with their receipt, by who may.
    page.items.iter_mut().for_each(|copy| copy.content = None);
    Ok(Copies {
        directory: partnership::directory(&tx).await?,
        vocabulary: names::vocabulary(&tx).await?,
        organizations,
        organization,
        page,
        place,
        now: cx.now(),
    })
}

/// What the forms of clients show.
#[derive(Debug, Clone)]
pub struct ClientGround {
    /// Where, and what the reader may be there.
    pub place: Arc<Place>,
    /// The partners.
    pub directory: Directory,
    /// The reader's organizations.
    pub organizations: Vec<OrganizationId>,
}

/// What the forms of clients show.
///
/// # Errors
/// When the caller may not.
pub async fn ground(cx: &Cx) -> Result<ClientGround, Error> {
    let tx = cx.read(access::CLIENTS).await?;
    let place = tx.place()?;
    Ok(ClientGround {
        directory: partnership::directory(&tx).await?,
        organizations: access::serving(&place.standing),
        place,
    })
}

//! Announcements, and one with those who have read it.

use std::sync::Arc;

use base::{Instant, OrganizationId, PersonId, Title};
use partnership::{Directory, People};
use store::{Cx, Page, Place};

use super::{
    Announcement, AnnouncementId, Body, Receipt, access,
    find::{Filter, PAGE},
    store as rows,
};
use crate::Error;

/// A list with what stands around it.
#[derive(Debug, Clone)]
pub(crate) struct Listed {
    pub(crate) place: Arc<Place>,
    pub(crate) page: Page<Announcement>,
    pub(crate) directory: Directory,
}

/// One page of announcements, the latest first.
pub(crate) async fn list(cx: &Cx, filter: &Filter, after: Option<&str>) -> Result<Listed, Error> {
    let tx = cx.read(access::READ).await?;
    let place = tx.place()?;
    let own = own(&place);
    let page = rows::page(&tx, filter, &own, after, PAGE).await?;
    Ok(Listed { directory: partnership::directory(&tx).await?, page, place })
}

/// One announcement with those who have read it.
#[derive(Debug, Clone)]
pub(crate) struct Record {
    pub(crate) place: Arc<Place>,
    pub(crate) announcement: Announcement,
    pub(crate) receipts: Vec<Receipt>,
    pub(crate) directory: Directory,
    pub(crate) people: People,
    pub(crate) me: PersonId,
    /// How it read before, and until when; the earliest first.
    pub(crate) texts: Vec<(Instant, Title, Body)>,
}

impl Record {
    /// Whether the reader changes it.
    pub(crate) fn may_change(&self) -> bool {
        let organization = self.announcement.by.organization;
        access::changes(&self.place.standing, organization) && self.announcement.withdrawn.is_none()
    }

    /// The organizations for which the reader has not said yet that they have read it.
    pub(crate) fn to_confirm(&self) -> Vec<OrganizationId> {
        if self.announcement.withdrawn.is_some() {
            return Vec::new();
        }
        let awaits =
            |receipt: &&Receipt| !receipt.readers.iter().any(|(person, _)| *person == self.me);
        let open: Vec<OrganizationId> =
            self.receipts.iter().filter(awaits).map(|receipt| receipt.organization).collect();
        access::reads_for(&self.place.standing, &open)
    }
}

/// One announcement with those who have read it.
pub(crate) async fn announcement(cx: &Cx, id: AnnouncementId) -> Result<Record, Error> {
    let tx = cx.read(access::READ).await?;
    let announcement = rows::load(&tx, id).await?;
    let receipts = rows::receipts(&tx, id).await?;
    let readers = receipts.iter().flat_map(|receipt| &receipt.readers);
    let mut who: Vec<PersonId> = readers.map(|(person, _)| *person).collect();
    who.push(announcement.by.person);
    who.sort_unstable();
    who.dedup();
    let texts = match announcement.edited_at {
        Some(_) => rows::texts(&tx, id).await?,
        None => Vec::new(),
    };
    Ok(Record {
        place: tx.place()?,
        directory: partnership::directory(&tx).await?,
        people: partnership::people(&tx, &who).await?,
        me: cx.person()?,
        announcement,
        receipts,
        texts,
    })
}

/// What the form of a new announcement offers to choose from.
pub(crate) async fn choices(cx: &Cx) -> Result<(Arc<Place>, Directory), Error> {
    let tx = cx.read(access::READ).await?;
    Ok((tx.place()?, partnership::directory(&tx).await?))
}

/// The organizations for which the reader works, as many as a list looks for.
fn own(place: &Place) -> Vec<OrganizationId> {
    let mut own = place.standing.organizations();
    own.retain(|of| place.standing.speaks_for(*of));
    own.truncate(10);
    own
}

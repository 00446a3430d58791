//! Who hears of an announcement: the leads of those who should read it. A mail holds a link and
//! never what is announced.

use std::collections::BTreeSet;

use ::notices::{Kind, Notice};
use base::{OrganizationId, PersonId};
use store::{Subject, WriteTx};

use super::{Announcement, AnnouncementId};
use crate::Error;

/// What waits to be read.
pub(super) const NEEDS: Kind = Kind::NeedsYou;
/// What is only to know.
pub(super) const KNOW: Kind = Kind::ToKnow;

/// Tells the leads of some organizations; where nobody leads, the coordinators.
pub(super) async fn tell(
    tx: &mut WriteTx,
    announcement: &Announcement,
    organizations: &[OrganizationId],
    (kind, key): (Kind, &'static str),
) -> Result<(), Error> {
    let mut people = leads(tx, organizations).await?;
    people.remove(&announcement.by.person);
    let notice = Notice {
        kind,
        key,
        args: Vec::new(),
        title: Some(announcement.title.to_string()),
        link: format!("/p/{}/announcements/{}", tx.place()?.slug, announcement.id),
        about: about(announcement.id),
        answers: &[],
    };
    Ok(::notices::tell(tx, &people, &notice).await?)
}

/// Asks an organization no more: somebody has read it for them, or nobody needs to.
pub(super) async fn settle(
    tx: &mut WriteTx,
    announcement: AnnouncementId,
    organizations: &[OrganizationId],
) -> Result<(), Error> {
    let people = leads(tx, organizations).await?;
    Ok(::notices::settle_for(tx, &people, &about(announcement)).await?)
}

async fn leads(
    tx: &WriteTx,
    organizations: &[OrganizationId],
) -> Result<BTreeSet<PersonId>, Error> {
    let mut people = BTreeSet::new();
    let mut nobody = false;
    for &organization in organizations {
        let leads = partnership::leads_of(tx, organization).await?;
        nobody |= leads.is_empty();
        people.extend(leads);
    }
    if nobody {
        people.extend(partnership::coordinators(tx).await?);
    }
    Ok(people)
}

fn about(announcement: AnnouncementId) -> Subject {
    Subject::new("announcement", announcement)
}

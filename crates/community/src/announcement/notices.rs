//! Who hears of an announcement: the leads of those who should read it. A mail holds a link and
//! never what is announced.

use base::OrganizationId;
use store::WriteTx;

use super::Announcement;
use crate::Error;

/// Tells the leads of some organizations; where nobody leads, the coordinators.
pub(super) async fn tell(
    tx: &mut WriteTx,
    announcement: &Announcement,
    organizations: &[OrganizationId],
    key: &'static str,
) -> Result<(), Error> {
    let mut people = std::collections::BTreeSet::new();
    let mut nobody = false;
    for &organization in organizations {
        let leads = partnership::leads_of(tx, organization).await?;
        nobody |= leads.is_empty();
        people.extend(leads);
    }
    if nobody {
        people.extend(partnership::coordinators(tx).await?);
    }
    people.remove(&announcement.by.person);
    let link = format!("/p/{}/announcements/{}", tx.place()?.slug, announcement.id);
    for person in people {
        identity::tell(tx, person, key, &[], &link).await?;
    }
    Ok(())
}

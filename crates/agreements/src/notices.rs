//! Who hears of what, and how: a mail with a link, never with a client's facts.

use std::collections::BTreeSet;

use base::{OrganizationId, PersonId, Role};
use store::{Tx, WriteTx};

use crate::{
    Error,
    duty::Duty,
    receipt::{Receipt, ReceiptId},
    request::DataRequest,
};

/// A request waits: its owner hears of it, or all who answer for the data.
pub(crate) async fn held(tx: &mut WriteTx, request: &DataRequest) -> Result<(), Error> {
    let people = match request.owner {
        Some(owner) => BTreeSet::from([owner]),
        None => partnership::coordinators(tx).await?.into_iter().collect(),
    };
    tell(tx, people, "requests-mail-held", &path(tx, request)?).await
}

/// It waited too long: those who lead hear of it.
pub(crate) async fn escalated(tx: &mut WriteTx, request: &DataRequest) -> Result<(), Error> {
    let people = leads(tx, request.holder).await?;
    tell(tx, people, "requests-mail-late", &path(tx, request)?).await
}

/// It was decided: who asked hears of it.
pub(crate) async fn decided(tx: &mut WriteTx, request: &DataRequest) -> Result<(), Error> {
    let people = BTreeSet::from([request.asker]);
    tell(tx, people, "requests-mail-decided", &path(tx, request)?).await
}

/// Something was opened or compelled: who answers for the data hears of it at once.
pub(crate) async fn custodian(tx: &mut WriteTx, receipt: &Receipt) -> Result<(), Error> {
    let people = stewards(tx, receipt.holder).await?;
    let link = receipt_path(tx, receipt.id)?;
    tell(tx, people, "receipts-mail-custodian", &link).await
}

/// A consent was taken back: who got something under it hears of it.
pub(crate) async fn recalled(
    tx: &mut WriteTx,
    (receipt, organization, asker): (ReceiptId, OrganizationId, PersonId),
) -> Result<(), Error> {
    let mut people = stewards(tx, organization).await?;
    people.insert(asker);
    let link = receipt_path(tx, receipt)?;
    tell(tx, people, "receipts-mail-recalled", &link).await
}

/// A task is late: those who lead hear of it.
pub(crate) async fn late(tx: &mut WriteTx, duty: &Duty) -> Result<(), Error> {
    let people = leads(tx, duty.organization).await?;
    let link = format!("/p/{}/duties/{}", tx.place()?.slug, duty.id);
    tell(tx, people, "tasks-mail-late", &link).await
}

async fn tell(
    tx: &mut WriteTx,
    people: BTreeSet<PersonId>,
    key: &'static str,
    link: &str,
) -> Result<(), Error> {
    for person in people {
        identity::tell(tx, person, key, &[], link).await?;
    }
    Ok(())
}

fn path(tx: &Tx, request: &DataRequest) -> Result<String, Error> {
    Ok(format!("/p/{}/requests/{}", tx.place()?.slug, request.id))
}

fn receipt_path(tx: &Tx, receipt: ReceiptId) -> Result<String, Error> {
    Ok(format!("/p/{}/receipts/{receipt}", tx.place()?.slug))
}

/// Who leads an organization here, or the coordinators where nobody does.
async fn leads(tx: &Tx, organization: OrganizationId) -> Result<BTreeSet<PersonId>, Error> {
    let leads = partnership::leads_of(tx, organization).await?;
    if leads.is_empty() {
        return Ok(partnership::coordinators(tx).await?.into_iter().collect());
    }
    Ok(leads.into_iter().collect())
}

/// Who answers for the data of an organization: its stewards, or who leads it.
async fn stewards(tx: &Tx, organization: OrganizationId) -> Result<BTreeSet<PersonId>, Error> {
    let members = partnership::members(tx, organization).await?;
    let is_steward = |one: &&partnership::PersonEntry| {
        one.works
            .iter()
            .any(|work| work.organization == organization && work.roles.contains(&Role::Steward))
    };
    let stewards: BTreeSet<PersonId> =
        members.iter().filter(is_steward).map(|one| one.id).collect();
    if stewards.is_empty() { leads(tx, organization).await } else { Ok(stewards) }
}

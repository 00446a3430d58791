//! Who hears of what, and how: a line and a mail with a link, never with a client's facts.

use std::collections::BTreeSet;

use ::notices::{Kind, Notice};
use base::{OrganizationId, PersonId, Role};
use store::{Subject, Tx, WriteTx};

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
    tell_of(tx, request, &people, (Kind::NeedsYou, "requests-mail-held")).await
}

/// It waited too long: those who lead hear of it.
pub(crate) async fn escalated(tx: &mut WriteTx, request: &DataRequest) -> Result<(), Error> {
    let people = leads(tx, request.holder).await?;
    tell_of(tx, request, &people, (Kind::NeedsYou, "requests-mail-late")).await
}

/// It was decided: who asked hears of it, and nobody else is asked any more.
pub(crate) async fn decided(tx: &mut WriteTx, request: &DataRequest) -> Result<(), Error> {
    ::notices::settle(tx, &Subject::new("data_request", request.id)).await?;
    let people = BTreeSet::from([request.asker]);
    tell_of(tx, request, &people, (Kind::ToKnow, "requests-mail-decided")).await
}

/// It was taken back: nobody is asked any more.
pub(crate) async fn withdrawn(tx: &mut WriteTx, request: &DataRequest) -> Result<(), Error> {
    Ok(::notices::settle(tx, &Subject::new("data_request", request.id)).await?)
}

/// Something was opened or compelled: who answers for the data hears of it at once, however they chose
/// to be told of other things.
pub(crate) async fn custodian(tx: &mut WriteTx, receipt: &Receipt) -> Result<(), Error> {
    let people = stewards(tx, receipt.holder).await?;
    let link = receipt_path(tx, receipt.id)?;
    for person in people {
        identity::tell(tx, person, "receipts-mail-custodian", &[], &link).await?;
    }
    Ok(())
}

/// A consent was taken back: who got something under it hears of it.
pub(crate) async fn recalled(
    tx: &mut WriteTx,
    (receipt, organization, asker): (ReceiptId, OrganizationId, PersonId),
) -> Result<(), Error> {
    let mut people = stewards(tx, organization).await?;
    people.insert(asker);
    let link = receipt_path(tx, receipt)?;
    let about = Subject::new("receipt", receipt);
    tell(tx, &people, (Kind::NeedsYou, "receipts-mail-recalled"), (about, link)).await
}

/// A task is late: those who lead hear of it.
pub(crate) async fn late(tx: &mut WriteTx, duty: &Duty) -> Result<(), Error> {
    let people = leads(tx, duty.organization).await?;
    let link = format!("/p/{}/duties/{}", tx.place()?.slug, duty.id);
    let about = Subject::new("duty", duty.id);
    tell(tx, &people, (Kind::NeedsYou, "tasks-mail-late"), (about, link)).await
}

/// It is done: nobody is asked any more.
pub(crate) async fn fulfilled(tx: &mut WriteTx, duty: &Duty) -> Result<(), Error> {
    Ok(::notices::settle(tx, &Subject::new("duty", duty.id)).await?)
}

async fn tell_of(
    tx: &mut WriteTx,
    request: &DataRequest,
    people: &BTreeSet<PersonId>,
    what: (Kind, &'static str),
) -> Result<(), Error> {
    let link = format!("/p/{}/requests/{}", tx.place()?.slug, request.id);
    tell(tx, people, what, (Subject::new("data_request", request.id), link)).await
}

async fn tell(
    tx: &mut WriteTx,
    people: &BTreeSet<PersonId>,
    (kind, key): (Kind, &'static str),
    (about, link): (Subject, String),
) -> Result<(), Error> {
    let (args, title) = (Vec::new(), None);
    let notice = Notice { kind, key, args, title, link, about, answers: &[] };
    Ok(::notices::tell(tx, people, &notice).await?)
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

//! Doing what a receipt wants done.

use ::store::{Cx, Written};
use base::Private;

use super::{Duty, DutyId, DutyKind, Said, events, store};
use crate::{
    Error, access, notices,
    receipt::store as receipts,
    record::{events as said, store as records},
    request::RequestError,
};

/// Notes that a task was done, and what was done. To certify that a copy is gone takes it away here.
///
/// # Errors
/// When it is not the caller's organization's, was done before, or a second person must do it.
pub async fn fulfill(cx: &Cx, id: DutyId, words: Said) -> Result<Duty, Error> {
    let mut tx = cx.write(access::DUTIES).await?;
    let duty = store::find(&tx, id).await?;
    if !access::serves(&tx.place()?.standing, duty.organization) {
        return Err(RequestError::DutyMissing.into());
    }
    let me = cx.actor().person().map(|person| person.person);
    let receipt = receipts::find(&tx, duty.receipt).await?.ok_or(Error::Stored)?;
    if duty.kind == DutyKind::Review && me == Some(receipt.asker) {
        return Err(RequestError::SecondPerson.into());
    }
    if !store::done(&mut tx, id, (cx.now(), me), &Private::new(words)).await? {
        return Err(RequestError::DutyDone.into());
    }
    notices::fulfilled(&mut tx, &duty).await?;
    let mut events = vec![Written::new(&events::Fulfilled::of(&duty))?];
    if duty.kind == DutyKind::Certify {
        for record in records::of_receipt(&tx, duty.receipt).await? {
            if record.holder != duty.organization {
                continue;
            }
            records::destroy(&mut tx, record.id, cx.now()).await?;
            events.push(Written::new(&said::RecordDestroyed {
                organization: duty.organization,
                record: record.id,
                receipt: Some(duty.receipt),
            })?);
        }
    }
    tx.commit_all(events).await?;
    Ok(duty)
}

//! Writing down what a holder keeps about clients, and destroying it.

use ::store::{Cx, WriteTx};
use base::{OrganizationId, PersonId, Private};
use policy::{ClientId, Identifiability, Regime, Set};

use super::{Content, Record, RecordId, events, store};
use crate::{
    Error, Name, access,
    consent::{Copy, store as clients},
    vocabulary::store as ground,
};

/// A record to be kept.
#[derive(Debug, Clone)]
pub struct NewRecord {
    /// Whom it is about; the one who holds the client holds the record.
    pub client: ClientId,
    /// What it is.
    pub class: Name,
    /// What it says.
    pub content: Private<Content>,
}

/// Keeps a record of one's own client. Its marks are the laws that ride on this class there; a class
/// that is kept already is corrected.
///
/// # Errors
/// When the client is not the caller's, or nobody said which laws ride on the class.
pub async fn keep(cx: &Cx, new: NewRecord) -> Result<RecordId, Error> {
    let mut tx = cx.write(access::KEEP_CLIENTS).await?;
    let holder = own_client(&tx, new.client).await?;
    let (id, kept) = put(cx, &mut tx, holder, new).await?;
    match kept {
        Kept::Added => {
            tx.commit(&events::RecordKept { organization: holder, record: id }).await?;
        }
        Kept::Revised | Kept::Unchanged => {
            tx.commit(&events::RecordCorrected { organization: holder, record: id }).await?;
        }
    }
    Ok(id)
}

/// What became of a record that was put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kept {
    Added,
    Revised,
    Unchanged,
}

/// Puts a record of one's own client, as a part of a change.
pub(crate) async fn put(
    cx: &Cx,
    tx: &mut WriteTx,
    holder: OrganizationId,
    new: NewRecord,
) -> Result<(RecordId, Kept), Error> {
    let by = cx.actor().person().map(|person| person.person);
    let laws = laws_of(tx, holder, &new.class).await?;
    let all = store::of_client(tx, holder, new.client).await?;
    let own = all.iter().find(|record| !record.is_copy() && record.class == new.class);
    if let Some(own) = own.filter(|own| own.destroyed_at.is_none()) {
        if own.content.as_ref() == Some(&new.content) {
            return Ok((own.id, Kept::Unchanged));
        }
        store::correct(tx, own.id, &new.content, (cx.now(), by)).await?;
        return Ok((own.id, Kept::Revised));
    }
    let record = entered(cx, (holder, by), laws, new);
    store::add(tx, &record).await?;
    Ok((record.id, Kept::Added))
}

fn entered(
    cx: &Cx,
    (holder, by): (OrganizationId, Option<PersonId>),
    regimes: Set<Regime>,
    new: NewRecord,
) -> Record {
    Record {
        id: cx.new_id(),
        holder,
        client: new.client,
        class: new.class,
        origin: holder,
        regimes,
        identifiability: Identifiability::Identified,
        consent: None,
        bound_to: None,
        destroy_by: None,
        receipt: None,
        content: Some(new.content),
        entered_at: cx.now(),
        entered_by: by,
        destroyed_at: None,
    }
}

/// Writes something else into an own record; what was there before stays in its history.
///
/// # Errors
/// When it is not the caller's, or a copy, or was destroyed.
pub async fn correct(cx: &Cx, id: RecordId, content: Private<Content>) -> Result<(), Error> {
    let mut tx = cx.write(access::KEEP_CLIENTS).await?;
    let record = mine(&tx, id).await?;
    if record.is_copy() || record.destroyed_at.is_some() {
        return Err(Error::RecordFixed);
    }
    let by = cx.actor().person().map(|person| person.person);
    store::correct(&mut tx, id, &content, (cx.now(), by)).await?;
    tx.commit(&events::RecordCorrected { organization: record.holder, record: id }).await?;
    Ok(())
}

/// Destroys a record for good, and notes that it was.
///
/// # Errors
/// When it is not the caller's, or was destroyed before.
pub async fn destroy(cx: &Cx, id: RecordId) -> Result<(), Error> {
    let mut tx = cx.write(access::KEEP_CLIENTS).await?;
    let record = mine(&tx, id).await?;
    if !store::destroy(&mut tx, id, cx.now()).await? {
        return Err(Error::RecordFixed);
    }
    let (organization, receipt) = (record.holder, record.receipt);
    tx.commit(&events::RecordDestroyed { organization, record: id, receipt }).await?;
    Ok(())
}

/// Notes the marks of a record that travelled to a holder, without what it says.
///
/// # Errors
/// When the caller does not work for the holder.
pub async fn note_copy(cx: &Cx, copy: Copy) -> Result<(), Error> {
    let mut tx = cx.write(access::KEEP_CLIENTS).await?;
    serves(&tx, copy.holder)?;
    clients::client(&tx, copy.client).await?.ok_or(Error::ClientMissing)?;
    let record = Record {
        id: cx.new_id(),
        holder: copy.holder,
        client: copy.client,
        class: copy.class,
        origin: copy.origin,
        regimes: ground::laws(copy.laws.iter().map(base::Line::as_str)),
        identifiability: Identifiability::Identified,
        consent: copy.consent,
        bound_to: copy.bound_to,
        destroy_by: copy.destroy_by,
        receipt: None,
        content: None,
        entered_at: cx.now(),
        entered_by: None,
        destroyed_at: None,
    };
    store::add(&mut tx, &record).await?;
    tx.commit(&events::RecordKept { organization: record.holder, record: record.id }).await?;
    Ok(())
}

/// The laws that ride on a class where it is kept.
pub(crate) async fn laws_of(
    tx: &::store::Tx,
    holder: OrganizationId,
    class: &Name,
) -> Result<Set<Regime>, Error> {
    let holdings = ground::holdings(tx).await?;
    let held = holdings.iter().find(|held| held.holder == holder && held.class == *class);
    let held = held.ok_or_else(|| Error::field("class", "record_class_unheld"))?;
    Ok(ground::laws(held.laws.iter().map(base::Line::as_str)))
}

/// The holder of a client, when the caller works with their clients.
pub(crate) async fn own_client(
    tx: &::store::Tx,
    client: ClientId,
) -> Result<OrganizationId, Error> {
    let client = clients::client(tx, client).await?.ok_or(Error::ClientMissing)?;
    serves(tx, client.holder).map_err(|_hidden| Error::ClientMissing)?;
    Ok(client.holder)
}

async fn mine(tx: &::store::Tx, id: RecordId) -> Result<Record, Error> {
    let record = store::find(tx, id).await?;
    serves(tx, record.holder).map_err(|_hidden| Error::ClientMissing)?;
    Ok(record)
}

fn serves(tx: &::store::Tx, holder: OrganizationId) -> Result<(), Error> {
    if access::serves(&tx.place()?.standing, holder) { Ok(()) } else { Err(Error::NotYours) }
}

//! Writing down what clients allowed, and that they took it back.

use ::store::{Cx, WriteTx, Written};
use base::OrganizationId;
use policy::{ClientId, ConsentId};

use super::{ClientReference, Consent, Signed, events, store};
use crate::{
    Error, access,
    duty::{self, DutyKind, Planned},
    notices,
    receipt::store as receipts,
    request::rule,
};

/// A consent to be kept.
#[derive(Debug, Clone)]
pub struct NewConsent {
    /// Whose records it is about.
    pub client: ClientId,
    /// What was signed.
    pub signed: Signed,
}

/// Enters a client: a reference that a holder owns.
///
/// # Errors
/// When the caller does not work with the holder's clients.
pub async fn enter_client(cx: &Cx, client: ClientReference) -> Result<ClientId, Error> {
    let mut tx = cx.write(access::KEEP_CLIENTS).await?;
    serves(&tx, client.holder)?;
    number_is_free(&tx, &client).await?;
    store::enter(&mut tx, &client, cx.now()).await?;
    tx.commit(&events::ClientEntered { holder: client.holder }).await?;
    Ok(client.id)
}

/// Changes what a decision asks of a client: what they said no to, who may sign, their number.
///
/// # Errors
/// When the client is not the caller's, or another one has the number.
pub async fn change_client(cx: &Cx, client: ClientReference) -> Result<(), Error> {
    let mut tx = cx.write(access::KEEP_CLIENTS).await?;
    let before = store::client(&tx, client.id).await?.ok_or(Error::ClientMissing)?;
    serves(&tx, before.holder).map_err(|_hidden| Error::ClientMissing)?;
    let client = ClientReference { holder: before.holder, ..client };
    number_is_free(&tx, &client).await?;
    store::change(&mut tx, &client).await?;
    tx.commit(&events::ClientChanged { holder: client.holder }).await?;
    Ok(())
}

async fn number_is_free(tx: &::store::Tx, client: &ClientReference) -> Result<(), Error> {
    let Some(number) = &client.file_number else { return Ok(()) };
    let other = store::by_number(tx, client.holder, number).await?;
    if other.is_some_and(|other| other.id != client.id) {
        return Err(Error::field("file_number", "client_number_taken"));
    }
    Ok(())
}

/// Keeps a consent, as it was signed.
///
/// # Errors
/// When the client is not the caller's, or a form that it needs is missing.
pub async fn keep(cx: &Cx, new: NewConsent) -> Result<ConsentId, Error> {
    let mut tx = cx.write(access::KEEP_CONSENT).await?;
    let client = store::client(&tx, new.client).await?.ok_or(Error::ClientMissing)?;
    serves(&tx, client.holder).map_err(|_hidden| Error::ClientMissing)?;
    if cx.actor().person().is_some() {
        // An importer may bring old paper as it is: what is deficient serves nothing.
        new.signed.check(cx.now())?;
    }
    store::client(&tx, new.signed.signer).await?.ok_or(Error::ClientMissing)?;
    let consent = Consent {
        id: cx.new_id(),
        client: client.id,
        holder: client.holder,
        signed: new.signed,
        revoked_at: None,
    };
    store::insert(&mut tx, &consent, cx.now()).await?;
    let (id, holder, form) = (consent.id, consent.holder, consent.signed.form);
    tx.commit(&events::ConsentKept { consent: id, holder, form }).await?;
    Ok(id)
}

/// Takes a consent back: from this instant on it serves no decision, unless the law says that it
/// cannot be taken back before a time; then from that time. What waits is looked at again, and who got
/// something under it is told what they may keep.
///
/// # Errors
/// When it was taken back before, or the client is not the caller's.
pub async fn revoke(cx: &Cx, id: ConsentId) -> Result<(), Error> {
    let mut tx = cx.write(access::KEEP_CONSENT).await?;
    let consent = store::consent(&tx, id).await?.ok_or(Error::ConsentMissing)?;
    serves(&tx, consent.holder).map_err(|_hidden| Error::ConsentMissing)?;
    let stops_at = consent.stops_at(cx.now());
    if !store::revoke(&mut tx, id, (cx.now(), stops_at)).await? {
        return Err(Error::ConsentRevoked);
    }
    let mut events =
        vec![Written::new(&events::ConsentRevoked { consent: id, holder: consent.holder })?];
    if stops_at <= cx.now() {
        events.extend(recall(cx, &mut tx, &consent).await?);
    }
    tx.commit_all(events).await?;
    Ok(())
}

/// Carries out what a withdrawal brings with it: what waits is stopped, and who got something is told.
pub(crate) async fn recall(
    cx: &Cx,
    tx: &mut WriteTx,
    consent: &Consent,
) -> Result<Vec<Written>, Error> {
    const DAY: i64 = 86_400;
    store::recalled(tx, consent.id, cx.now()).await?;
    let mut events = rule::stop_queued(cx, tx, consent.client).await?;
    let under = receipts::under_consent(tx, (consent.holder, consent.client), consent.id).await?;
    for (receipt, organization, asker) in &under {
        let duty = Planned {
            kind: DutyKind::Recall,
            organization: *organization,
            receipt: *receipt,
            since: cx.now(),
            due_at: cx.now().plus_seconds(3 * DAY),
        };
        duty::store::add(tx, &duty.given(cx.new_id())).await?;
        notices::recalled(tx, (*receipt, *organization, *asker)).await?;
    }
    if !under.is_empty() {
        let told = events::RecipientsTold { holder: consent.holder, recipients: under.len() };
        events.push(Written::new(&told)?);
    }
    Ok(events)
}

/// Notes that the event happened with which a consent ends.
///
/// # Errors
/// When it ends with none, or has ended, or the client is not the caller's.
pub async fn note_event(cx: &Cx, id: ConsentId) -> Result<(), Error> {
    let mut tx = cx.write(access::KEEP_CONSENT).await?;
    let consent = store::consent(&tx, id).await?.ok_or(Error::ConsentMissing)?;
    serves(&tx, consent.holder).map_err(|_hidden| Error::ConsentMissing)?;
    if !store::end(&mut tx, id, cx.now()).await? {
        return Err(Error::ConsentRevoked);
    }
    tx.commit(&events::ConsentEnded { consent: id, holder: consent.holder }).await?;
    Ok(())
}

fn serves(tx: &::store::Tx, holder: OrganizationId) -> Result<(), Error> {
    if access::serves(&tx.place()?.standing, holder) { Ok(()) } else { Err(Error::NotYours) }
}

//! Writing down what clients allowed, and that they took it back.

use ::store::Cx;
use base::OrganizationId;
use policy::{ClientId, ConsentId};

use super::{ClientReference, Consent, Copy, Signed, events, store};
use crate::{Error, access};

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
    let mut tx = cx.write(access::KEEP_CONSENT).await?;
    serves(&tx, client.holder)?;
    store::enter(&mut tx, &client, cx.now()).await?;
    tx.commit(&events::ClientEntered { holder: client.holder }).await?;
    Ok(client.id)
}

/// Keeps a consent, as it was signed.
///
/// # Errors
/// When the client is not the caller's, or a form that it needs is missing.
pub async fn keep(cx: &Cx, new: NewConsent) -> Result<ConsentId, Error> {
    let mut tx = cx.write(access::KEEP_CONSENT).await?;
    let client = store::client(&tx, new.client).await?.ok_or(Error::ClientMissing)?;
    serves(&tx, client.holder).map_err(|_hidden| Error::ClientMissing)?;
    if new.signed.gives.is_empty() {
        return Err(Error::field("gives", "required"));
    }
    if new.signed.gets.is_empty() && new.signed.gets_kinds.is_empty() {
        return Err(Error::field("gets", "required"));
    }
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
/// cannot be taken back before a time; then from that time.
///
/// # Errors
/// When it was taken back before, or the client is not the caller's.
pub async fn revoke(cx: &Cx, id: ConsentId) -> Result<(), Error> {
    let mut tx = cx.write(access::KEEP_CONSENT).await?;
    let consent = store::consent(&tx, id).await?.ok_or(Error::ConsentMissing)?;
    serves(&tx, consent.holder).map_err(|_hidden| Error::ConsentMissing)?;
    if !store::revoke(&mut tx, id, cx.now()).await? {
        return Err(Error::ConsentRevoked);
    }
    tx.commit(&events::ConsentRevoked { consent: id, holder: consent.holder }).await?;
    Ok(())
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

/// Notes a record that travelled to a holder, with the marks that it brought.
///
/// # Errors
/// When the caller does not work for the holder, or it is there with other marks: they only grow.
pub async fn note_copy(cx: &Cx, copy: Copy) -> Result<(), Error> {
    let mut tx = cx.write(access::KEEP_CONSENT).await?;
    serves(&tx, copy.holder)?;
    store::client(&tx, copy.client).await?.ok_or(Error::ClientMissing)?;
    store::note_copy(&mut tx, &copy).await?;
    tx.commit(&events::CopyNoted { holder: copy.holder, origin: copy.origin }).await?;
    Ok(())
}

fn serves(tx: &::store::Tx, holder: OrganizationId) -> Result<(), Error> {
    if access::serves(&tx.place()?.standing, holder) { Ok(()) } else { Err(Error::NotYours) }
}

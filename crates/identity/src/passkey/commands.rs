//! Adding, using, naming and removing passkeys.

use base::{PersonId, SessionId};
use store::Cx;
use webauthn_rs::prelude::{
    DiscoverableAuthentication, DiscoverableKey, PasskeyAuthentication, PasskeyRegistration,
    PublicKeyCredential, RegisterPublicKeyCredential,
};

use super::{
    Kept, MOST, PasskeyId, PasskeyName,
    ceremony::{self, CeremonyId, Challenge, Purpose, refused},
    handle_of, person_of, store as table,
};
use crate::{
    Error, Secret, access, account,
    events::{PasskeyAdded, PasskeyRemoved, PasskeyRenamed},
    mail,
    session::{self, Admitted, Proof, Visitor},
    settings::Settings,
    sign_in,
};

/// Begins to add a passkey.
pub(crate) async fn begin_adding(cx: &Cx) -> Result<Challenge, Error> {
    let settings = Settings::of(cx)?;
    let tx = cx.read(access::SECURE).await?;
    let person = cx.person()?;
    let account = account::store::by_id(&tx, person).await?.ok_or_else(account::store::missing)?;
    let had = table::kept(&tx, person).await?;
    drop(tx);
    if had.len() >= MOST {
        return Err(Error::Full { most: MOST });
    }
    let had = had.iter().map(|kept| kept.key.cred_id().clone()).collect();
    let (email, name) = (account.email.expose().as_str(), account.name.expose().as_str());
    let (challenge, state) = settings
        .passkeys()?
        .start_passkey_registration(handle_of(person), email, name, Some(had))
        .map_err(refused)?;
    let ceremony = open(cx, (Purpose::Register, Some(person)), &state).await?;
    Ok(Challenge { ceremony, options: ceremony::creation(&challenge)? })
}

/// Adds the passkey that the authenticator made.
pub(crate) async fn add(
    cx: &Cx,
    ceremony: CeremonyId,
    answer: &RegisterPublicKeyCredential,
    name: PasskeyName,
) -> Result<PasskeyId, Error> {
    let settings = Settings::of(cx)?;
    let mut tx = cx.write(access::SECURE).await?;
    let person = cx.person()?;
    let purpose = (Purpose::Register, Some(person));
    let state: PasskeyRegistration = table::take(&mut tx, ceremony, purpose, cx.now()).await?;
    let key = settings.passkeys()?.finish_passkey_registration(answer, &state).map_err(refused)?;
    let kept = Kept { id: cx.new_id(), person, key };
    if !table::insert(&mut tx, &kept, &name, cx.now()).await? {
        return Err(Error::CeremonyEnded);
    }
    mail::tell(&mut tx, person, "identity-mail-passkey-added", &[], "/me/security").await?;
    tx.commit(&PasskeyAdded { person, passkey: kept.id }).await?;
    Ok(kept.id)
}

/// Begins a sign-in with whichever passkey the browser has.
pub(crate) async fn begin_sign_in(cx: &Cx, visitor: &Visitor) -> Result<Challenge, Error> {
    let settings = Settings::of(cx)?;
    sign_in::commands::count_asking(cx, visitor).await?;
    let (challenge, state) =
        settings.passkeys()?.start_discoverable_authentication().map_err(refused)?;
    let ceremony = open(cx, (Purpose::SignIn, None), &state).await?;
    Ok(Challenge { ceremony, options: ceremony::request(&challenge)? })
}

/// Signs in with the passkey that the authenticator used.
pub(crate) async fn sign_in(
    cx: &Cx,
    ceremony: CeremonyId,
    answer: &PublicKeyCredential,
    visitor: &Visitor,
) -> Result<Admitted, Error> {
    let settings = Settings::of(cx)?;
    let passkeys = settings.passkeys()?;
    let mut tx = cx.write(access::ENTER).await?;
    let purpose = (Purpose::SignIn, None);
    let state: DiscoverableAuthentication =
        table::take(&mut tx, ceremony, purpose, cx.now()).await?;
    let (handle, credential) =
        passkeys.identify_discoverable_authentication(answer).map_err(refused)?;
    let kept = table::by_credential(&tx, person_of(handle), credential).await?;
    // A passkey that was removed here is still in the device.
    let mut kept = kept.ok_or(Error::CeremonyEnded)?;
    let key = DiscoverableKey::from(&kept.key);
    let result =
        passkeys.finish_discoverable_authentication_v2(answer, state, &key).map_err(refused)?;
    kept.key.update_credential(&result);
    table::used(&mut tx, &kept, cx.now()).await?;
    let (admitted, event) =
        session::commands::begin(cx, &mut tx, kept.person, Proof::Passkey, visitor).await?;
    tx.commit(&event).await?;
    Ok(admitted)
}

/// Begins to prove again, with one of the person's own passkeys, who they are.
pub(crate) async fn begin_proving(cx: &Cx) -> Result<Challenge, Error> {
    let settings = Settings::of(cx)?;
    own_session(cx)?;
    let tx = cx.read(access::PROVE).await?;
    let person = cx.person()?;
    let keys: Vec<_> = table::kept(&tx, person).await?.into_iter().map(|kept| kept.key).collect();
    drop(tx);
    if keys.is_empty() {
        return Err(Error::CeremonyEnded);
    }
    let (challenge, state) =
        settings.passkeys()?.start_passkey_authentication(&keys).map_err(refused)?;
    let ceremony = open(cx, (Purpose::StepUp, Some(person)), &state).await?;
    Ok(Challenge { ceremony, options: ceremony::request(&challenge)? })
}

/// Notes the fresh proof; the session's new secret.
pub(crate) async fn prove(
    cx: &Cx,
    ceremony: CeremonyId,
    answer: &PublicKeyCredential,
) -> Result<Secret, Error> {
    let settings = Settings::of(cx)?;
    let session = own_session(cx)?;
    let mut tx = cx.write(access::PROVE).await?;
    let person = cx.person()?;
    let purpose = (Purpose::StepUp, Some(person));
    let state: PasskeyAuthentication = table::take(&mut tx, ceremony, purpose, cx.now()).await?;
    let result =
        settings.passkeys()?.finish_passkey_authentication(answer, &state).map_err(refused)?;
    let kept = table::by_credential(&tx, person, result.cred_id()).await?;
    let mut kept = kept.ok_or(Error::CeremonyEnded)?;
    kept.key.update_credential(&result);
    table::used(&mut tx, &kept, cx.now()).await?;
    session::commands::prove(cx, tx, session, Proof::Passkey).await
}

/// Gives one of the person's own passkeys another name.
pub(crate) async fn rename(cx: &Cx, passkey: PasskeyId, name: PasskeyName) -> Result<(), Error> {
    let mut tx = cx.write(access::SECURE).await?;
    let person = cx.person()?;
    if !table::rename(&mut tx, person, passkey, &name).await? {
        return Err(missing());
    }
    Ok(tx.commit(&PasskeyRenamed { person, passkey }).await?)
}

/// Removes one of the person's own passkeys.
pub(crate) async fn remove(cx: &Cx, passkey: PasskeyId) -> Result<(), Error> {
    let mut tx = cx.write(access::SECURE).await?;
    let person = cx.person()?;
    if !table::remove(&mut tx, person, passkey).await? {
        return Err(missing());
    }
    mail::tell(&mut tx, person, "identity-mail-passkey-removed", &[], "/me/security").await?;
    Ok(tx.commit(&PasskeyRemoved { person, passkey }).await?)
}

/// Keeps what the server must remember until the authenticator answers.
async fn open<S: serde::Serialize + Sync>(
    cx: &Cx,
    purpose: (Purpose, Option<PersonId>),
    state: &S,
) -> Result<CeremonyId, Error> {
    let ceremony = cx.new_id();
    let mut tx = cx.write(access::ENTER).await?;
    table::open(&mut tx, ceremony, purpose, state, cx.now()).await?;
    tx.commit_upkeep().await?;
    Ok(ceremony)
}

/// The session that a fresh proof is noted in; a token has none.
fn own_session(cx: &Cx) -> Result<SessionId, Error> {
    let session = cx.actor().person().and_then(|person| person.session);
    session.ok_or_else(|| store::Error::SignIn.into())
}

fn missing() -> Error {
    store::Error::Missing { what: "the passkey" }.into()
}
